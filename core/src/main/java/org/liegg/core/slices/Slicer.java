package org.liegg.core.slices;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.settings.Slicing;
import org.liegg.core.transformation.SampleChanges;

/**
 * Puts samples in slices.
 *
 * @param samples the samples
 * @param columns their numbers by name
 * @param outputs of the model at them, {@code samples × k}, asked for where they count
 * @param source the data that they are of
 * @param seed of clusters
 */
public record Slicer(
    BlockedSamples samples,
    SampleColumns columns,
    Supplier<Batch> outputs,
    Source source,
    long seed) {
  /** Columns by which a cluster is described, of samples of no more columns than these. */
  private static final int NAMED = 2;

  private static final int NAMEABLE = 50;

  /**
   * Data that samples are of.
   *
   * @param samples how many are read of them
   * @param limited whether there may be more
   * @param skipped whether rows were passed over, so that what stands beside them is not known
   */
  public record Source(long samples, boolean limited, boolean skipped) {}

  /**
   * The slices.
   *
   * @throws DataException {@code LIEGG-SLICE-COLUMN}, {@code -EMPTY}, {@code -ROWS} or {@code
   *     -CLASS} if there are none by this
   */
  public Slices of(Slicing asked) {
    if (asked instanceof Slicing.Column column) {
      int place = columns.named(column.name());
      return new ColumnSlices(column.text(), columns.name(place), columns.values(place))
          .of(column.quantiles());
    }
    if (asked instanceof Slicing.Values values) {
      double[] found = new ValueReading(values, source).at(samples.places());
      return new ColumnSlices(values.text(), values.name(), found).of(values.quantiles());
    }
    return asked instanceof Slicing.Clusters clusters ? clusters(clusters) : decisions(asked);
  }

  private Slices decisions(Slicing asked) {
    Batch values = outputs.get();
    if (values.columns() < 2) {
      throw new DataException(
          "LIEGG-SLICE-CLASS",
          "slice 'class'",
          "the model has one output, and decides nothing by which is the largest",
          "slice by the values of a label: label=FILE.npy");
    }
    int[] decided =
        IntStream.range(0, values.rows()).map(row -> SampleChanges.largest(values, row)).toArray();
    int[] seen = Arrays.stream(decided).distinct().sorted().toArray();
    if (seen.length == 1 || seen.length > Slicing.MOST) {
      throw new DataException(
          "LIEGG-SLICE-EMPTY",
          "slice 'class'",
          seen.length == 1
              ? "output %d is the largest at all samples, so that there is one slice"
                  .formatted(seen[0])
              : "%d outputs are the largest at some sample, and there are at most %d slices"
                  .formatted(seen.length, Slicing.MOST),
          "slice by something else, such as clusters");
    }
    return new Slices(
        asked.text(),
        "decisions",
        Arrays.stream(seen).mapToObj("output %d is the largest"::formatted).toList(),
        Arrays.stream(decided).map(output -> Arrays.binarySearch(seen, output)).toArray());
  }

  private Slices clusters(Slicing.Clusters asked) {
    Batch scaled = Scaled.of(columns.rows()).rows();
    long different =
        IntStream.range(0, scaled.rows())
            .mapToObj(n -> Arrays.hashCode(scaled.slice(n, n + 1).values()))
            .distinct()
            .limit(asked.count())
            .count();
    if (different < asked.count()) {
      throw new DataException(
          "LIEGG-SLICE-EMPTY",
          "slice '%s'".formatted(asked.text()),
          "there are %d different samples, so that clusters are empty".formatted(different),
          "ask for fewer clusters");
    }
    int[] groups = new NearestMeans(scaled, asked.count(), seed).groups();
    List<String> names = new ArrayList<>();
    for (int group = 0; group < asked.count(); group++) {
      names.add("cluster %d%s".formatted(group + 1, described(scaled, groups, group)));
    }
    return new Slices(asked.text(), "clusters", names, groups);
  }

  /** By the columns in which its mean lies farthest from that of all. */
  private String described(Batch scaled, int[] groups, int group) {
    if (scaled.columns() > NAMEABLE) {
      return "";
    }
    double[] mean = mean(scaled, groups, group);
    double[] shown = mean(columns.rows(), groups, group);
    return IntStream.range(0, mean.length)
        .boxed()
        .sorted(Comparator.comparingDouble(i -> -Math.abs(mean[i])))
        .limit(NAMED)
        .map(i -> "%s = %s".formatted(columns.name(i), Cut.text(Cut.rounded(shown[i]))))
        .collect(Collectors.joining(", ", ", near ", ""));
  }

  private static double[] mean(Batch rows, int[] groups, int group) {
    double[] sums = new double[rows.columns()];
    int count = 0;
    for (int n = 0; n < rows.rows(); n++) {
      if (groups[n] == group) {
        count++;
        for (int i = 0; i < sums.length; i++) {
          sums[i] += rows.get(n, i);
        }
      }
    }
    double all = Math.max(1, count);
    return Arrays.stream(sums).map(sum -> sum / all).toArray();
  }
}
