package org.liegg.linalg.defect;

import org.liegg.api.DefectSettings;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.linalg.sums.BaselineMoments;

/**
 * The moments that baselines are made of, a sample: C = E[JᵀJ], Φ = E[φφᵀ] and f = E[φ], all scaled
 * by powers of two; and from the spread of the samples two lengths of a unit move in each input.
 *
 * @param basis the candidate fields
 * @param inputs how many of the components are inputs of the model; the others are its outputs
 * @param moments C, Φ and f
 * @param length L_i: what F changes, squared, where an input is moved by one, were F as sensitive
 *     to each input as to the average one, a move being measured in the input's own spread: {@code
 *     tr(CΣ)/d′ · 1/Σ_ii}; 0 for an input that does not vary, and for outputs
 * @param own D_i = C_ii + κ L_i; C_ii for outputs
 * @param constant features that are the same at every sample
 * @param samples N
 */
public record MomentAverages(
    FieldBasis basis,
    int inputs,
    Moments moments,
    double[] length,
    double[] own,
    boolean[] constant,
    long samples) {

  /**
   * Averages over samples, scaled by powers of two.
   *
   * @param c C, {@code components × components}
   * @param phi Φ, {@code features × features}
   * @param mean f
   * @param exponentC C is scaled down by 2 to this
   * @param exponentPhi Φ is scaled down by 2 to this, f by 2 to half of it
   */
  public record Moments(double[] c, double[] phi, double[] mean, int exponentC, int exponentPhi) {}

  /** κ: an input counts by its own gradient, and by this share of what an average one has. */
  static final double SHARE_OF_AVERAGE = 0.02;

  /** A variance at or below this share of the second moment is rounding. */
  private static final double CONSTANT = 1e-13;

  public static MomentAverages of(BaselineMoments.Finished moments, DefectSettings settings) {
    FieldBasis basis = moments.basis();
    int components = basis.components();
    int inputs = components - moments.responses();
    double perSample = 1.0 / Math.max(1, moments.samples());
    double[] c = moments.c().values().clone();
    double[] phi = moments.phi().values().clone();
    scale(c, perSample);
    scale(phi, perSample);
    double[] mean = new double[basis.features()];
    boolean[] constant = new boolean[mean.length];
    for (int p = 0; p < mean.length; p++) {
      mean[p] = Math.scalb(moments.sums()[p] * perSample, -moments.phi().exponent() / 2);
      double square = phi[p * mean.length + p];
      constant[p] = square > 0 && square - mean[p] * mean[p] <= CONSTANT * square;
    }
    double[] length = length(c, components, inputs, settings);
    double[] own = new double[components];
    for (int i = 0; i < components; i++) {
      own[i] = c[i * components + i] + SHARE_OF_AVERAGE * length[i];
    }
    return new MomentAverages(
        basis,
        inputs,
        new Moments(c, phi, mean, moments.c().exponent(), moments.phi().exponent()),
        length,
        own,
        constant,
        moments.samples());
  }

  private static void scale(double[] values, double factor) {
    for (int i = 0; i < values.length; i++) {
      values[i] *= factor;
    }
  }

  private static double[] length(double[] c, int width, int inputs, DefectSettings settings) {
    double[] length = new double[width];
    Matrix deviations = settings.deviations();
    if (settings.variances().length != inputs || deviations.rows() == 0) {
      return length;
    }
    int varying = 0;
    for (double variance : settings.variances()) {
      varying += variance > 0 ? 1 : 0;
    }
    double change = change(c, width, deviations, settings.variances());
    for (int i = 0; i < inputs; i++) {
      double variance = settings.variances()[i];
      double each = varying == 0 ? 0 : change / varying / variance;
      length[i] = variance > 0 && Double.isFinite(each) ? each : 0;
    }
    return length;
  }

  /** tr(CΣ): the mean of x̃ᵀCx̃ over deviations x̃. */
  private static double change(double[] c, int width, Matrix deviations, double[] variances) {
    double sum = 0;
    int d = deviations.columns();
    double[] x = new double[d];
    for (int n = 0; n < deviations.rows(); n++) {
      for (int i = 0; i < d; i++) {
        x[i] = variances[i] > 0 ? deviations.get(n, i) : 0;
      }
      for (int i = 0; i < d; i++) {
        if (x[i] != 0) {
          double image = 0;
          for (int j = 0; j < d; j++) {
            image += c[i * width + j] * x[j];
          }
          sum += x[i] * image;
        }
      }
    }
    return Math.max(0, sum / deviations.rows());
  }

  /** The same moments, of other fields over the same features. */
  public MomentAverages of(FieldBasis fields) {
    return new MomentAverages(fields, inputs, moments, length, own, constant, samples);
  }

  /** C, {@code components × components}. */
  public double[] c() {
    return moments.c;
  }

  /** Φ, {@code features × features}. */
  public double[] phi() {
    return moments.phi;
  }

  /** f, a number a feature. */
  public double[] mean() {
    return moments.mean;
  }

  /** C is scaled down by 2 to this. */
  public int exponentC() {
    return moments.exponentC;
  }

  /** Φ is scaled down by 2 to this, f by 2 to half of it. */
  public int exponentPhi() {
    return moments.exponentPhi;
  }

  public int components() {
    return basis.components();
  }

  int features() {
    return basis.features();
  }

  /** Φ − ffᵀ: the second moments of features about their means. */
  double[] centredPhi() {
    int p = features();
    double[] mean = mean();
    double[] centred = phi().clone();
    for (int i = 0; i < p; i++) {
      for (int j = 0; j < p; j++) {
        centred[i * p + j] =
            constant[i] || constant[j] ? 0 : centred[i * p + j] - mean[i] * mean[j];
      }
    }
    return centred;
  }

  /** E[v] of a field of these coefficients, a number a component. */
  double[] meanField(double[] coefficients, int from) {
    double[] field = new double[components()];
    double[] mean = mean();
    for (int a = 0; a < basis.fields(); a++) {
      double h = coefficients[from + a];
      if (h != 0) {
        for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
          field[basis.component()[e]] += h * basis.values()[e] * mean[basis.feature()[e]];
        }
      }
    }
    return field;
  }

  boolean anyConstant() {
    for (boolean one : constant) {
      if (one) {
        return true;
      }
    }
    return false;
  }
}
