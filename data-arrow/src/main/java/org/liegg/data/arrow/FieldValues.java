package org.liegg.data.arrow;

import java.io.IOException;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.data.arrow.ArrowField.Level;

/** The values of one field in one batch, row by row. */
final class FieldValues {
  private final ArrowField field;
  private final int[] targets;
  private final List<Optional<Numbers.Bits>> there = new ArrayList<>();
  private final Numbers numbers;

  /**
   * Begins with the first row.
   *
   * @param targets which column of a sample each number of a row is; -1 where it is none
   * @throws IOException if the batch lacks it
   */
  FieldValues(ArrowField field, int[] targets, ArrowBatch batch, ByteOrder order)
      throws IOException {
    this.field = field;
    this.targets = targets;
    long count = batch.rows();
    for (Level level : field.levels()) {
      count = Math.multiplyExact(count, level.size());
      there.add(
          batch.lacks(level, count)
              ? Optional.of(new Numbers.Bits(batch.buffer(level.validity(), field.views())))
              : Optional.empty());
    }
    numbers =
        Numbers.of(field.kind().orElseThrow(), batch.buffer(field.values(), field.views()), order);
  }

  /** Writes the next rows to samples, from the first of them on; NaN where a value is missing. */
  void read(double[] to, int stride, int rows) throws IOException {
    for (int row = 0; row < rows; row++) {
      read(to, row * stride, 0, 0, true);
    }
  }

  /** Reads one list, or number, of a level, whose numbers begin at one of the row. */
  private void read(double[] to, int offset, int level, int element, boolean whole)
      throws IOException {
    boolean present = (there.get(level).isEmpty() || there.get(level).get().next()) && whole;
    if (level == there.size() - 1) {
      double value = numbers.next();
      if (targets[element] >= 0) {
        to[offset + targets[element]] = present ? value : Double.NaN;
      }
      return;
    }
    int size = field.levels().get(level + 1).size();
    for (int i = 0; i < size; i++) {
      read(to, offset, level + 1, element * size + i, present);
    }
  }
}
