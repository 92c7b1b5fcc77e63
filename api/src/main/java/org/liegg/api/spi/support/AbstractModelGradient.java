package org.liegg.api.spi.support;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Warning;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.SampleChecks;

/**
 * The bookkeeping of a session: whether it is open, what it says of its model, and that samples and
 * results are as wide and as finite as a {@link ModelGradient} promises. What is left to write is
 * the computing, another session for another thread, and what there is to release.
 */
public abstract class AbstractModelGradient implements ModelGradient {
  private final ModelInfo info;
  private final List<Warning> warnings;
  private final SampleChecks checks;
  private boolean closed;

  /**
   * A session.
   *
   * @param info what the model is
   * @param warnings what a reader of results on it must know; copied
   */
  protected AbstractModelGradient(ModelInfo info, List<Warning> warnings) {
    this.info = info;
    this.warnings = List.copyOf(warnings);
    this.checks = new SampleChecks(info);
  }

  /**
   * Computes F and its Jacobians.
   *
   * @param batch {@code samples × sampleSize}, finite in the model's precision; not to be written
   *     to
   * @param responses takes F, {@code samples × k}; whether they are finite is checked afterwards
   * @param jacobians takes the derivatives, {@code samples × k × d}, as the responses
   * @throws org.liegg.api.ModelException if the model cannot be evaluated
   */
  protected abstract void compute(Batch batch, double[] responses, double[] jacobians);

  /**
   * Computes F alone.
   *
   * @param batch {@code samples × sampleSize}, finite in the model's precision; not to be written
   *     to
   * @param responses takes F, {@code samples × k}; whether they are finite is checked afterwards
   * @throws org.liegg.api.ModelException if the model cannot be evaluated
   */
  protected abstract void compute(Batch batch, double[] responses);

  /** Another session on the same model, with the same {@link #info} and {@link #warnings}. */
  protected abstract ModelGradient forked();

  /** Releases what the session holds; called once at most. Nothing by default. */
  protected void release() {}

  @Override
  public final ModelInfo info() {
    checks.requireOpen(closed);
    return info;
  }

  @Override
  public final List<Warning> warnings() {
    checks.requireOpen(closed);
    return warnings;
  }

  @Override
  public final Jacobians jacobians(Batch batch) {
    double[] responses = responses(batch);
    double[] jacobians = checks.newJacobians(batch);
    compute(batch, responses, jacobians);
    return checks.jacobians(batch, jacobians, responses);
  }

  @Override
  public final Batch outputs(Batch batch) {
    double[] responses = responses(batch);
    compute(batch, responses);
    return checks.outputs(batch, responses);
  }

  private double[] responses(Batch batch) {
    checks.requireOpen(closed);
    checks.requireSamples(batch);
    return checks.newResponses(batch);
  }

  @Override
  public final ModelGradient fork() {
    checks.requireOpen(closed);
    return forked();
  }

  @Override
  public final void close() {
    if (!closed) {
      closed = true;
      release();
    }
  }
}
