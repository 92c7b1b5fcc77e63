package org.liegg.engine.onnx;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.PreparedModel;
import org.liegg.engine.onnx.run.Program;
import org.liegg.engine.onnx.run.ProgramKernel;

/** Makes a model ready for sessions: chooses, translates, compiles. */
record ModelOpening(
    SourceModel source, String description, ModelOptions options, OnnxErrors errors) {
  /** The model with its output and input chosen. */
  PreparedModel prepare() {
    SamplePlan plan = new SampleShapes(source, options, errors).plan();
    Target target = new OutputChoice(source, errors).choose(options);
    Programs programs = new Programs(source, plan);
    return new Prepared(target, programs, freed(programs, target, programs.rows(target)));
  }

  /** A model that compiles programs. */
  private final class Prepared implements PreparedModel {
    private final Target target;
    private final Programs programs;
    private final int rows;

    Prepared(Target target, Programs programs, int rows) {
      this.target = target;
      this.programs = programs;
      this.rows = rows;
    }

    @Override
    public ModelGradient session(Precision precision) {
      // One in other arithmetic than was asked for verifies, and sees few samples.
      int together =
          precision == options.precision() || programs.plan().declared() > 1
              ? rows
              : Math.min(rows, GradientCheck.SAMPLES);
      return errors.guarded(
          () -> {
            Program program = programs.program(target, precision, together);
            return errors.session(
                info(programs.plan(), target, program), ProgramKernel.of(program));
          });
    }

    @Override
    public List<Batch> samples(Batch random) {
      return Verification.places(random);
    }

    @Override
    public void requireSound(ModelGradient exact, Batch samples) {
      if (!Verification.isIndependent(exact, exact, samples)) {
        throw errors.unsupported(
            "what it says of a sample depends on the other samples of the batch",
            "export the model for inference, or take an output before samples are mixed");
      }
    }

    @Override
    public ModelException wrongGradient(ModelInfo info, double error, Batch samples) {
      return errors.wrongGradient(
          "its",
          error,
          "take an earlier output with --output, or say so if the model is not smooth at the"
              + " samples: they can be chosen, and the check left out");
    }
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
      return Verification.agree(together, alone, options.probe()) ? rows : 1;
    }
  }

  private ModelGradient session(Programs programs, SamplePlan plan, Target target, int rows) {
    Program program = programs.program(target, Precision.DOUBLE, rows);
    return errors.session(info(plan, target, program), ProgramKernel.of(program));
  }

  private ModelInfo info(SamplePlan plan, Target target, Program program) {
    return target.info(
        source.origin(description), plan, program.outputs(), program.graph().precision());
  }
}
