package org.liegg.api.spi;

import java.util.Arrays;
import java.util.function.Function;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;

/** A function with the derivative that it is said to have, sample by sample. */
final class FunctionModel implements ModelGradient {

  /** Of one sample. */
  @FunctionalInterface
  interface OfSample extends Function<double[], double[]> {}

  private static final ModelInfo.Origin ORIGIN =
      new ModelInfo.Origin("f.zip", "0".repeat(64), "function", "1");

  private final ModelInfo info;
  private final OfSample function;
  private final OfSample derivative;
  int forks;
  boolean closed;

  /**
   * @param derivative outputs × inputs of a sample
   */
  FunctionModel(int inputs, int outputs, OfSample function, OfSample derivative) {
    this(info(inputs, outputs, inputs, 0, Precision.DOUBLE), function, derivative);
  }

  FunctionModel(ModelInfo info, OfSample function, OfSample derivative) {
    this.info = info;
    this.function = function;
    this.derivative = derivative;
  }

  static ModelInfo info(
      int inputs, int outputs, int sampleSize, int inputFrom, Precision precision) {
    ModelInfo.Taken logits = new ModelInfo.Taken(outputs, "output", "logits");
    ModelInfo.Varying varying = new ModelInfo.Varying("input", sampleSize, inputFrom);
    return new ModelInfo(ORIGIN, inputs, logits, precision, varying, SelfCheck.skipped());
  }

  @Override
  public ModelInfo info() {
    return info;
  }

  @Override
  public Jacobians jacobians(Batch batch) {
    return new Jacobians(
        batch.rows(),
        info.outputSize(),
        info.inputSize(),
        each(batch, derivative),
        each(batch, function));
  }

  @Override
  public Batch outputs(Batch batch) {
    return new Batch(batch.rows(), info.outputSize(), each(batch, function));
  }

  @Override
  public ModelGradient fork() {
    forks++;
    return new FunctionModel(info, function, derivative);
  }

  @Override
  public void close() {
    closed = true;
  }

  private static double[] each(Batch batch, OfSample of) {
    double[] all = new double[0];
    for (int n = 0; n < batch.rows(); n++) {
      double[] one = of.apply(batch.slice(n, n + 1).values().clone());
      int at = all.length;
      all = Arrays.copyOf(all, at + one.length);
      System.arraycopy(one, 0, all, at, one.length);
    }
    return all;
  }
}
