package org.liegg.engine.pytorch;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.PreparedModel;
import org.liegg.api.spi.support.KernelGradient;
import org.liegg.engine.pytorch.run.Call;
import org.liegg.engine.pytorch.run.Kernel;

/**
 * A model of which input and output are chosen.
 *
 * @param outputs of a sample
 * @param info what the model is, in either precision
 * @param unverifiable why the gradients cannot be verified, if they cannot
 */
record PreparedPytorch(
    SourceModel source,
    Call call,
    int outputs,
    Function<Precision, ModelInfo> info,
    PytorchErrors errors,
    Optional<Warning> unverifiable)
    implements PreparedModel {
  /** Sums of other lengths are rounded otherwise, no more. */
  private static final double ROUNDING = 1e-7;

  @Override
  public ModelGradient session(Precision precision) {
    return errors.guarded(
        () ->
            new KernelGradient(
                info.apply(precision),
                List.of(),
                new Kernel(source.load(precision), call, outputs),
                errors::running));
  }

  @Override
  public void requireSound(ModelGradient exact, Batch samples) {
    double[] together = exact.outputs(samples).values();
    if (apart(together, exact.outputs(samples).values())) {
      throw errors.of(
          "LIEGG-MODEL-UNSUPPORTED",
          "it gives one thing now and another the next time",
          "call model.eval() before it is saved, and take out what is drawn at random");
    }
    double[] alone = new double[together.length];
    for (int row = 0; row < samples.rows(); row++) {
      double[] one = exact.outputs(samples.slice(row, row + 1)).values();
      System.arraycopy(one, 0, alone, row * outputs, outputs);
    }
    if (apart(together, alone)) {
      throw errors.of(
          "LIEGG-MODEL-UNSUPPORTED",
          "what it says of a sample depends on the other samples of the batch",
          "call model.eval() before it is saved, or save the part before samples are mixed");
    }
  }

  private static boolean apart(double[] first, double[] second) {
    double largest = Arrays.stream(first).map(Math::abs).max().orElse(0);
    for (int i = 0; i < first.length; i++) {
      if (Math.abs(first[i] - second[i]) > ROUNDING * largest) {
        return true;
      }
    }
    return false;
  }

  @Override
  public ModelException wrongGradient(ModelInfo info, double error, Batch samples) {
    return errors.wrongGradient(
        "PyTorch's",
        error,
        "save it without torch.no_grad() and detach() in its program; if it is not smooth at the"
            + " samples, give others or leave the check out");
  }
}
