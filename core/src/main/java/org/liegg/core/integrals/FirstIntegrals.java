package org.liegg.core.integrals;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.SingularOps_DDRM;
import org.liegg.algebra.LieAlgebras;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.report.Generator;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.ModelGradient;
import org.liegg.core.ProgressListener;
import org.liegg.core.SymmetryExtractor;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.core.settings.Extras;

/**
 * Conserved quantities of dx/dt = f(x): I = Σ_j c_j φ_j with ∇I(x)·f(x) = 0. The rows f(x)·∇φ_j(x)
 * are a polarization matrix, whose nullspace are the c; a defect is E|∇I·f|² as a share of
 * E|∇I(x)·f(x′)|², x and x′ independent.
 */
public final class FirstIntegrals {
  /** Samples by which functions are told apart and gradients are compared. */
  private static final int SAMPLES = 2000;

  /** Singular values below this share of the largest are 0. */
  private static final double RANK = 1e-7;

  /** Up to this noise a coefficient next to a simple fraction is that. */
  private static final double EXACT = 1e-5;

  private final ModelGradient velocity;
  private final Dataset data;
  private final ExtractionSettings settings;

  /**
   * @param velocity f, of as many outputs as inputs
   * @param data states, in a general position
   * @param settings as of an extraction; finite transformations and what else is extra is left out
   * @throws ModelException {@code LIEGG-INTEGRALS-SIZE} if it has another number of outputs
   */
  public FirstIntegrals(ModelGradient velocity, Dataset data, ExtractionSettings settings) {
    ModelInfo info = velocity.info();
    if (info.outputSize() != info.inputSize() || info.inputSize() != info.sampleSize()) {
      throw new ModelException(
          "LIEGG-INTEGRALS-SIZE",
          "model " + info.path(),
          "it has %d outputs and %d inputs: it is no velocity dx/dt = f(x)"
              .formatted(info.outputSize(), info.sampleSize()),
          "give the right-hand side of a motion, an output for every input");
    }
    this.velocity = velocity;
    this.data = data;
    this.settings = settings.with(Extras.none());
  }

  /**
   * Looks for them.
   *
   * @param degree the largest of polynomials; 0 for none
   * @param others further functions
   * @param names of the inputs, in text
   * @throws org.liegg.api.LieggException for whatever is wrong with model or data
   */
  public FoundIntegrals find(
      int degree,
      CandidateFunctions.Others others,
      List<String> names,
      DecompositionProvider decomposition,
      ProgressListener progress) {
    Batch states = states();
    CandidateFunctions functions = CandidateFunctions.of(sizes(states), degree, others);
    SymmetryReport report =
        SymmetryExtractor.builder()
            .model(new VelocityModel(velocity.fork()))
            .data(data)
            .action(new GradientAction(functions))
            .decomposition(decomposition)
            .settings(settings)
            .progress(progress)
            .build()
            .extract();
    Optional<String> objection = objection(functions, states);
    List<Integral> integrals =
        objection.isPresent() ? List.of() : integrals(functions, report, names);
    return new FoundIntegrals(
        integrals, independent(functions, integrals, states), functions, report, objection);
  }

  private Batch states() {
    List<double[]> rows = new ArrayList<>();
    int width = data.columns();
    try (BatchStream stream = data.batches(SAMPLES)) {
      Optional<Batch> batch = stream.next();
      while (batch.isPresent() && rows.size() < SAMPLES) {
        for (int n = 0; n < batch.get().rows() && rows.size() < SAMPLES; n++) {
          rows.add(CandidateFunctions.row(batch.get(), n));
        }
        batch = stream.next();
      }
    }
    double[] values = new double[rows.size() * width];
    for (int n = 0; n < rows.size(); n++) {
      System.arraycopy(rows.get(n), 0, values, n * width, width);
    }
    return new Batch(rows.size(), width, values);
  }

  /** The root mean square of every input; 1 of one that is always 0. */
  private static double[] sizes(Batch states) {
    double[] sizes = new double[states.columns()];
    for (int i = 0; i < states.values().length; i++) {
      sizes[i % sizes.length] += states.values()[i] * states.values()[i] / states.rows();
    }
    return Arrays.stream(sizes).map(square -> square > 0 ? Math.sqrt(square) : 1).toArray();
  }

