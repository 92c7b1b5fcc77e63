package org.liegg.engine.dl4j;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.api.spi.ModelGradient;

/** A session: checks what goes in and what comes out, and leaves the computing to a kernel. */
final class Dl4jGradient implements ModelGradient {
  private final ModelInfo info;
  private final List<Warning> warnings;
  private final ModelFaults faults;
  private final JacobianKernel kernel;
  private boolean closed;

  Dl4jGradient(ModelInfo info, List<Warning> warnings, JacobianKernel kernel) {
    this.info = info;
    this.warnings = List.copyOf(warnings);
    this.faults = new ModelFaults(info.path());
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
    int inputs = kernel.inputs();
    int outputs = kernel.outputs();
    double[] responses = new double[size(batch, 1)];
    double[] values = new double[size(batch, inputs)];
    kernel.jacobians(batch.values(), batch.rows(), responses, values);
    requireFinite("output", responses, outputs);
    requireFinite("gradient", values, outputs * inputs);
    return new Jacobians(batch.rows(), outputs, inputs, values, responses);
  }

  @Override
  public Batch outputs(Batch batch) {
    requireOpen();
    requireSamples(batch);
    double[] responses = new double[size(batch, 1)];
    kernel.outputs(batch.values(), batch.rows(), responses);
    requireFinite("output", responses, kernel.outputs());
    return new Batch(batch.rows(), kernel.outputs(), responses);
  }

  @Override
  public ModelGradient fork() {
    requireOpen();
    return new Dl4jGradient(info, warnings, kernel.fork());
  }

  @Override
  public void close() {
    closed = true;
  }

  private void requireOpen() {
    if (closed) {
      throw new IllegalStateException("The session on model %s is closed".formatted(info.path()));
    }
  }

  private void requireSamples(Batch batch) {
    if (batch.columns() != kernel.sampleSize()) {
      throw faults.inputSize(batch.columns(), kernel.sampleSize());
    }
    double[] values = batch.values();
    boolean single = kernel.precision() == Precision.FLOAT;
    for (int i = 0; i < values.length; i++) {
      // In single precision a value beyond its range is infinite, and saturates unseen.
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
    long size = (long) kernel.outputs() * inputs;
    if (size * batch.rows() > Integer.MAX_VALUE - 8) {
      throw faults.batchTooLarge(batch.rows(), kernel.outputs(), inputs);
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
