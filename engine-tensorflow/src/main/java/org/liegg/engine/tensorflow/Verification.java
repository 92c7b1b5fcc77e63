package org.liegg.engine.tensorflow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.SelfCheck;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.lower.LoweredModel;
import org.liegg.engine.tensorflow.lower.ToFloating;
import org.liegg.engine.tensorflow.target.ModelInput;
import org.tensorflow.proto.DataType;

/** Verifies a model's gradients once, in double precision. */
final class Verification {
  private static final long MOST_VALUES = 1 << 23;

  /** Sums of other lengths are rounded otherwise, no more. */
  private static final double MOST_APART = 1e-7;

  private final LoweredModel model;
  private final Optional<Batch> probe;
  private final ModelFaults faults;
  private final List<Warning> warnings = new ArrayList<>();

  /**
   * @param probe where to look; at random samples where there are none
   */
  Verification(LoweredModel model, Optional<Batch> probe, ModelFaults faults) {
    this.model = model;
    this.probe = probe;
    this.faults = faults;
  }

  /** Why nothing was verified, if so. */
  List<Warning> warnings() {
    return warnings;
  }

  /** The operations that rule a check out, as they are not computed in double precision. */
  Set<String> singleOps() {
    return new ToFloating(DataType.DT_DOUBLE, OpCatalog.registered(), faults)
        .singleOps(model.graph());
  }

  /**
   * Compares gradients with differences.
   *
   * @param session in double precision
   * @throws ModelException if they disagree, or outputs at one sample depend on another
   */
  SelfCheck run(ModelGradient session) {
    if (!singleOps().isEmpty()) {
      return skipped(
          "%s exist in single precision only, where differences mean nothing"
              .formatted(ModelFaults.listed(singleOps())));
    }
    Batch normal = counted(few(GradientCheck.randomSamples(session.info().sampleSize())));
    String why = "its outputs are not finite";
    for (Batch samples : probe.map(List::of).orElse(List.of(normal, shares(normal)))) {
      try {
        requireIndependence(session, samples);
        double error = GradientCheck.error(session, samples);
        if (error <= GradientCheck.TOLERANCE) {
          return SelfCheck.passed(samples.rows(), error);
        }
        throw wrong(error, samples);
      } catch (ModelException e) {
        // A logarithm, say, has no value at negative numbers, and a table no row for them. That
        // says nothing of gradients.
        boolean unfit = probe.isEmpty() && e.code().equals("LIEGG-MODEL-FAILS");
        if (!unfit && !e.code().equals("LIEGG-MODEL-NONFINITE")) {
          throw e;
        }
        why = unfit ? "it cannot be run" : why;
      }
    }
    return skipped(why + " at the samples that were tried");
  }

  /** What a model says of a sample must not depend on the other samples of a batch. */
  private void requireIndependence(ModelGradient session, Batch samples) {
    double[] together = session.outputs(samples).values();
    int k = session.info().outputSize();
    double largest = Arrays.stream(together).map(Math::abs).max().orElse(0);
    for (int row = 0; row < samples.rows(); row++) {
      double[] alone = session.outputs(samples.slice(row, row + 1)).values();
      for (int i = 0; i < k; i++) {
        double apart = Math.abs(alone[i] - together[row * k + i]);
        if (apart > MOST_APART * largest) {
          throw faults.unsupported(
              String.format(
                  Locale.ROOT,
                  "what it says of a sample depends on the other samples of the batch: by %.2g of its largest output",
                  apart / largest),
              "save the model for inference, or take an output before samples are mixed");
        }
      }
    }
  }

  private ModelException wrong(double error, Batch samples) {
    return faults.of(
        "LIEGG-MODEL-WRONG-GRADIENT",
        String.format(
            Locale.ROOT,
            "its gradients differ from differences of its outputs by %.2g of the largest derivative; the gradient of %s is wrong",
            error,
            new Suspects(model, samples, faults).find()),
        "take an output before it, or say so if the model is not smooth at the samples: they can be"
            + " chosen, and the check left out");
  }

  private SelfCheck skipped(String why) {
    warnings.add(
        new Warning(
            WarningCode.NOT_VERIFIED,
            "The gradients of this model were not verified: %s.".formatted(why)));
    return SelfCheck.skipped();
  }

  /** As many of the samples as have Jacobians of a reasonable size, at least one. */
  private Batch few(Batch samples) {
    long perSample = (long) model.outputs() * model.plan().inputSize();
    return samples.slice(0, (int) Math.max(1, Math.min(samples.rows(), MOST_VALUES / perSample)));
  }

  /** The same with 0 or 1 where the model takes whole numbers, as all tables have these places. */
  private Batch counted(Batch samples) {
    double[] values = samples.values().clone();
    for (ModelInput input : model.plan().inputs()) {
      for (int row = 0; row < samples.rows() && DataTypes.isInteger(input.type()); row++) {
        int from = row * samples.columns() + input.from();
        for (int i = from; i < from + input.size(); i++) {
          values[i] = values[i] > 0 ? 1 : 0;
        }
      }
    }
    return new Batch(samples.rows(), samples.columns(), values);
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
