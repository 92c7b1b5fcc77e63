package org.liegg.core.slices;

import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.api.Printable;
import org.liegg.api.spi.Suggestions;

/**
 * The numbers of samples by their names.
 *
 * @param rows {@code samples × columns}
 * @param names of the columns; empty where they have none
 */
public record SampleColumns(Batch rows, List<String> names) {
  private static final Pattern PLACE = Pattern.compile("x(\\d{1,9})");

  /** Copies the list. */
  public SampleColumns {
    names = List.copyOf(names);
  }

  /** How a column is called: by its name, or as {@code x3}, counted from 1. */
  public String name(int column) {
    return names.isEmpty() ? "x" + (column + 1) : Printable.text(names.get(column));
  }

  /** The values of a column. */
  public double[] values(int column) {
    double[] values = new double[rows.rows()];
    for (int n = 0; n < values.length; n++) {
      values[n] = rows.get(n, column);
    }
    return values;
  }

  /**
   * Which column a name means.
   *
   * @throws DataException {@code LIEGG-SLICE-COLUMN} if there is none of this name
   */
  int named(String name) {
    int place = names.indexOf(name);
    return place >= 0 ? place : place(name).orElseThrow(() -> unknown(name));
  }

  private Optional<Integer> place(String name) {
    Matcher place = PLACE.matcher(name);
    return place.matches()
        ? Optional.of(Integer.parseInt(place.group(1)) - 1)
            .filter(column -> column >= 0 && column < rows.columns())
        : Optional.empty();
  }

  private DataException unknown(String name) {
    String meant =
        Suggestions.nearest(name, names)
            .map(near -> " Did you mean '%s'?".formatted(Printable.text(near)))
            .orElse("");
    return new DataException(
        "LIEGG-SLICE-COLUMN",
        "slice '%s'".formatted(Printable.text(name)),
        "a sample has no number of this name; it has %s%s"
            .formatted(
                names.isEmpty()
                    ? "x1 to x%d".formatted(rows.columns())
                    : "%d columns with names, or x1 to x%d".formatted(names.size(), rows.columns()),
                meant.isEmpty() ? "" : "." + meant),
        "name a column, or give values of each sample: %s=FILE.npy"
            .formatted(Printable.text(name)));
  }
}
