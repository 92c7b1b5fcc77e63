package org.liegg.spark;

import java.io.Serializable;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.types.StructField;
import org.liegg.api.DataException;

/**
 * How the columns of a row become a sample.
 *
 * @param data how messages call the dataset
 * @param names of the columns
 * @param cells read a cell of each
 * @param widths how many values each has; 0 where no row has told it yet
 */
record SampleColumns(String data, String[] names, SampleCell[] cells, int[] widths)
    implements Serializable {

  /**
   * The columns that are asked for.
   *
   * @throws DataException {@code LIEGG-DATA-COLUMN} if there is no such column, or two; {@code
   *     LIEGG-DATA-TEXT} if one holds no numbers
   */
  static SampleColumns of(SparkSamples samples) {
    StructField[] fields = samples.rows().schema().fields();
    List<String> all = Arrays.stream(fields).map(StructField::name).toList();
    List<String> names = samples.columns().isEmpty() ? all : samples.columns();
    String subject = "data " + samples.name();
    SampleCell[] cells = new SampleCell[names.size()];
    Set<String> seen = new HashSet<>();
    for (int i = 0; i < cells.length; i++) {
      String name = names.get(i);
      long found = all.stream().filter(name::equals).count();
      if (found != 1 || !seen.add(name)) {
        throw new DataException(
            "LIEGG-DATA-COLUMN",
            subject,
            found == 0
                ? "it has no column '%s'; its columns are %s"
                    .formatted(name, String.join(", ", all))
                : "its column '%s' is there or asked for twice".formatted(name),
            "name every column once, as the dataset does");
      }
      StructField field = fields[all.indexOf(name)];
      cells[i] =
          SampleCell.of(field.dataType())
              .orElseThrow(
                  () ->
                      new DataException(
                          "LIEGG-DATA-TEXT",
                          subject,
                          "column '%s' is of the type %s"
                              .formatted(name, field.dataType().simpleString()),
                          "name columns of numbers, of arrays of numbers or of vectors"));
    }
    int[] widths = new int[cells.length];
    for (int i = 0; i < cells.length; i++) {
      widths[i] = cells[i].single() ? 1 : 0;
    }
    return new SampleColumns(samples.name(), names.toArray(String[]::new), cells, widths);
  }

  /** These columns of the dataset alone. */
  Dataset<Row> select(Dataset<Row> rows) {
    Column[] chosen = new Column[names.length];
    for (int i = 0; i < names.length; i++) {
      chosen[i] = rows.col("`" + names[i].replace("`", "``") + "`");
    }
    return rows.select(chosen);
  }

  /** Whether the widths of all columns are known before a row is read. */
  boolean complete() {
    return Arrays.stream(widths).allMatch(width -> width > 0);
  }

  /** The same, with widths as a row has them. */
  SampleColumns with(int[] found) {
    return new SampleColumns(data, names, cells, found);
  }

  /**
   * The widths of a row.
   *
   * @throws DataException {@code LIEGG-DATA-CELL} if a cell is null
   */
  int[] widths(InternalRow row, RowPlace place) {
    int[] found = new int[cells.length];
    for (int i = 0; i < cells.length; i++) {
      requireCell(row, i, place);
      found[i] = cells[i].width(row, i);
    }
    return found;
  }

  /** Values of a sample. */
  int size() {
    return Arrays.stream(widths).sum();
  }

  /** A name for each value of a sample. */
  List<String> valueNames() {
    List<String> all = new ArrayList<>();
    for (int i = 0; i < names.length; i++) {
      for (int j = 0; j < widths[i]; j++) {
        all.add(cells[i].single() ? names[i] : "%s[%d]".formatted(names[i], j));
      }
    }
    return all;
  }

  /**
   * A row as a sample.
   *
   * @throws DataException {@code LIEGG-DATA-CELL} if a value is missing, {@code LIEGG-DATA-RAGGED}
   *     if there are more or fewer than in other rows, {@code LIEGG-DATA-NONFINITE}
   */
  double[] read(InternalRow row, RowPlace place) {
    double[] sample = new double[size()];
    int from = 0;
    for (int i = 0; i < cells.length; i++) {
      requireCell(row, i, place);
      int width = cells[i].width(row, i);
      if (width != widths[i]) {
        throw fault(
            "LIEGG-DATA-RAGGED",
            place,
            i,
            "holds %d values, and %d in the first row".formatted(width, widths[i]),
            "give rows of one length");
      }
      if (!cells[i].read(row, i, sample, from)) {
        throw missing(place, i);
      }
      for (int j = from; j < from + width; j++) {
        if (!Double.isFinite(sample[j])) {
          throw fault(
              "LIEGG-DATA-NONFINITE",
              place,
              i,
              "holds " + sample[j],
              "remove or impute such samples");
        }
      }
      from += width;
    }
    return sample;
  }

  private void requireCell(InternalRow row, int column, RowPlace place) {
    if (row.isNullAt(column)) {
      throw missing(place, column);
    }
  }

  private DataException missing(RowPlace place, int column) {
    return fault(
        "LIEGG-DATA-CELL",
        place,
        column,
        "lacks a value",
        "remove such rows, e.g. with na().drop(), or impute them");
  }

  private DataException fault(
      String code, RowPlace place, int column, String found, String remedy) {
    return new DataException(
        code, "data " + data, "%s, column '%s' %s".formatted(place, names[column], found), remedy);
  }

  /**
   * Where a row is.
   *
   * @param partition of the dataset, from 0
   * @param row in it, from 0
   */
  record RowPlace(int partition, long row) {
    @Override
    public String toString() {
      return "row %d of partition %d (counting from 1)".formatted(row + 1, partition + 1);
    }
  }
}
