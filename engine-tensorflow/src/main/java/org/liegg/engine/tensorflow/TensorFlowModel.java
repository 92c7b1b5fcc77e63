package org.liegg.engine.tensorflow;

import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import org.liegg.api.Batch;
import org.liegg.api.Head;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.PreparedModel;
import org.liegg.api.spi.support.KernelGradient;
import org.liegg.engine.tensorflow.differentiate.Differentiation;
import org.liegg.engine.tensorflow.differentiate.JacobianKernel;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.lower.LoweredModel;
import org.liegg.engine.tensorflow.lower.ToFloating;
import org.liegg.engine.tensorflow.read.SourceModel;
import org.liegg.engine.tensorflow.runtime.TensorFlowVersion;
import org.liegg.engine.tensorflow.target.ModelInput;
import org.liegg.engine.tensorflow.target.ModelTarget;
import org.liegg.engine.tensorflow.target.SamplePlan;
import org.tensorflow.proto.DataType;

/** A model of which output and input are chosen: makes sessions, and says how to verify them. */
final class TensorFlowModel implements PreparedModel {
  private static final long MAX_VALUES = 1 << 23;

  /** Sums of other lengths are rounded otherwise, no more. */
  private static final double MAX_APART = 1e-7;

  private final Chosen chosen;
  private final LoweredModel model;
  private final ShapeGuesses guesses;
  private final ModelFaults faults;
  private final Differentiation differentiation;
  private boolean failed;

  /**
   * What was chosen of a model.
   *
   * @param source where it was read
   * @param target its output
   * @param model what computes that
   */
  record Chosen(SourceModel source, ModelTarget target, LoweredModel model) {}

  TensorFlowModel(Chosen chosen, ShapeGuesses guesses, ModelFaults faults) {
    this.chosen = chosen;
    this.guesses = guesses;
    this.faults = faults;
    model = chosen.model();
    differentiation = new Differentiation(model, faults);
  }

  @Override
  public ModelGradient session(Precision precision) {
    DataType type = precision == Precision.DOUBLE ? DataType.DT_DOUBLE : DataType.DT_FLOAT;
    return faults.guarded(
        () -> {
          JacobianKernel kernel = guesses.explained(() -> differentiation.kernel(type));
          return new KernelGradient(
              info(precision), differentiation.warnings(), kernel, faults::running);
        });
  }

  private ModelInfo info(Precision precision) {
    SamplePlan plan = model.plan();
    List<ModelInput> inputs = plan.inputs();
    List<ModelInput> varying = inputs.stream().filter(ModelInput::varies).toList();
    ModelInfo info =
        new ModelInfo(
            new ModelInfo.Origin(
                chosen.source().description(),
                chosen.source().sha256(),
                TensorFlowGradientProvider.NAME,
                TensorFlowVersion.read()),
            plan.inputSize(),
            new ModelInfo.Taken(model.outputs(), chosen.target().label(), Head.OUTPUT.label()),
            precision,
            new ModelInfo.Varying(
                inputs.size() == 1 || varying.size() > 1
                    ? ModelInfo.ONLY_INPUT
                    : varying.get(0).name(),
                plan.sampleSize(),
                plan.inputFrom()),
            SelfCheck.skipped());
    return info.withActivation(chosen.target().activation());
  }

  @Override
  public Optional<Warning> unverifiable() {
    Set<String> single = singleOps();
    return single.isEmpty()
        ? Optional.empty()
        : Optional.of(
            unverified(
                "%s exist in single precision only, where differences mean nothing"
                    .formatted(ModelFaults.listed(single))));
  }

  /** The operations that rule a check out, as they are not computed in double precision. */
  private Set<String> singleOps() {
    return faults.guarded(
        () ->
            new ToFloating(DataType.DT_DOUBLE, OpCatalog.registered(), faults)
                .singleOps(model.graph()));
  }

  @Override
  public List<Batch> samples(Batch random) {
    Batch normal = counted(few(random));
    return List.of(normal, shares(normal));
  }

  /**
   * A logarithm, say, has no value at negative numbers, and a table no row for them. That says
   * nothing of gradients.
   */
  @Override
  public Optional<Warning> excuse(ModelException failure, boolean named) {
    boolean unfit = !named && failure.code().equals("LIEGG-MODEL-FAILS");
    if (!unfit && !failure.code().equals("LIEGG-MODEL-NONFINITE")) {
      return Optional.empty();
    }
    failed |= unfit;
    return Optional.of(
        unverified(
            (failed ? "it cannot be run" : "its outputs are not finite")
                + " at the samples that were tried"));
  }

  private static Warning unverified(String why) {
    return new Warning(
        WarningCode.NOT_VERIFIED,
        "The gradients of this model were not verified: %s.".formatted(why));
  }

  /** What a model says of a sample must not depend on the other samples of a batch. */
  @Override
  public void requireSound(ModelGradient exact, Batch samples) {
    faults.guarded(
        () -> {
          requireIndependence(exact, samples);
          return samples;
        });
  }

  private void requireIndependence(ModelGradient session, Batch samples) {
    double[] together = session.outputs(samples).values();
    int k = session.info().outputSize();
    double largest = Arrays.stream(together).map(Math::abs).max().orElse(0);
    for (int row = 0; row < samples.rows(); row++) {
      double[] alone = session.outputs(samples.slice(row, row + 1)).values();
      for (int i = 0; i < k; i++) {
        double apart = Math.abs(alone[i] - together[row * k + i]);
        if (apart > MAX_APART * largest) {
          throw faults.unsupported(
              String.format(
                  Locale.ROOT,
                  "what it says of a sample depends on the other samples of the batch: by %.2g of"
                      + " its largest output",
                  apart / largest),
              "save the model for inference, or take an output before samples are mixed");
        }
      }
    }
  }

  @Override
  public ModelException wrongGradient(ModelInfo info, double error, Batch samples) {
    return faults.of(
        "LIEGG-MODEL-WRONG-GRADIENT",
        String.format(
            Locale.ROOT,
            "its gradients differ from differences of its outputs by %.2g of the largest"
                + " derivative; the gradient of %s is wrong",
            error,
            new Suspects(model, samples, faults).find()),
        "take an output before it, or say so if the model is not smooth at the samples: they can be"
            + " chosen, and the check left out");
  }

  /** As many of the samples as have Jacobians of a reasonable size, at least one. */
  private Batch few(Batch samples) {
    long perSample = (long) model.outputs() * model.plan().inputSize();
    return samples.slice(0, (int) Math.max(1, Math.min(samples.rows(), MAX_VALUES / perSample)));
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
