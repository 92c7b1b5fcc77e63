package org.liegg.api.spi;

import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;

/**
 * What a {@link ModelGradient} promises of its samples and results, checked around the computing of
 * an engine: that samples are as wide as the model and finite, that results fit an array, and that
 * they are finite. Immutable; sessions in several threads may share one.
 */
public final class SampleChecks {
  private static final int MAX_VALUES = Integer.MAX_VALUE - 8;

  private final ModelInfo info;

  /**
   * Checks for sessions on a model.
   *
   * @param info whose path names the model in errors, and whose sizes and precision are meant
   */
  public SampleChecks(ModelInfo info) {
    this.info = info;
  }

  /**
   * Refuses to go on after the session was closed.
   *
   * @throws IllegalStateException if it was
   */
  public void requireOpen(boolean closed) {
    if (closed) {
      throw new IllegalStateException("The session on model %s is closed".formatted(info.path()));
    }
  }

  /**
   * Checks what goes in. Rectifiers turn what is not a number into 0, and in single precision a
   * value beyond its range is infinite and saturates unseen, so that both have to be looked for
   * before the model computes.
   *
   * @param batch to be {@code samples × sampleSize}, finite in the model's precision
   * @throws ModelException {@code LIEGG-MODEL-INPUT-SIZE} if it has another width, {@code
   *     LIEGG-MODEL-NONFINITE} if a value is not finite
   */
  public void requireSamples(Batch batch) {
    if (batch.columns() != info.sampleSize()) {
      throw fault(
          "LIEGG-MODEL-INPUT-SIZE",
          "samples have %d values, the model takes %d"
              .formatted(batch.columns(), info.sampleSize()),
          "give data of the model's width");
    }
    double[] values = batch.values();
    boolean single = info.precision() == Precision.FLOAT;
    for (int i = 0; i < values.length; i++) {
      if (!(single ? Float.isFinite((float) values[i]) : Double.isFinite(values[i]))) {
        throw nonFinite(
            "sample %d of the batch: input %d is %s"
                .formatted(i / batch.columns(), i % batch.columns(), values[i]),
            single && Double.isFinite(values[i])
                ? "use double precision"
                : "remove or repair the sample");
      }
    }
  }

  /**
   * Room for the outputs of a batch, {@code samples × k}.
   *
   * @throws ModelException {@code LIEGG-MODEL-BATCH-TOO-LARGE} if no array holds them
   */
  public double[] newResponses(Batch batch) {
    return new double[size(batch, 1)];
  }

  /**
   * Room for the Jacobians of a batch, {@code samples × k × d}.
   *
   * @throws ModelException {@code LIEGG-MODEL-BATCH-TOO-LARGE} if no array holds them
   */
  public double[] newJacobians(Batch batch) {
    return new double[size(batch, info.inputSize())];
  }

  /**
   * The outputs of a batch, once they are computed.
   *
   * @throws ModelException {@code LIEGG-MODEL-NONFINITE} if one is not finite
   */
  public Batch outputs(Batch batch, double[] responses) {
    requireFinite("output", responses, info.outputSize());
    return new Batch(batch.rows(), info.outputSize(), responses);
  }

  /**
   * The Jacobians of a batch, once they are computed.
   *
   * @throws ModelException {@code LIEGG-MODEL-NONFINITE} if an output or a derivative is not finite
   */
  public Jacobians jacobians(Batch batch, double[] values, double[] responses) {
    requireFinite("output", responses, info.outputSize());
    requireFinite("gradient", values, info.outputSize() * info.inputSize());
    return new Jacobians(batch.rows(), info.outputSize(), info.inputSize(), values, responses);
  }

  private int size(Batch batch, int inputs) {
    long size = (long) info.outputSize() * inputs;
    if (batch.rows() > 0 && size > MAX_VALUES / batch.rows()) {
      throw fault(
          "LIEGG-MODEL-BATCH-TOO-LARGE",
          "Jacobians of %d samples are %d × %d × %d values"
              .formatted(batch.rows(), batch.rows(), info.outputSize(), inputs),
          "use smaller batches");
    }
    return (int) size * batch.rows();
  }

  private void requireFinite(String what, double[] values, int perSample) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw nonFinite(
            "sample %d of the batch: its %s is %s".formatted(i / perSample, what, values[i]),
            "scale the inputs as in training, or use double precision");
      }
    }
  }

  private ModelException nonFinite(String found, String remedy) {
    return fault("LIEGG-MODEL-NONFINITE", found, remedy);
  }

  private ModelException fault(String code, String found, String remedy) {
    return new ModelException(code, "model " + info.path(), found, remedy);
  }
}
