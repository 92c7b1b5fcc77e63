package org.liegg.engine.tensorflow;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.api.spi.ModelGradient;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;

/** A session: checks what goes in and what comes out, and leaves the computing to a kernel. */
final class TensorFlowGradient implements ModelGradient {
  private final ModelInfo info;
  private final List<Warning> warnings;
  private final ModelFaults faults;
  private final JacobianKernel kernel;
  private boolean closed;

  TensorFlowGradient(
      ModelInfo info, List<Warning> warnings, JacobianKernel kernel, ModelFaults faults) {
    this.info = info;
    this.warnings = List.copyOf(warnings);
    this.faults = faults;
    this.kernel = kernel;
  }

  @Override
  public ModelInfo info() {
    requireOpen();
    return info;
  }

  @Override
  public List<Warning> warnings() {
    requireOpen();
    return warnings;
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    requireOpen();
    requireSamples(batch);
    double[] responses = new double[size(batch, 1)];
    double[] values = new double[size(batch, info.inputSize())];
    run(() -> kernel.jacobians(batch.values(), batch.rows(), responses, values));
    requireFinite("output", responses, info.outputSize());
    requireFinite("gradient", values, info.outputSize() * info.inputSize());
    return new Jacobians(batch.rows(), info.outputSize(), info.inputSize(), values, responses);
  }

  @Override
  public Batch outputs(Batch batch) {
    requireOpen();
    requireSamples(batch);
    double[] responses = new double[size(batch, 1)];
    run(() -> kernel.outputs(batch.values(), batch.rows(), responses));
    requireFinite("output", responses, info.outputSize());
    return new Batch(batch.rows(), info.outputSize(), responses);
  }

  @Override
  public ModelGradient fork() {
    requireOpen();
    return new TensorFlowGradient(info, warnings, kernel.fork(), faults);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      kernel.close();
    }
  }

  private void run(Runnable action) {
    try {
      action.run();
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      throw faults.fails(e);
    }
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The session on model %s is closed".formatted(info.path()));
    }
  }

  /** Rectifiers turn what is not a number into 0, so that it has to be looked for before. */
  private void requireSamples(Batch batch) {
    if (batch.columns() != info.sampleSize()) {
      throw faults.inputSize(batch.columns(), info.sampleSize());
    }
    double[] values = batch.values();
    boolean single = info.precision() == Precision.FLOAT;
    for (int i = 0; i < values.length; i++) {
      if (!(single ? Float.isFinite((float) values[i]) : Double.isFinite(values[i]))) {
        throw faults.nonFinite(
            "sample %d of the batch: input %d is %s"
                .formatted(i / batch.columns(), i % batch.columns(), values[i]),
            single && Double.isFinite(values[i])
                ? "use double precision"
                : "remove or repair the sample");
      }
    }
  }

  private int size(Batch batch, int inputs) {
    long size = (long) info.outputSize() * inputs;
    if (size * batch.rows() > Integer.MAX_VALUE - 8) {
      throw faults.batchTooLarge(batch.rows(), info.outputSize(), inputs);
    }
    return (int) size * batch.rows();
  }

  private void requireFinite(String what, double[] values, int perSample) {
    for (int i = 0; i < values.length; i++) {
      if (!Double.isFinite(values[i])) {
        throw faults.nonFinite(
            "sample %d of the batch: its %s is %s".formatted(i / perSample, what, values[i]),
            "scale the inputs as in training, or use double precision");
      }
    }
  }
}
