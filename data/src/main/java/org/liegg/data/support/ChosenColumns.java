package org.liegg.data.support;

import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liegg.api.Batch;
import org.liegg.api.DataException;

/**
 * The values of a stored sample that are read.
 *
 * @param read which, counted from 0, in the order of a sample; all of them where empty
 */
public record ChosenColumns(Optional<List<Integer>> read) {

  /** Copies the list. */
  public ChosenColumns {
    read = read.map(List::copyOf);
  }

  /** All of them. */
  public static ChosenColumns all() {
    return new ChosenColumns(Optional.empty());
  }

  /**
   * The error for samples of several axes: their values are no columns.
   *
   * @param shape the axes of a sample
   */
  public static DataException noColumns(String subject, List<Integer> shape) {
    return new DataException(
        "LIEGG-DATA-OPTION",
        subject,
        "--columns or --exclude was given, and a sample has the axes %s"
            .formatted(shape.stream().map(String::valueOf).collect(Collectors.joining(" × "))),
        "leave the option out: it is for tables and for arrays of samples × columns");
  }

  /** How many there are, of so many. */
  public int of(int all) {
    return read.map(List::size).orElse(all);
  }

  /** The axes of a sample that has these axes as it is stored. */
  public List<Integer> of(List<Integer> axes) {
    return read.map(columns -> List.of(columns.size())).orElse(axes);
  }

  /**
   * These values of stored samples, none of which may be NaN or infinite.
   *
   * @param before samples before this batch
   */
  public Batch finite(String subject, long before, Batch stored) {
    if (read.isEmpty()) {
      return Finite.require(subject, before, stored);
    }
    List<Integer> columns = read.get();
    double[] values = new double[stored.rows() * columns.size()];
    for (int row = 0; row < stored.rows(); row++) {
      for (int i = 0; i < columns.size(); i++) {
        double value = stored.get(row, columns.get(i));
        if (!Double.isFinite(value)) {
          throw Finite.fault(subject, before + row + 1, columns.get(i) + 1, "", value);
        }
        values[row * columns.size() + i] = value;
      }
    }
    return new Batch(stored.rows(), columns.size(), values);
  }
}
