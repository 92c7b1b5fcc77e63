package org.liegg.app.invariants;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.function.Function;
import org.liegg.algebra.polynomial.Polynomial;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;

/** What functions are at samples. */
record SampleValues(Dataset data) {
  private static final int BATCH = 1000;

  /** Polynomials of the inputs, a column each. */
  Batch of(List<Polynomial> polynomials) {
    return of(
        polynomials.size(),
        batch -> columns(batch, polynomials.stream().map(one -> at(one, batch)).toList()));
  }

  private static double[] at(Polynomial polynomial, Batch batch) {
    double[] values = new double[batch.rows()];
    for (int n = 0; n < values.length; n++) {
      int width = batch.columns();
      values[n] = polynomial.at(Arrays.copyOfRange(batch.values(), n * width, (n + 1) * width));
    }
    return values;
  }

  /** Columns of as many numbers as the samples of a batch, side by side. */
  static Batch columns(Batch batch, List<double[]> columns) {
    double[] values = new double[batch.rows() * columns.size()];
    for (int k = 0; k < columns.size(); k++) {
      for (int n = 0; n < batch.rows(); n++) {
        values[n * columns.size() + k] = columns.get(k)[n];
      }
    }
    return new Batch(batch.rows(), columns.size(), values);
  }

  /** The functions at all samples; nothing where there are none. */
  Batch of(int count, Function<Batch, Batch> functions) {
    if (count == 0) {
      return new Batch(0, 0, new double[0]);
    }
    List<double[]> parts = new ArrayList<>();
    int rows = 0;
    try (BatchStream stream = data.batches(BATCH)) {
      Optional<Batch> batch = stream.next();
      while (batch.isPresent()) {
        parts.add(functions.apply(batch.get()).values());
        rows += batch.get().rows();
        batch = stream.next();
      }
    }
    double[] values = new double[Math.multiplyExact(rows, count)];
    int at = 0;
    for (double[] part : parts) {
      System.arraycopy(part, 0, values, at, part.length);
      at += part.length;
    }
    return new Batch(rows, count, values);
  }
}
