package org.liegg.api.spi.support;

import java.util.List;
import java.util.function.Consumer;
import org.liegg.api.Batch;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;

/** A session that leaves the computing to a kernel, and closes it. */
public final class KernelGradient extends AbstractModelGradient {
  private final GradientKernel kernel;
  private final Consumer<Runnable> guard;

  /**
   * A session.
   *
   * @param info what the model is
   * @param warnings what a reader of results on it must know
   */
  public KernelGradient(ModelInfo info, List<Warning> warnings, GradientKernel kernel) {
    this(info, warnings, kernel, Runnable::run);
  }

  /**
   * A session on a kernel that throws what is no {@link org.liegg.api.ModelException}.
   *
   * @param info what the model is
   * @param warnings what a reader of results on it must know
   * @param guard runs what it is given, and translates what that throws
   */
  public KernelGradient(
      ModelInfo info, List<Warning> warnings, GradientKernel kernel, Consumer<Runnable> guard) {
    super(info, warnings);
    this.kernel = kernel;
    this.guard = guard;
  }

  @Override
  protected void compute(Batch batch, double[] responses, double[] jacobians) {
    guard.accept(() -> kernel.jacobians(batch.values(), batch.rows(), responses, jacobians));
  }

  @Override
  protected void compute(Batch batch, double[] responses) {
    guard.accept(() -> kernel.outputs(batch.values(), batch.rows(), responses));
  }

  @Override
  protected ModelGradient forked() {
    return new KernelGradient(info(), warnings(), kernel.fork(), guard);
  }

  @Override
  protected void release() {
    kernel.close();
  }
}
