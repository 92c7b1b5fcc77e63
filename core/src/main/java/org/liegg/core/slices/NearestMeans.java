package org.liegg.core.slices;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.stream.IntStream;
import org.liegg.api.Batch;

/**
 * Groups of samples near each other: k-means (Lloyd, "Least squares quantization in PCM", IEEE
 * Trans. Inf. Theory 28, 1982), from seeds that are far apart (Arthur and Vassilvitskii,
 * "k-means++", SODA 2007). The same seed gives the same groups.
 */
final class NearestMeans {
  private static final int ROUNDS = 50;

  private final Batch rows;
  private final double[][] means;
  private final int[] nearest;

  /**
   * Groups.
   *
   * @param rows {@code samples × d}, columns of like spread
   * @param count how many groups, no more than there are different rows
   */
  NearestMeans(Batch rows, int count, long seed) {
    this.rows = rows;
    means = new double[count][];
    nearest = new int[rows.rows()];
    seeds(new SplittableRandom(seed));
    for (int round = 0; round < ROUNDS && assigned(); round++) {
      average();
    }
  }

  /** Which group every row is in: larger groups come first. */
  int[] groups() {
    int[] sizes = new int[means.length];
    for (int group : nearest) {
      sizes[group]++;
    }
    int[] order =
        IntStream.range(0, sizes.length)
            .boxed()
            .sorted((a, b) -> sizes[a] != sizes[b] ? sizes[b] - sizes[a] : a - b)
            .mapToInt(Integer::intValue)
            .toArray();
    int[] places = new int[order.length];
    IntStream.range(0, order.length).forEach(place -> places[order[place]] = place);
    return Arrays.stream(nearest).map(group -> places[group]).toArray();
  }

  /** Each at a row, with a chance by its distance from those before. */
  private void seeds(SplittableRandom random) {
    double[] distances = new double[rows.rows()];
    Arrays.fill(distances, 1);
    for (int c = 0; c < means.length; c++) {
      double left = random.nextDouble() * Arrays.stream(distances).sum();
      int chosen = -1;
      for (int n = 0; n < distances.length && left >= 0; n++) {
        if (distances[n] > 0) {
          chosen = n;
          left -= distances[n];
        }
      }
      means[c] = row(chosen);
      for (int n = 0; n < distances.length; n++) {
        double distance = distance(n, means[c]);
        distances[n] = c == 0 ? distance : Math.min(distances[n], distance);
      }
    }
  }

  /** Whether a row has moved to another group. */
  private boolean assigned() {
    boolean moved = false;
    for (int n = 0; n < nearest.length; n++) {
      int best = nearest[n];
      double smallest = distance(n, means[best]);
      for (int c = 0; c < means.length; c++) {
        double distance = distance(n, means[c]);
        if (distance < smallest) {
          best = c;
          smallest = distance;
        }
      }
      moved |= best != nearest[n];
      nearest[n] = best;
    }
    return moved;
  }

  /** A group without rows keeps its mean. */
  private void average() {
    int d = rows.columns();
    double[][] sums = new double[means.length][d];
    int[] sizes = new int[means.length];
    for (int n = 0; n < nearest.length; n++) {
      sizes[nearest[n]]++;
      for (int i = 0; i < d; i++) {
        sums[nearest[n]][i] += rows.get(n, i);
      }
    }
    for (int c = 0; c < means.length; c++) {
      for (int i = 0; i < d && sizes[c] > 0; i++) {
        means[c][i] = sums[c][i] / sizes[c];
      }
    }
  }

  private double distance(int row, double[] mean) {
    double sum = 0;
    for (int i = 0; i < mean.length; i++) {
      double difference = rows.get(row, i) - mean[i];
      sum += difference * difference;
    }
    return sum;
  }

  private double[] row(int row) {
    return Arrays.copyOfRange(rows.values(), row * rows.columns(), (row + 1) * rows.columns());
  }
}
