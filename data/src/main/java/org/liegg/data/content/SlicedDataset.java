package org.liegg.data.content;

import java.io.IOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.data.spi.ArrayContent;
import org.liegg.data.spi.ArrayPass;
import org.liegg.data.spi.StoredArray;
import org.liegg.data.support.ArrayNames;
import org.liegg.data.support.BatchValues;
import org.liegg.data.support.ChosenColumns;
import org.liegg.data.support.Faults;
import org.liegg.data.support.SampleShape;
import org.liegg.data.text.Words;

/** Samples in an array that is read in slices of samples. */
public final class SlicedDataset extends SourceDataset {
  /** Of one sample: a file may announce more than it holds. */
  private static final int MOST_COLUMNS = 1 << 24;

  /** Values of one slice, unless a single sample has more. */
  private static final int SLICE = 1 << 18;

  private final Samples held;
  private final ChosenColumns chosen;

  /** An array whose first axis is that of the samples. */
  private record Samples(StoredArray array, long count, List<Integer> axes, int columns) {
    static Samples of(String subject, StoredArray array, SampleShape shape) {
      return new Samples(array, shape.shape()[0], shape.axes(subject), shape.columns(subject));
    }
  }

  private SlicedDataset(Source source, Samples held, ChosenColumns chosen) {
    super(source);
    this.held = held;
    this.chosen = chosen;
  }

  /** The same, of which some columns are read. */
  public SlicedDataset reading(ChosenColumns some) {
    return new SlicedDataset(source, held, some);
  }

  /** How messages call it. */
  public String subject() {
    return source.subject();
  }

  /**
   * The array that was asked for, or the only one whose values are numbers.
   *
   * @param targets whether a single axis is one number a sample
   * @throws DataException if there is no such array, its values are no numbers, or its shape is not
   *     that of samples
   */
  public static SlicedDataset of(
      Source file, ArrayContent content, Optional<String> asked, boolean targets) {
    List<StoredArray> arrays = content.arrays();
    List<String> readable =
        arrays.stream()
            .filter(array -> array.objection().isEmpty())
            .map(StoredArray::name)
            .toList();
    List<String> all = arrays.stream().map(StoredArray::name).toList();
    boolean choosable = asked.isEmpty() && !readable.isEmpty();
    String name = ArrayNames.choose(file.subject(), choosable ? readable : all, asked);
    StoredArray array =
        arrays.stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow();
    Source source =
        name.isEmpty()
            ? file
            : file.called("%s, array %s".formatted(file.subject(), Words.quoted(name)));
    array.objection().ifPresent(found -> refuse(source.subject(), found));
    long[] shape = array.shape().stream().mapToLong(Long::longValue).toArray();
    SampleShape sized =
        SampleShape.of(
            source.subject(), targets ? SampleShape.ofTargets(shape) : shape, Double.BYTES);
    Samples held = Samples.of(source.subject(), array, sized);
    if (held.columns() > MOST_COLUMNS) {
      throw Faults.shape(
          source.subject(),
          "its samples have %d values".formatted(held.columns()),
          "give samples of at most %d, or save them as .npy".formatted(MOST_COLUMNS));
    }
    return new SlicedDataset(source, held, ChosenColumns.all());
  }

  private static void refuse(String subject, String found) {
    throw new DataException(
        "LIEGG-DATA-DTYPE",
        subject,
        "its values are " + found + ", and samples are numbers",
        "name an array of numbers with --array, or convert it, e.g. with x.astype('f8')");
  }

  @Override
  public int columns() {
    return chosen.of(held.columns());
  }

  @Override
  public List<Integer> sampleShape() {
    return chosen.of(held.axes());
  }

  @Override
  public OptionalLong samples() {
    return OptionalLong.of(held.count());
  }

  @Override
  public BatchStream batches(int batchSize, long limit) {
    BatchValues.requireBatchSize(source.subject(), batchSize);
    long end = Math.min(held.count(), limit);
    int rows = (int) Math.min(batchSize, end);
    BatchValues.length(source.subject(), rows, held.columns());
    try {
      return new Slices(held.array().open(), rows, end);
    } catch (IOException e) {
      throw Faults.reading(source.subject(), e);
    }
  }

  /** A pass, a batch of several slices at a time. */
  private final class Slices extends PassStream<ArrayPass> {
    private final int batchSize;
    private final long end;
    private long row;
    private int proven;

    Slices(ArrayPass pass, int batchSize, long end) {
      super(source.subject(), pass);
      this.batchSize = batchSize;
      this.end = end;
    }

    @Override
    Optional<Batch> read() throws IOException {
      int rows = (int) Math.min(batchSize, end - row);
      if (rows == 0) {
        return Optional.empty();
      }
      int columns = held.columns();
      BatchValues values = new BatchValues(columns, rows * columns, proven);
      int chunk = Math.max(1, SLICE / columns);
      for (int read = 0; read < rows; ) {
        int count = Math.min(chunk, rows - read);
        double[] to = values.upTo((read + count) * columns);
        pass.read(row + read, count, to, read * columns);
        read += count;
      }
      proven = Math.max(proven, rows * columns);
      Batch batch = chosen.finite(subject, row, values.batch(rows));
      row += rows;
      return Optional.of(batch);
    }
  }
}
