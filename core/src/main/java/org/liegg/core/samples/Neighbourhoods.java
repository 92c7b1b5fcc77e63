package org.liegg.core.samples;

import java.util.Arrays;
import java.util.OptionalInt;
import org.liegg.api.Batch;

/**
 * Groups of samples that are nearer to each other than a radius: the first sample that is near to
 * none before it leads a group, the others join the oldest leader near them (Hartigan's leader
 * algorithm). Leaders are kept in the order of one coordinate, so that only few are compared.
 */
final class Neighbourhoods implements SampleReading.Listener {
  /** Leaders at most; samples beyond them stay by themselves. */
  private static final int MOST = 1 << 16;

  private final RobustCoordinates coordinates;
  private final double radius;
  private final int dimension;
  private final double[] point;

  /** First coordinates, ascending, and which leader each is of. */
  private double[] keys = new double[64];

  private int[] leaders = new int[64];
  private double[] centers;
  private int count;
  private long alone;

  Neighbourhoods(RobustCoordinates coordinates, double radius) {
    this.coordinates = coordinates;
    this.radius = radius;
    dimension = coordinates.dimension();
    point = new double[dimension];
    centers = new double[64 * dimension];
  }

  @Override
  public void sample(Batch batch, int row) {
    if (find(batch, row).isEmpty()) {
      if (count == MOST) {
        alone++;
      } else {
        lead();
      }
    }
  }

  /** How many there are. */
  long count() {
    return count + alone;
  }

  /** The neighbourhood of a sample, by number; empty where it is near no leader. */
  OptionalInt find(Batch batch, int row) {
    coordinates.of(batch.values(), row * batch.columns(), point, 0);
    int best = Integer.MAX_VALUE;
    for (int k = from(point[0] - radius); k < count && keys[k] <= point[0] + radius; k++) {
      if (leaders[k] < best && near(leaders[k])) {
        best = leaders[k];
      }
    }
    return best == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(best);
  }

  private boolean near(int leader) {
    double sum = 0;
    for (int i = 0; i < dimension; i++) {
      double off = centers[leader * dimension + i] - point[i];
      sum += off * off;
    }
    return sum <= radius * radius;
  }

  private int from(double key) {
    int found = Arrays.binarySearch(keys, 0, count, key);
    int at = found < 0 ? -found - 1 : found;
    while (at > 0 && keys[at - 1] >= key) {
      at--;
    }
    return at;
  }

  private void lead() {
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, 2 * count);
      leaders = Arrays.copyOf(leaders, 2 * count);
      centers = Arrays.copyOf(centers, 2 * count * dimension);
    }
    int at = from(point[0]);
    System.arraycopy(keys, at, keys, at + 1, count - at);
    System.arraycopy(leaders, at, leaders, at + 1, count - at);
    keys[at] = point[0];
    leaders[at] = count;
    System.arraycopy(point, 0, centers, count * dimension, dimension);
    count++;
  }
}
