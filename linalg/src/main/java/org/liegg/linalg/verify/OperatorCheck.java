package org.liegg.linalg.verify;

import java.util.Random;
import org.liegg.api.Spectrum;
import org.liegg.blas.Scale;
import org.liegg.blas.Vectors;

/**
 * Residuals of a spectrum against E as an operator. One image is held at a time, and every
 * application is followed by an exact scaling, so that no square over- or underflows.
 */
final class OperatorCheck {

  /** Power iterations on EᵀE; a norm that is a little small makes the check a little stricter. */
  private static final int ITERATIONS = 30;

  private final PolarizationOperator e;

  OperatorCheck(PolarizationOperator e) {
    this.e = e;
  }

  /**
   * The largest of {@code |‖E v_i‖ − σ_i| / ‖E‖} and {@code ‖EᵀE v_i − σ_i² v_i‖ / ‖E‖²}; of an
   * operator that is zero, the largest σ.
   */
  double residual(Spectrum spectrum) {
    Gram norm = norm(spectrum);
    double largest = 0;
    for (int i = 0; i < spectrum.count(); i++) {
      double sigma = spectrum.singularValues()[i];
      if (norm.length() == 0) {
        largest = Math.max(largest, sigma);
        continue;
      }
      double[] v = spectrum.vector(i);
      Gram gram = gram(v);
      // In units of ‖E‖; both lengths carry their own power of two.
      double share = gram.length() / norm.length() * scale(gram.exponent() - norm.exponent());
      double expected = Math.scalb(sigma, -norm.exponent()) / norm.length();
      largest = Math.max(largest, Math.abs(share - expected));
      double factor =
          scale(gram.exponent() - norm.exponent())
              / norm.length()
              * (scale(gram.backExponent() - norm.exponent()) / norm.length());
      double square = 0;
      for (int k = 0; k < v.length; k++) {
        double difference = gram.back()[k] * factor - expected * expected * v[k];
        square += difference * difference;
      }
      largest = Math.max(largest, Math.sqrt(square));
    }
    return largest;
  }

  /** ‖E‖ as ‖E v‖ for a unit v that power iteration has turned towards the first vector. */
  private Gram norm(Spectrum spectrum) {
    int m = e.columns();
    double[] v = new double[m];
    Random random = new Random(1);
    for (int k = 0; k < m; k++) {
      v[k] = random.nextGaussian();
    }
    if (spectrum.count() > 0) {
      // A start near the largest of the vectors, where it is among them.
      double[] first = spectrum.vector(0);
      for (int k = 0; k < m; k++) {
        v[k] = first[k] + 1e-2 * v[k] / Math.sqrt(m);
      }
    }
    Gram gram = gram(unit(v));
    for (int i = 0; i < ITERATIONS && gram.length() > 0; i++) {
      gram = gram(unit(gram.back()));
    }
    return gram;
  }

  private Gram gram(double[] v) {
    double[] image = e.apply(v).clone();
    int exponent = normalise(image);
    double length = Math.sqrt(Vectors.dot(image, 0, image, 0, image.length));
    double[] back = e.applyTransposed(image).clone();
    return new Gram(length, exponent, back, normalise(back));
  }

  private static int normalise(double[] values) {
    int exponent = Scale.exponent(Scale.largest(values, values.length));
    Scale.by(values, values.length, -exponent);
    return exponent;
  }

  private static double[] unit(double[] v) {
    double length = Math.sqrt(Vectors.dot(v, 0, v, 0, v.length));
    double[] unit = v.clone();
    for (int k = 0; k < unit.length && length > 0; k++) {
      unit[k] /= length;
    }
    return unit;
  }

  private static double scale(int exponent) {
    return Math.scalb(1.0, exponent);
  }

  /**
   * What E makes of a unit vector v.
   *
   * @param length ‖E v‖ · 2^-exponent
   * @param exponent the scale of the image
   * @param back {@code Eᵀ(E v) · 2^-(exponent + backExponent)}
   * @param backExponent the scale of what comes back
   */
  private record Gram(double length, int exponent, double[] back, int backExponent) {}
}
