package org.liegg.app.export;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.spi.ModelGradient;
import org.liegg.app.export.SymmetricModel.Measure;

/**
 * How well a model does on samples whose labels are known: numbers of classes where the model has
 * several outputs and each sample one label; zeros and ones beside outputs of which one stands for
 * both classes; else what ought to come out.
 *
 * @param labels one row a sample
 * @param measure what they are compared by
 */
public record Scoring(Batch labels, Measure measure) {
  private static final int READ = 4096;

  /**
   * Labels of a model.
   *
   * @param outputs k
   * @throws DataException {@code LIEGG-EXPORT-LABELS} if they are neither one number for a sample
   *     nor one for an output
   */
  public static Scoring of(Dataset labels, int outputs) {
    Batch all = read(labels);
    boolean whole =
        Arrays.stream(all.values()).allMatch(value -> value == Math.rint(value) && value >= 0);
    if (all.columns() == 1 && outputs > 1) {
      if (!whole || Arrays.stream(all.values()).anyMatch(value -> value >= outputs)) {
        throw unfit(
            labels,
            "the model has %d outputs, and a label is no number from 0 to %d"
                .formatted(outputs, outputs - 1));
      }
      return new Scoring(all, Measure.ACCURACY);
    }
    if (all.columns() != outputs) {
      throw unfit(
          labels, "it has %d columns, and the model %d outputs".formatted(all.columns(), outputs));
    }
    boolean binary = whole && Arrays.stream(all.values()).allMatch(value -> value <= 1);
    boolean oneEach = outputs == 1 || eachHasOne(all);
    return new Scoring(all, binary && oneEach ? Measure.ACCURACY : Measure.ERROR);
  }

  private static boolean eachHasOne(Batch all) {
    for (int row = 0; row < all.rows(); row++) {
      if (Arrays.stream(all.slice(row, row + 1).values()).sum() != 1) {
        return false;
      }
    }
    return true;
  }

  private static DataException unfit(Dataset labels, String found) {
    return new DataException(
        "LIEGG-EXPORT-LABELS",
        "labels " + labels.name(),
        found,
        "give one label a sample, the number of its class from 0, or one value an output");
  }

  private static Batch read(Dataset labels) {
    List<Batch> parts = new ArrayList<>();
    int rows = 0;
    try (BatchStream stream = labels.batches(READ)) {
      for (var part = stream.next(); part.isPresent(); part = stream.next()) {
        parts.add(part.get());
        rows += part.get().rows();
      }
    }
    double[] values = new double[Math.multiplyExact(rows, labels.columns())];
    int at = 0;
    for (Batch part : parts) {
      System.arraycopy(part.values(), 0, values, at, part.values().length);
      at += part.values().length;
    }
    return new Batch(rows, labels.columns(), values);
  }

  /**
   * How well a model does.
   *
   * @param samples as many as there are labels
   * @throws DataException {@code LIEGG-EXPORT-LABELS} if they are more or fewer
   */
  public double of(ModelGradient model, Dataset samples, int batchSize) {
    double sum = 0;
    int at = 0;
    try (BatchStream stream = samples.batches(batchSize)) {
      for (var batch = stream.next(); batch.isPresent(); batch = stream.next()) {
        requireAs(samples, at + batch.get().rows());
        Batch outputs = model.outputs(batch.get());
        for (int row = 0; row < outputs.rows(); row++, at++) {
          sum += measure == Measure.ACCURACY ? right(outputs, row, at) : off(outputs, row, at);
        }
      }
    }
    if (at < labels.rows()) {
      requireAs(samples, at);
      throw different(samples, at);
    }
    return measure == Measure.ACCURACY
        ? sum / at
        : Math.sqrt(sum / ((double) at * labels.columns()));
  }

  private void requireAs(Dataset samples, int rows) {
    if (rows > labels.rows()) {
      throw different(samples, rows);
    }
  }

  private DataException different(Dataset samples, int rows) {
    return new DataException(
        "LIEGG-EXPORT-LABELS",
        "labels of " + samples.name(),
        "there are %d labels, and %s %d samples"
            .formatted(labels.rows(), rows > labels.rows() ? "at least" : "only", rows),
        "give a label for every sample, in their order");
  }

  private double right(Batch outputs, int row, int at) {
    int k = outputs.columns();
    int said = k == 1 ? (outputs.get(row, 0) > 0.5 ? 1 : 0) : largest(outputs, row);
    int label = labels.columns() == 1 ? (int) labels.get(at, 0) : largest(labels, at);
    return said == label ? 1 : 0;
  }

  private static int largest(Batch batch, int row) {
    int largest = 0;
    for (int i = 1; i < batch.columns(); i++) {
      if (batch.get(row, i) > batch.get(row, largest)) {
        largest = i;
      }
    }
    return largest;
  }

  private double off(Batch outputs, int row, int at) {
    double sum = 0;
    for (int i = 0; i < labels.columns(); i++) {
      double off = outputs.get(row, i) - labels.get(at, i);
      sum += off * off;
    }
    return sum;
  }
}
