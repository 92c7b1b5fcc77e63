package org.liegg.engine.onnx;

import java.util.List;
import org.liegg.api.Head;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.HeadedGradient;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.onnx.run.NativeLibrary;
import org.liegg.engine.onnx.run.Program;
import org.liegg.engine.onnx.run.ProgramKernel;

/** Makes a session of a model: chooses, translates, compiles, verifies. */
final class ModelOpening {
  private final SourceModel source;
  private final String description;
  private final ModelOptions options;
  private final ModelErrors errors;

  ModelOpening(SourceModel source, String description, ModelOptions options, ModelErrors errors) {
    this.source = source;
    this.description = description;
    this.options = options;
    this.errors = errors;
  }

  /** The session. */
  ModelGradient open() {
    SamplePlan plan = new SampleShapes(source, options, errors).plan();
    Target target = new OutputChoice(source, errors).choose(options);
    Programs programs = new Programs(source, plan);
    int rows = freed(programs, target, programs.rows(target));
    Program program = programs.program(target, options.precision(), rows);
    ModelInfo info = info(plan, target, program);
    List<Warning> warnings = List.of();
    if (options.selfCheck()) {
      Verification verification = new Verification(options.probe(), errors);
      int few = plan.declared() > 1 ? rows : Math.min(rows, GradientCheck.SAMPLES);
      try (ModelGradient twin = session(programs, plan, target, few)) {
        info = info.withSelfCheck(verification.run(twin));
      }
      warnings = verification.warnings();
    }
    OnnxGradient session = new OnnxGradient(info, warnings, ProgramKernel.of(program), errors);
    return HeadedGradient.of(session, options.head());
  }

  /**
   * Where the file asks for one sample at a time, several may go through it together if they come
   * out as they do alone.
   */
  private int freed(Programs programs, Target target, int rows) {
    SamplePlan plan = programs.plan();
    if (plan.declared() != 1 || rows == 1) {
      return rows;
    }
    int few = Math.min(rows, GradientCheck.SAMPLES);
    try (ModelGradient together = session(programs, plan, target, few);
        ModelGradient alone = session(programs, plan, target, 1)) {
      return new Verification(options.probe(), errors).agree(together, alone) ? rows : 1;
    }
  }

  private ModelGradient session(Programs programs, SamplePlan plan, Target target, int rows) {
    Program program = programs.program(target, Precision.DOUBLE, rows);
    return new OnnxGradient(
        info(plan, target, program), List.of(), ProgramKernel.of(program), errors);
  }

  private ModelInfo info(SamplePlan plan, Target target, Program program) {
    ModelInfo info =
        new ModelInfo(
            description,
            source.file().sha256(),
            OnnxGradientProvider.NAME,
            NativeLibrary.version(),
            plan.inputSize(),
            program.outputs(),
            target.label(),
            (options.head() == Head.OUTPUT ? Head.OUTPUT : Head.LOGITS).label(),
            program.graph().precision(),
            plan.varying(),
            plan.sampleSize(),
            plan.inputFrom(),
            SelfCheck.skipped());
    return info.withActivation(target.activation());
  }
}
