package org.liegg.core.transformation;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.ModelGradient;
import org.liegg.core.assemble.Descriptions;

/**
 * The values of a model at samples whose varying part is replaced. What else a sample holds stays.
 * Confined to one thread, as the model is.
 *
 * @param model asked for values alone; not closed here
 * @param batchSize samples that it is asked for at a time, ≥ 1
 */
public record VaryingModel(ModelGradient model, int batchSize) {

  /** What the model is. */
  public ModelInfo info() {
    return model.info();
  }

  /**
   * The axes of what varies: those of the data, where that is the whole sample.
   *
   * @param shape the axes of a sample of the data
   */
  public List<Integer> axes(List<Integer> shape) {
    long size = shape.stream().mapToLong(Integer::longValue).reduce(1, (a, b) -> a * b);
    return size == info().inputSize() ? shape : List.of(info().inputSize());
  }

  /** The part of whole samples that varies, {@code samples × d}. */
  public Batch varying(Batch samples) {
    ModelInfo info = info();
    return samples.features(info.inputFrom(), info.inputFrom() + info.inputSize());
  }

  /** F at samples as they are, {@code samples × k}. */
  public Batch outputs(Batch samples) {
    int k = info().outputSize();
    double[] values = new double[samples.rows() * k];
    for (int from = 0; from < samples.rows(); from += batchSize) {
      int to = Math.min(samples.rows(), from + batchSize);
      Batch part = model.outputs(samples.slice(from, to));
      System.arraycopy(part.values(), 0, values, from * k, part.values().length);
    }
    return new Batch(samples.rows(), k, values);
  }

  /** The same samples with another part that varies, {@code samples × d}. */
  public Batch replaced(Batch samples, Batch varying) {
    ModelInfo info = info();
    double[] values = samples.values().clone();
    for (int n = 0; n < samples.rows(); n++) {
      System.arraycopy(
          varying.values(),
          n * info.inputSize(),
          values,
          n * samples.columns() + info.inputFrom(),
          info.inputSize());
    }
    return new Batch(samples.rows(), samples.columns(), values);
  }

  /** F at samples whose varying part is this one; empty where the model fails there. */
  public Optional<Batch> outputs(Batch samples, Batch varying) {
    try {
      return Optional.of(outputs(replaced(samples, varying)));
    } catch (ModelException | NumericalException e) {
      Descriptions.rethrowInterruption(e);
      return Optional.empty();
    }
  }
}
