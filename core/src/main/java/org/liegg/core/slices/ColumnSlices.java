package org.liegg.core.slices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;
import org.liegg.api.DataException;

/** Slices by one number of every sample. */
final class ColumnSlices {
  /** A column of no more values than these is sliced by them. */
  private static final int FEW = 8;

  private static final int QUARTERS = 4;

  private final String by;
  private final String name;
  private final double[] values;
  private final double[] distinct;

  /**
   * @param by as it was asked for
   * @param name of the number, as slices name it
   * @param values of every sample
   */
  ColumnSlices(String by, String name, double[] values) {
    this.by = by;
    this.name = name;
    // 0.0 and −0.0 are one value.
    this.values = Arrays.stream(values).map(value -> value + 0.0).toArray();
    distinct = Arrays.stream(this.values).distinct().sorted().toArray();
  }

  /**
   * The slices.
   *
   * @param asked how many quantiles; empty for values where they are few
   * @throws DataException {@code LIEGG-SLICE-EMPTY} if there would be one slice, or an empty one
   */
  Slices of(OptionalInt asked) {
    if (distinct.length < Math.max(2, asked.orElse(2))) {
      throw new DataException(
          "LIEGG-SLICE-EMPTY",
          "slice '%s'".formatted(by),
          distinct.length == 1
              ? "%s is %s at all samples, so that there is one slice"
                  .formatted(name, Cut.text(distinct[0]))
              : "%s has %d values, so that some of %d slices are empty"
                  .formatted(name, distinct.length, asked.orElse(2)),
          "slice by something that differs between samples, or in fewer slices");
    }
    return asked.isEmpty() && distinct.length <= FEW
        ? byValue()
        : quantiles(asked.orElse(QUARTERS));
  }

  private Slices byValue() {
    return new Slices(
        by,
        "values",
        Arrays.stream(distinct).mapToObj(value -> name + " = " + Cut.text(value)).toList(),
        Arrays.stream(values).mapToInt(value -> Arrays.binarySearch(distinct, value)).toArray());
  }

  /** Values that are equal stay together, so that slices may be of different size, or fewer. */
  private Slices quantiles(int count) {
    double[] sorted = values.clone();
    Arrays.sort(sorted);
    double[] cuts =
        IntStream.range(1, count)
            .mapToDouble(i -> sorted[(int) ((long) i * sorted.length / count) - 1])
            .filter(value -> value < sorted[sorted.length - 1])
            .distinct()
            .map(this::cut)
            .toArray();
    // More than a share of the samples have the smallest value: they are a slice.
    double[] used = cuts.length == 0 ? new double[] {cut(sorted[0])} : cuts;
    return new Slices(
        by,
        "quantiles",
        names(used),
        Arrays.stream(values).mapToInt(value -> below(used, value)).toArray());
  }

  /** Between a value and the next larger one. */
  private double cut(double value) {
    return Cut.between(value, distinct[Arrays.binarySearch(distinct, value) + 1]);
  }

  private static int below(double[] cuts, double value) {
    int place = 0;
    while (place < cuts.length && value > cuts[place]) {
      place++;
    }
    return place;
  }

  private List<String> names(double[] cuts) {
    List<String> names = new ArrayList<>();
    names.add("%s ≤ %s".formatted(name, Cut.text(cuts[0])));
    for (int i = 1; i < cuts.length; i++) {
      names.add("%s < %s ≤ %s".formatted(Cut.text(cuts[i - 1]), name, Cut.text(cuts[i])));
    }
    names.add("%s > %s".formatted(name, Cut.text(cuts[cuts.length - 1])));
    return names;
  }
}