  /** Functions that depend on each other at the samples cannot be told apart there. */
  private static Optional<String> objection(CandidateFunctions functions, Batch states) {
    Batch values = functions.values(states);
    int count = functions.count() + 1;
    DMatrixRMaj matrix = new DMatrixRMaj(Math.max(count, values.rows()), count);
    for (int n = 0; n < values.rows(); n++) {
      matrix.set(n, count - 1, 1);
      for (int j = 0; j < count - 1; j++) {
        matrix.set(n, j, values.get(n, j));
      }
    }
    int rank = rank(normalized(matrix));
    return rank == count
        ? Optional.empty()
        : Optional.of(
            "the samples tell %d of %d functions apart: they are too few, or lie on a curve or a surface"
                .formatted(rank, count));
  }

  /** Columns of norm 1, or 0. */
  private static DMatrixRMaj normalized(DMatrixRMaj matrix) {
    for (int j = 0; j < matrix.numCols; j++) {
      double norm = 0;
      for (int n = 0; n < matrix.numRows; n++) {
        norm = Math.hypot(norm, matrix.get(n, j));
      }
      for (int n = 0; n < matrix.numRows && norm > 0; n++) {
        matrix.set(n, j, matrix.get(n, j) / norm);
      }
    }
    return matrix;
  }

  private static int rank(DMatrixRMaj matrix) {
    double[] values = SingularOps_DDRM.singularValues(matrix);
    double largest = Arrays.stream(values).max().orElse(0);
    return (int) Arrays.stream(values).filter(value -> value > RANK * largest).count();
  }

  private static List<Integral> integrals(
      CandidateFunctions functions, SymmetryReport report, List<String> names) {
    double noise = noise(report);
    List<Integral> integrals = new ArrayList<>();
    for (Generator generator : report.generators()) {
      double[] raw = readable(functions, generator.coefficients(), noise);
      integrals.add(
          new Integral(
              raw, functions.text(raw, names), generator.defect(), generator.defectInterval()));
    }
    return integrals;
  }

  /** How far coefficients may be off, as an angle. */
  private static double noise(SymmetryReport report) {
    double held = report.generators().stream().mapToDouble(Generator::defect).max().orElse(0);
    double other =
        Arrays.stream(report.spectrum().defect())
            .filter(defect -> defect > report.nullspace().tolerance())
            .min()
            .orElse(1);
    return Math.max(1e-9, LieAlgebras.noise(Math.max(0, held), other));
  }

  /** Without what is within the noise, in the inputs' units, the largest coefficient 1. */
  private static double[] readable(
      CandidateFunctions functions, double[] coefficients, double noise) {
    double[] kept = coefficients.clone();
    double size = largest(kept);
    for (int j = 0; j < kept.length; j++) {
      kept[j] = Math.abs(kept[j]) > 3 * noise * size ? kept[j] : 0;
    }
    double[] raw = functions.unscaled(kept);
    double unit = signed(raw);
    for (int j = 0; j < raw.length; j++) {
      raw[j] /= unit;
      double near = Math.rint(raw[j] * 12) / 12;
      raw[j] = noise < EXACT && Math.abs(raw[j] - near) < 10 * noise ? near : raw[j];
    }
    return raw;
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }

  /** The largest magnitude, with the sign of the first that is not 0. */
  private static double signed(double[] values) {
    double first = Arrays.stream(values).filter(value -> value != 0).findFirst().orElse(1);
    return Math.copySign(largest(values), first);
  }

  private static int independent(
      CandidateFunctions functions, List<Integral> integrals, Batch states) {
    if (integrals.isEmpty() || states.rows() == 0) {
      return 0;
    }
    GradientAction action = new GradientAction(functions);
    int rank = 0;
    for (int n = 0; n < Math.min(states.rows(), 20); n++) {
      Batch features = action.features(states.slice(n, n + 1));
      DMatrixRMaj gradients = new DMatrixRMaj(integrals.size(), functions.inputs());
      for (int k = 0; k < integrals.size(); k++) {
        double[] gradient = gradient(action, features, integrals.get(k), functions);
        for (int i = 0; i < gradient.length; i++) {
          gradients.set(k, i, gradient[i]);
        }
      }
      rank = Math.max(rank, rank(normalized(CommonOps_DDRM.transpose(gradients, null))));
    }
    return rank;
  }

  private static double[] gradient(
      GradientAction action, Batch features, Integral integral, CandidateFunctions functions) {
    double[] gradient = new double[functions.inputs()];
    double[] scaled = functions.scaledBack(integral.coefficients());
    for (int j = 0; j < scaled.length; j++) {
      for (int e = action.fields().offsets()[j]; e < action.fields().offsets()[j + 1]; e++) {
        gradient[action.fields().component()[e]] +=
            scaled[j] * action.fields().values()[e] * features.get(0, action.fields().feature()[e]);
      }
    }
    return gradient;
  }
}
