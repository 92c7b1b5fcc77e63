package org.liegg.data;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;

/** Mean and standard deviation of every value of a sample. Immutable. */
public final class Standardization {
  private final double[] mean;
  private final double[] std;

  /**
   * Mean and spread.
   *
   * @param source how messages call them
   * @throws DataException {@code LIEGG-DATA-STANDARDIZE} if they are not as many, or a spread is
   *     negative or one of the numbers not finite
   */
  public Standardization(String source, double[] mean, double[] std) {
    if (mean.length != std.length) {
      throw fault(
          source,
          "it has %d means and %d standard deviations".formatted(mean.length, std.length),
          "give one of both for every value of a sample");
    }
    for (int i = 0; i < mean.length; i++) {
      if (!Double.isFinite(mean[i]) || !Double.isFinite(std[i]) || std[i] < 0) {
        throw fault(
            source,
            "value %d has the mean %s and the standard deviation %s"
                .formatted(i + 1, mean[i], std[i]),
            "give finite numbers, and no negative standard deviation; the means come first");
      }
    }
    this.mean = mean.clone();
    this.std = std.clone();
  }

  /**
   * Reads a file: two rows, the means and the standard deviations (.npy, .csv), or a JSON object
   * {@code {"mean": […], "std": […]}}.
   *
   * @param size values of a sample
   * @throws DataException if it cannot be read, or is of another form or size
   */
  public static Standardization read(Path file, int size) {
    String source = "standardization " + file;
    double[][] rows = StandardizationJson.read(file).orElseGet(() -> rows(source, file));
    Standardization standards = new Standardization(source, rows[0], rows[1]);
    if (standards.size() != size) {
      throw fault(
          source,
          "it is for %d values of a sample, and --data has %d".formatted(standards.size(), size),
          "give --standardize one mean and standard deviation for every column that is read");
    }
    return standards;
  }

  private static double[][] rows(String source, Path file) {
    Dataset data = Datasets.openTargets(file);
    try (BatchStream stream = data.batches(3)) {
      Optional<Batch> first = stream.next();
      int rows = first.map(Batch::rows).orElse(0);
      if (rows != 2) {
        throw fault(
            source,
            "it has %s".formatted(rows > 2 ? "more than 2 rows" : rows + " row"),
            "give --standardize two rows, the means and the standard deviations");
      }
      double[] values = first.orElseThrow().values();
      int d = data.columns();
      return new double[][] {
        Arrays.copyOf(values, d), Arrays.copyOfRange(values, d, Math.multiplyExact(2, d))
      };
    }
  }

  /**
   * Measures samples, in one pass (Welford): the standard deviation is that of the samples, their
   * number below the sum of squares.
   *
   * @throws DataException if they cannot be read
   */
  public static Standardization fit(Dataset data) {
    int d = data.columns();
    double[] mean = new double[d];
    double[] squares = new double[d];
    long count = 0;
    int batch = Math.max(1, Math.min(1 << 10, (1 << 20) / d));
    try (BatchStream stream = data.batches(batch)) {
      for (Optional<Batch> next = stream.next(); next.isPresent(); next = stream.next()) {
        double[] values = next.get().values();
        for (int n = 0; n < next.get().rows(); n++) {
          count++;
          add(values, n * d, count, mean, squares);
        }
      }
    }
    double samples = Math.max(1, count);
    double[] std = Arrays.stream(squares).map(sum -> Math.sqrt(sum / samples)).toArray();
    return new Standardization("data " + data.name(), mean, std);
  }

  private static void add(double[] values, int at, long count, double[] mean, double[] squares) {
    for (int i = 0; i < mean.length; i++) {
      double before = values[at + i] - mean[i];
      mean[i] += before / count;
      squares[i] += before * (values[at + i] - mean[i]);
    }
  }

  /** Values of a sample. */
  public int size() {
    return mean.length;
  }

  /** The mean of a value. */
  public double mean(int i) {
    return mean[i];
  }

  /** What a value is divided by: its standard deviation, or 1 where that is 0. */
  public double scale(int i) {
    return std[i] == 0 ? 1 : std[i];
  }

  /** How many values have a standard deviation of 0. */
  public int unscaled() {
    return (int) Arrays.stream(std).filter(spread -> spread == 0).count();
  }

  static DataException fault(String source, String found, String remedy) {
    return new DataException("LIEGG-DATA-STANDARDIZE", source, found, remedy);
  }
}
