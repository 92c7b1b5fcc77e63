package org.liegg.engine.tensorflow;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.Head;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.api.spi.HeadedGradient;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.tensorflow.differentiate.Differentiation;
import org.liegg.engine.tensorflow.differentiate.JacobianKernel;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.lower.LoweredModel;
import org.liegg.engine.tensorflow.read.SourceModel;
import org.liegg.engine.tensorflow.runtime.TensorFlowVersion;
import org.liegg.engine.tensorflow.target.ModelInput;
import org.liegg.engine.tensorflow.target.ModelTarget;
import org.liegg.engine.tensorflow.target.OutputChoice;
import org.liegg.engine.tensorflow.target.SamplePlan;
import org.liegg.engine.tensorflow.target.SampleShapes;
import org.tensorflow.proto.DataType;

/** Makes a session of a model: chooses, rewrites, differentiates, verifies. */
final class ModelOpening {
  private final SourceModel source;
  private final ModelOptions options;
  private final ModelFaults faults;

  ModelOpening(SourceModel source, ModelOptions options, ModelFaults faults) {
    this.source = source;
    this.options = options;
    this.faults = faults;
  }

  /** The session. */
  ModelGradient open() {
    ModelTarget target = new OutputChoice(source, faults).choose(options).under(options.head());
    SampleShapes shapes = new SampleShapes(target.body().signature(), options, faults);
    SamplePlan plan = shapes.plan();
    try {
      return open(target, lowered(target, plan));
    } catch (ModelException e) {
      List<String> chosen = shapes.chosen(plan);
      if (e.code().equals("LIEGG-MODEL-CORRUPT")
          && e.getCause() instanceof RuntimeException contradiction
          && !chosen.isEmpty()) {
        throw faults.of(
            "LIEGG-MODEL-INPUT-SHAPE",
            "its graph does not take a sample of %s: %s"
                .formatted(ModelFaults.listed(chosen), ModelFaults.firstLine(contradiction)),
            "say another shape of one sample with --input-shape",
            contradiction);
      }
      throw e;
    }
  }

  private LoweredModel lowered(ModelTarget target, SamplePlan plan) {
    return LoweredModel.of(target, plan, source.variables(), options.timeout(), faults);
  }

  private ModelGradient open(ModelTarget target, LoweredModel model) {
    Differentiation differentiation = new Differentiation(model, faults);
    DataType type =
        options.precision() == Precision.DOUBLE ? DataType.DT_DOUBLE : DataType.DT_FLOAT;
    JacobianKernel kernel = differentiation.kernel(type);
    try {
      ModelInfo info = info(target, model, options.precision());
      List<Warning> warnings = new ArrayList<>(differentiation.warnings());
      if (options.selfCheck()) {
        Verification verification = new Verification(model, options.probe(), faults);
        info = info.withSelfCheck(check(target, model, kernel, differentiation, verification));
        warnings.addAll(verification.warnings());
      }
      return HeadedGradient.of(
          new TensorFlowGradient(info, warnings, kernel, faults), options.head());
    } catch (RuntimeException e) {
      kernel.close();
      throw e;
    }
  }

  private SelfCheck check(
      ModelTarget target,
      LoweredModel model,
      JacobianKernel kernel,
      Differentiation differentiation,
      Verification verification) {
    JacobianKernel twin =
        options.precision() == Precision.DOUBLE
            ? kernel.fork()
            : differentiation.kernel(DataType.DT_DOUBLE);
    try (ModelGradient session =
        new TensorFlowGradient(info(target, model, Precision.DOUBLE), List.of(), twin, faults)) {
      return verification.run(session);
    }
  }

  private ModelInfo info(ModelTarget target, LoweredModel model, Precision precision) {
    SamplePlan plan = model.plan();
    List<ModelInput> inputs = plan.inputs();
    List<ModelInput> varying = inputs.stream().filter(ModelInput::varies).toList();
    ModelInfo info =
        new ModelInfo(
            source.description(),
            source.sha256(),
            TensorFlowGradientProvider.NAME,
            TensorFlowVersion.read(),
            plan.inputSize(),
            model.outputs(),
            target.label(),
            (options.head() == Head.OUTPUT ? Head.OUTPUT : Head.LOGITS).label(),
            precision,
            inputs.size() == 1 || varying.size() > 1 ? ModelInfo.ONLY_INPUT : varying.get(0).name(),
            plan.sampleSize(),
            plan.inputFrom(),
            SelfCheck.skipped());
    return info.withActivation(target.activation());
  }
}
