package org.liegg.core.samples;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.liegg.api.Batch;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * Products of samples with earlier ones, at a ladder of lags, in a few directions: the columns
 * themselves, or random combinations where there are many. Memory is that of the longest lag.
 */
final class LaggedProducts {
  /** Two lags an octave. */
  static final int[] LAGS = {
    1, 2, 3, 4, 6, 8, 12, 16, 24, 32, 48, 64, 96, 128, 192, 256, 384, 512, 768, 1024, 1536, 2048,
    3072, 4096, 6144, 8192
  };

  private static final int DIRECTIONS = 16;
  private static final int RING = 8192;

  /** Rows that say how large a column is, before the first product. */
  static final int PILOT = 64;

  private final int columns;
  private final int directions;
  private final double[] pilot;
  private int waiting;
  private final double[] center;
  private final double[] weights;
  private final double[] ring;
  private final double[] current;
  private final double[] sum;
  private final double[] squares;
  private final double[][] products;
  private final double[][] ends;
  private final long[] pairs;
  private long count;
  private long all;
  private boolean started;

  LaggedProducts(int columns) {
    this.columns = columns;
    directions = Math.min(columns, DIRECTIONS);
    pilot = new double[PILOT * columns];
    center = new double[columns];
    weights = new double[columns > DIRECTIONS ? directions * columns : 0];
    ring = new double[RING * directions];
    current = new double[directions];
    sum = new double[directions];
    squares = new double[directions];
    products = new double[LAGS.length][directions];
    ends = new double[LAGS.length][directions];
    pairs = new long[LAGS.length];
  }

  /**
   * Products of samples of which others are summed elsewhere: all in the directions that a few of
   * them tell.
   *
   * @param first up to {@value #PILOT} of all samples
   */
  static LaggedProducts along(Batch first) {
    LaggedProducts products = new LaggedProducts(first.columns());
    int rows = Math.min(PILOT, first.rows());
    System.arraycopy(first.values(), 0, products.pilot, 0, rows * first.columns());
    products.waiting = rows;
    products.choose();
    return products;
  }

  /** Adds the next sample. */
  void add(Batch batch, int row) {
    if (started) {
      product(batch.values(), row * columns);
      return;
    }
    System.arraycopy(batch.values(), row * columns, pilot, waiting * columns, columns);
    waiting++;
    if (waiting == PILOT) {
      start();
    }
  }

  private void start() {
    choose();
    for (int n = 0; n < waiting; n++) {
      product(pilot, n * columns);
    }
  }

  /** Center and weights, by the samples that wait. */
  private void choose() {
    started = true;
    double[] spread = new double[columns];
    for (int i = 0; i < columns; i++) {
      double total = 0;
      for (int n = 0; n < waiting; n++) {
        total += pilot[n * columns + i];
      }
      center[i] = total / Math.max(1, waiting);
      for (int n = 0; n < waiting; n++) {
        spread[i] += Math.pow(pilot[n * columns + i] - center[i], 2) / waiting;
      }
    }
    SplittableRandom random = new SplittableRandom(1);
    for (int i = 0; i < weights.length; i++) {
      double size = Math.sqrt(spread[i % columns]);
      weights[i] = size > 0 ? (random.nextBoolean() ? 1 : -1) / size : 0;
    }
  }

  private void product(double[] values, int from) {
    if (weights.length == 0) {
      for (int p = 0; p < directions; p++) {
        current[p] = values[from + p] - center[p];
      }
    } else {
      Arrays.fill(current, 0);
      for (int p = 0; p < directions; p++) {
        for (int i = 0; i < columns; i++) {
          current[p] += weights[p * columns + i] * (values[from + i] - center[i]);
        }
      }
    }
    for (int p = 0; p < directions; p++) {
      sum[p] += current[p];
      squares[p] += current[p] * current[p];
    }
    for (int k = 0; k < LAGS.length && LAGS[k] <= count; k++) {
      int earlier = (int) ((count - LAGS[k]) % RING) * directions;
      for (int p = 0; p < directions; p++) {
        double other = ring[earlier + p];
        products[k][p] += current[p] * other;
        ends[k][p] += current[p] + other;
      }
      pairs[k]++;
    }
    System.arraycopy(current, 0, ring, (int) (count % RING) * directions, directions);
    count++;
    all++;
  }

  /**
   * Adds what was summed along the same directions elsewhere. Samples of either are no pairs of the
   * other's.
   */
  void merge(LaggedProducts other) {
    all += other.all;
    add(sum, other.sum);
    add(squares, other.squares);
    for (int k = 0; k < LAGS.length; k++) {
      add(products[k], other.products[k]);
      add(ends[k], other.ends[k]);
      pairs[k] += other.pairs[k];
    }
  }

  private static void add(double[] numbers, double[] more) {
    for (int i = 0; i < numbers.length; i++) {
      numbers[i] += more[i];
    }
  }

  void writeTo(StateOutput out) {
    out.writeLong(all).writeDoubles(sum).writeDoubles(squares).writeLongs(pairs);
    for (int k = 0; k < LAGS.length; k++) {
      out.writeDoubles(products[k]).writeDoubles(ends[k]);
    }
  }

  /** Sums that were written, for others to be added; no sample goes on from them. */
  static LaggedProducts readFrom(StateInput in, int columns) {
    LaggedProducts products = new LaggedProducts(columns);
    products.started = true;
    products.all = in.readLong();
    add(products.sum, in.readDoubles(products.directions));
    add(products.squares, in.readDoubles(products.directions));
    long[] counts = in.readLongs();
    in.require(counts.length == LAGS.length);
    System.arraycopy(counts, 0, products.pairs, 0, counts.length);
    for (int k = 0; k < LAGS.length; k++) {
      add(products.products[k], in.readDoubles(products.directions));
      add(products.ends[k], in.readDoubles(products.directions));
    }
    return products;
  }

  /** Autocorrelations so far, {@code [direction][lag]}, of lags up to half the samples. */
  double[][] autocorrelations() {
    if (!started) {
      start();
    }
    int lags = 0;
    while (lags < LAGS.length && 2L * LAGS[lags] <= all && pairs[lags] > 0) {
      lags++;
    }
    double[][] correlations = new double[directions][lags];
    for (int p = 0; p < directions; p++) {
      double mean = sum[p] / Math.max(1, all);
      double variance = squares[p] / Math.max(1, all) - mean * mean;
      // What is constant up to rounding tells nothing of order.
      boolean still = !(variance > 1e-12 * squares[p] / Math.max(1, all));
      for (int k = 0; k < lags; k++) {
        double covariance = products[k][p] / pairs[k] - mean * ends[k][p] / pairs[k] + mean * mean;
        correlations[p][k] = still ? 0 : covariance / variance;
      }
    }
    return correlations;
  }
}
