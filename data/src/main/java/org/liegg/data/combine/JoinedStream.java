package org.liegg.data.combine;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.data.support.BatchValues;

/** Reads parts in step. Every stream fills its batches, so that batches of one number fit. */
final class JoinedStream implements BatchStream {
  private final String name;
  private final List<Part> parts;
  private long read;

  JoinedStream(String name, List<Part> parts) {
    this.name = name;
    this.parts = List.copyOf(parts);
  }

  /**
   * One part of every sample.
   *
   * @param name what messages call it
   * @param columns features
   * @param stream where its samples come from; empty where all have the same
   * @param values those of the one sample, where there is no stream
   */
  record Part(String name, int columns, Optional<BatchStream> stream, double[] values) {
    void close() {
      stream.ifPresent(BatchStream::close);
    }
  }

  @Override
  public Optional<Batch> next() {
    List<Optional<Batch>> batches = new ArrayList<>();
    int rows = -1;
    for (Part part : parts) {
      Optional<Batch> batch = part.stream().flatMap(BatchStream::next);
      if (part.stream().isPresent()) {
        int found = batch.map(Batch::rows).orElse(0);
        if (rows >= 0 && found != rows) {
          throw uneven(part, rows, found);
        }
        rows = found;
      }
      batches.add(batch);
    }
    if (rows <= 0) {
      return Optional.empty();
    }
    read += rows;
    return Optional.of(joined(batches, rows));
  }

  private DataException uneven(Part part, int rows, int found) {
    return new DataException(
        "LIEGG-DATA-LENGTH",
        "data " + part.name(),
        "it holds %s samples than the inputs before it (%d against %d, counted to where the first ends)"
            .formatted(found < rows ? "fewer" : "more", read + found, read + rows),
        "give every input the same number of samples, or one sample that is meant for all");
  }

  private Batch joined(List<Optional<Batch>> batches, int rows) {
    int columns = parts.stream().mapToInt(Part::columns).sum();
    double[] values = new double[BatchValues.length("data " + name, rows, columns)];
    int from = 0;
    for (int p = 0; p < parts.size(); p++) {
      int width = parts.get(p).columns();
      double[] source = batches.get(p).map(Batch::values).orElse(parts.get(p).values());
      boolean repeated = batches.get(p).isEmpty();
      for (int row = 0; row < rows; row++) {
        System.arraycopy(source, repeated ? 0 : row * width, values, row * columns + from, width);
      }
      from += width;
    }
    return new Batch(rows, columns, values);
  }

  @Override
  public void close() {
    parts.forEach(Part::close);
  }
}
