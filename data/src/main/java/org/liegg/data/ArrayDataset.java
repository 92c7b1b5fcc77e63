package org.liegg.data;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import org.liegg.api.BatchStream;
import org.liegg.data.support.BatchValues;
import org.liegg.data.support.Digests;
import org.liegg.data.support.Faults;

/** Samples in a binary array: .npy, an array of a .npz, IDX. */
final class ArrayDataset extends FileDataset {

  private final ArrayLayout layout;

  ArrayDataset(ByteSource source, ArrayLayout layout) {
    super(source, Digests.ofFile(source.path()));
    this.layout = layout;
  }

  @Override
  public int columns() {
    return layout.columns();
  }

  @Override
  public List<Integer> sampleShape() {
    return layout.sampleShape();
  }

  @Override
  public OptionalLong samples() {
    return OptionalLong.of(layout.samples());
  }

  @Override
  public BatchStream batches(int batchSize, long limit) {
    BatchValues.requireBatchSize(source().subject(), batchSize);
    long end = Math.min(layout.samples(), limit);
    int rows = (int) Math.min(batchSize, end);
    BatchValues.length(source().subject(), rows, layout.columns());
    try {
      return layout.columnMajor()
          ? ColumnMajorStream.open(source(), layout, rows, end)
          : new RowMajorStream(source(), layout, rows, end);
    } catch (IOException e) {
      throw Faults.reading(source().subject(), e);
    }
  }
}
