package org.liegg.engine.onnx;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.GradientCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.PreparedModel;
import org.liegg.engine.onnx.file.OwnBytes;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.run.FileKernel;
import org.liegg.engine.onnx.run.RuntimeFailure;

/** Makes a model ready for its values alone, which the runtime computes as the file has it. */
record ValuesOpening(
    SourceModel source, String description, ModelOptions options, OnnxErrors errors) {
  private static final int MANY = 256;

  PreparedModel prepare() {
    SamplePlan plan = new SampleShapes(source, options, errors).plan();
    Target target = new OutputChoice(source, errors).choose(options);
    byte[] model = OwnBytes.computing(source.file().proto(), target.tensor());
    List<FileKernel.Input> inputs =
        plan.inputs().stream()
            .map(input -> new FileKernel.Input(input.name(), input.shape(), input.batched()))
            .toList();
    boolean fixed = plan.declared() > 1;
    return new PreparedModel() {
      @Override
      public ModelGradient session(Precision precision) {
        return errors.guarded(() -> opened(plan, target, model, inputs, fixed));
      }

      @Override
      public List<Batch> samples(Batch random) {
        return Verification.places(random);
      }
    };
  }

  private ModelGradient opened(
      SamplePlan plan, Target target, byte[] model, List<FileKernel.Input> inputs, boolean fixed) {
    FileKernel kernel = FileKernel.of(model, inputs, fixed ? plan.declared() : 1);
    Batch samples = places(plan);
    int k = kernel.outputs(samples.values(), samples.rows(), fixed).length / samples.rows();
    FileKernel best = fixed || plan.single() ? kernel : together(kernel, samples, k);
    return new OnnxValues(
        target.info(source.origin(description), plan, k, Precision.DOUBLE), best, fixed, errors);
  }

  private Batch places(SamplePlan plan) {
    return options
        .probe()
        .filter(probe -> probe.rows() > 0 && probe.columns() == plan.sampleSize())
        .orElseGet(
            () -> Verification.places(GradientCheck.randomSamples(plan.sampleSize())).get(0));
  }

  /** Several samples in a run, where they come out as they do alone. */
  private static FileKernel together(FileKernel alone, Batch samples, int k) {
    FileKernel many = alone.with(MANY);
    try {
      double[] one = alone.outputs(samples.values(), samples.rows(), false);
      double[] all = many.outputs(samples.values(), samples.rows(), false);
      if (all.length == samples.rows() * k && agree(one, all)) {
        alone.close();
        return many;
      }
    } catch (GraphException | RuntimeFailure e) {
      // It takes one sample at a time.
    }
    many.close();
    return alone;
  }

  private static boolean agree(double[] one, double[] all) {
    double size = 0;
    double apart = 0;
    for (int i = 0; i < one.length; i++) {
      size = Math.max(size, Math.abs(one[i]));
      apart = Math.max(apart, Math.abs(one[i] - all[i]));
    }
    return apart <= 1e-5 * size;
  }
}
