package org.liegg.data;

import java.io.IOException;
import java.util.List;
import java.util.OptionalLong;
import java.util.function.Supplier;
import org.liegg.api.BatchStream;
import org.liegg.data.support.BatchValues;
import org.liegg.data.support.ChosenColumns;
import org.liegg.data.support.Digests;
import org.liegg.data.support.Faults;

/** Samples in a binary array: .npy, an array of a .npz, IDX. */
final class ArrayDataset extends FileDataset {

  private final ArrayLayout layout;
  private final ChosenColumns chosen;

  ArrayDataset(ByteSource source, ArrayLayout layout) {
    this(source, layout, Digests.ofFile(source.path()), ChosenColumns.all());
  }

  private ArrayDataset(
      ByteSource source, ArrayLayout layout, Supplier<String> digest, ChosenColumns chosen) {
    super(source, digest);
    this.layout = layout;
    this.chosen = chosen;
  }

  /**
   * The same, of which some columns are read.
   *
   * @throws org.liegg.api.DataException if there are no such columns, or none at all
   */
  ArrayDataset reading(ColumnChoice choice) {
    String subject = source().subject();
    return new ArrayDataset(
        source(), layout, digest(), ColumnSelection.ofArray(subject, layout.sampleShape(), choice));
  }

  @Override
  public int columns() {
    return chosen.of(layout.columns());
  }

  @Override
  public List<Integer> sampleShape() {
    return chosen.of(layout.sampleShape());
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
    ArrayPart part = new ArrayPart(source(), layout, chosen, rows, end);
    try {
      return layout.columnMajor() ? ColumnMajorStream.open(part) : new RowMajorStream(part);
    } catch (IOException e) {
      throw Faults.reading(source().subject(), e);
    }
  }
}
