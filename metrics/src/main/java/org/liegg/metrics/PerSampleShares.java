package org.liegg.metrics;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * What F changes along a field at one sample, beside what gradient and field of their size there
 * would give were they not related: {@code d′ ‖J v‖² / (‖J‖²_Σ ‖v‖²_Σ⁻¹)}, lengths in units of the
 * spread of each of the d′ inputs that vary. A histogram a direction on a logarithmic scale keeps
 * the median, which a few samples with large gradients cannot move.
 */
final class PerSampleShares {
  private static final long FIRST = 500;
  private static final int STEPS = 4; // for each power of two
  private static final int LOWEST = -110;
  private static final int HIGHEST = 20;
  private static final int BINS = STEPS * (HIGHEST - LOWEST);

  private final int directions;
  private final int[][] counts;
  private final double[] squares;
  private long counted;

  PerSampleShares(int directions) {
    this.directions = directions;
    counts = new int[directions][];
    squares = new double[directions];
  }

  /** All samples while they are few, then one of every group of a block: a median needs no more. */
  boolean wants(int placeInGroup) {
    return counted < FIRST || placeInGroup == 0;
  }

  void start() {
    Arrays.fill(squares, 0);
  }

  /** J v of one output. */
  void add(double[] image, double weight) {
    double factor = weight * weight;
    for (int h = 0; h < directions; h++) {
      squares[h] += factor * image[h] * image[h];
    }
  }

  /** Ends a sample. */
  void finish(
      MeasuredBaseline baseline,
      double[] jacobian,
      int gradientAt,
      int outputs,
      double[][] values) {
    double[] variances = baseline.variances();
    int width = values.length;
    if (variances.length == 0 || variances.length != width) {
      return;
    }
    double slope = 0;
    int varying = 0;
    for (int i = 0; i < width; i++) {
      varying += variances[i] > 0 ? 1 : 0;
    }
    for (int o = 0; o < outputs; o++) {
      double square = 0;
      for (int i = 0; i < width; i++) {
        double one = jacobian[gradientAt + o * width + i];
        square += one * one * variances[i];
      }
      slope += square * baseline.weight(o) * baseline.weight(o);
    }
    if (!(slope > 0)) {
      return;
    }
    counted++;
    double[] lengths = new double[directions];
    for (int i = 0; i < width; i++) {
      if (variances[i] > 0) {
        addSquares(values[i], variances[i], lengths);
      }
    }
    for (int h = 0; h < directions; h++) {
      if (lengths[h] > 0) {
        count(h, varying * squares[h] / (slope * lengths[h]));
      }
    }
  }

  private static void addSquares(double[] values, double variance, double[] sums) {
    for (int h = 0; h < sums.length; h++) {
      sums[h] += values[h] * values[h] / variance;
    }
  }

  private void count(int direction, double share) {
    int[] bins = counts[direction];
    if (bins == null) {
      bins = new int[BINS];
      counts[direction] = bins;
    }
    double place = share <= 0 ? LOWEST : Math.log(share) / Math.log(2);
    int bin = (int) Math.floor(STEPS * (place - LOWEST));
    bins[Math.max(0, Math.min(BINS - 1, bin))]++;
  }

  void merge(PerSampleShares other) {
    counted += other.counted;
    for (int h = 0; h < directions; h++) {
      int[] theirs = other.counts[h];
      if (theirs != null) {
        int[] ours = counts[h];
        if (ours == null) {
          counts[h] = theirs.clone();
        } else {
          for (int i = 0; i < BINS; i++) {
            ours[i] += theirs[i];
          }
        }
      }
    }
  }

  int directions() {
    return directions;
  }

  void writeTo(StateOutput out) {
    out.writeInt(directions).writeLong(counted);
    for (int[] bins : counts) {
      out.writeInts(bins == null ? new int[0] : bins);
    }
  }

  static PerSampleShares readFrom(StateInput in) {
    int directions = in.readSize();
    long counted = in.readLong();
    List<int[]> all = new ArrayList<>();
    for (int h = 0; h < directions; h++) {
      int[] bins = in.readInts();
      in.require(bins.length == 0 || bins.length == BINS);
      all.add(bins);
    }
    PerSampleShares shares = new PerSampleShares(directions);
    shares.counted = counted;
    for (int h = 0; h < directions; h++) {
      shares.counts[h] = all.get(h).length == 0 ? null : all.get(h);
    }
    return shares;
  }

  Optional<double[]> medians() {
    if (counted == 0) {
      return Optional.empty();
    }
    double[] medians = new double[directions];
    for (int h = 0; h < directions; h++) {
      medians[h] = counts[h] == null ? 0 : median(counts[h]);
    }
    return Optional.of(medians);
  }

  private static double median(int[] bins) {
    long all = 0;
    for (int count : bins) {
      all += count;
    }
    long below = 0;
    for (int i = 0; i < bins.length; i++) {
      below += bins[i];
      if (2 * below >= all) {
        return i == 0 ? 0 : Math.pow(2, LOWEST + (i + 0.5) / STEPS);
      }
    }
    return 0;
  }
}
