package org.liegg.engine.onnx;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.SelfCheck;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;

/** Verifies a model once, in double precision: its gradients, and that samples are not mixed. */
final class Verification {
  private static final long MAX_VALUES = 1 << 23;

  /** Sums of other lengths are rounded otherwise, no more. */
  private static final double MAX_APART = 1e-7;

  private final Optional<Batch> probe;
  private final ModelErrors errors;
  private final List<Warning> warnings = new ArrayList<>();

  /**
   * @param probe where to look; at random samples where there are none
   */
  Verification(Optional<Batch> probe, ModelErrors errors) {
    this.probe = probe;
    this.errors = errors;
  }

  /** Why nothing was verified, if so. */
  List<Warning> warnings() {
    return warnings;
  }

  /**
   * Compares gradients with differences.
   *
   * @param session in double precision
   * @throws ModelException if they disagree, or outputs at one sample depend on another
   */
  SelfCheck run(ModelGradient session) {
    for (Batch samples : candidates(session)) {
      try {
        if (!isIndependent(session, session, samples)) {
          throw mixed();
        }
        double error = GradientCheck.error(session, samples);
        if (error <= GradientCheck.TOLERANCE) {
          return SelfCheck.passed(samples.rows(), error);
        }
        throw wrong(error);
      } catch (ModelException e) {
        // A logarithm, say, has no value at negative numbers. That says nothing of gradients.
        if (!e.code().equals("LIEGG-MODEL-NONFINITE")) {
          throw e;
        }
      }
    }
    warnings.add(
        new Warning(
            WarningCode.NOT_VERIFIED,
            "The gradients of this model were not verified: its outputs are not finite at the"
                + " samples that were tried."));
    return SelfCheck.skipped();
  }

  /**
   * Whether many samples together have the outputs that each has alone.
   *
   * @param together takes several samples at a time
   * @param alone takes one, or the same model again
   */
  boolean agree(ModelGradient together, ModelGradient alone) {
    for (Batch samples : candidates(together)) {
      try {
        return isIndependent(together, alone, samples);
      } catch (ModelException e) {
        if (!e.code().equals("LIEGG-MODEL-NONFINITE")) {
          throw e;
        }
      }
    }
    return false;
  }

  private static boolean isIndependent(ModelGradient session, ModelGradient single, Batch samples) {
    double[] together = session.outputs(samples).values();
    int k = session.info().outputSize();
    double largest = Arrays.stream(together).map(Math::abs).max().orElse(0);
    for (int row = 0; row < samples.rows(); row++) {
      double[] alone = single.outputs(samples.slice(row, row + 1)).values();
      for (int i = 0; i < k; i++) {
        if (!(Math.abs(alone[i] - together[row * k + i]) <= MAX_APART * largest)) {
          return false;
        }
      }
    }
    return true;
  }

  private ModelException mixed() {
    return errors.unsupported(
        "what it says of a sample depends on the other samples of the batch",
        "export the model for inference, or take an output before samples are mixed");
  }

  private ModelException wrong(double error) {
    return errors.of(
        "LIEGG-MODEL-WRONG-GRADIENT",
        String.format(
            Locale.ROOT,
            "its gradients differ from differences of its outputs by %.2g of the largest"
                + " derivative",
            error),
        "take an earlier output with --output, or say so if the model is not smooth at the samples:"
            + " they can be chosen, and the check left out");
  }

  private List<Batch> candidates(ModelGradient session) {
    Batch normal = few(session, GradientCheck.randomSamples(session.info().sampleSize()));
    return probe.map(List::of).orElse(List.of(normal, shares(normal)));
  }

  /** As many of the samples as have Jacobians of a reasonable size, at least one. */
  private static Batch few(ModelGradient session, Batch samples) {
    long perSample = Math.max(1, (long) session.info().outputSize() * session.info().inputSize());
    return samples.slice(0, (int) Math.max(1, Math.min(samples.rows(), MAX_VALUES / perSample)));
  }

  /** The same numbers between 0 and 1, as many models take them. */
  private static Batch shares(Batch normal) {
    double[] values = normal.values().clone();
    for (int i = 0; i < values.length; i++) {
      values[i] = 0.1 + 0.8 / (1 + Math.exp(-values[i]));
    }
    return new Batch(normal.rows(), normal.columns(), values);
  }
}
