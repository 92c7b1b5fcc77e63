package org.liegg.core.samples;

import java.util.Arrays;
import java.util.Optional;
import java.util.OptionalDouble;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * Groups of samples that are nearer to each other than a radius: the first sample that is near to
 * none before it leads a group, the others join the oldest leader near them (Hartigan's leader
 * algorithm). Leaders are kept in the order of one coordinate, so that only few are compared.
 */
public final class Neighbourhoods {
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
  private int[] groups = new int[64]; // of every leader
  private int count;
  private int grouped;
  private long alone;

  private Neighbourhoods(RobustCoordinates coordinates, double radius) {
    this.coordinates = coordinates;
    this.radius = radius;
    dimension = coordinates.dimension();
    point = new double[dimension];
    centers = new double[64 * dimension];
  }

  /** No groups yet, of samples among which a survey has found copies; empty where it has not. */
  public static Optional<Neighbourhoods> among(SampleSurvey survey) {
    RobustCoordinates coordinates = RobustCoordinates.of(survey);
    OptionalDouble radius = ScaleGap.of(survey.reservoir(), coordinates);
    return radius.isPresent()
        ? Optional.of(new Neighbourhoods(coordinates, radius.getAsDouble()))
        : Optional.empty();
  }

  /**
   * Groups samples that follow those before.
   *
   * @param batchSize samples held at a time
   * @throws org.liegg.api.DataException if the data cannot be read
   */
  public void add(Dataset samples, int batchSize) {
    new SampleReading(samples, OptionalLong.empty(), batchSize).read(this::sample);
  }

  void sample(Batch batch, int row) {
    if (find(batch, row).isEmpty()) {
      lead(grouped);
    }
  }

  /**
   * Adds what was found of samples that follow these, in the same coordinates. A leader there that
   * is near to one here joins its group, and so do the samples that are near to it.
   *
   * @throws IllegalArgumentException if the coordinates are others
   */
  public void merge(Neighbourhoods next) {
    if (dimension != next.dimension || radius != next.radius) {
      throw new IllegalArgumentException("neighbourhoods in other coordinates");
    }
    int[] joined = new int[next.grouped];
    int seen = 0;
    for (int leader = 0; leader < next.count; leader++) {
      System.arraycopy(next.centers, leader * dimension, point, 0, dimension);
      int group = next.groups[leader];
      if (group == seen) {
        joined[group] = nearest().orElse(grouped);
        seen++;
      }
      lead(joined[group]);
    }
    alone += next.alone;
  }

  /** How many there are. */
  long count() {
    return grouped + alone;
  }

  /** The neighbourhood of a sample, by number; empty where it is near no leader. */
  OptionalInt find(Batch batch, int row) {
    coordinates.of(batch.values(), row * batch.columns(), point, 0);
    return nearest();
  }

  /** The group of the oldest leader near the point. */
  private OptionalInt nearest() {
    int best = Integer.MAX_VALUE;
    for (int k = from(point[0] - radius); k < count && keys[k] <= point[0] + radius; k++) {
      if (leaders[k] < best && near(leaders[k])) {
        best = leaders[k];
      }
    }
    return best == Integer.MAX_VALUE ? OptionalInt.empty() : OptionalInt.of(groups[best]);
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

  /** Makes the point a leader of a group, of a new one where it is the number behind the last. */
  private void lead(int group) {
    if (count == MOST) {
      alone += group == grouped ? 1 : 0;
      return;
    }
    if (count == keys.length) {
      keys = Arrays.copyOf(keys, 2 * count);
      leaders = Arrays.copyOf(leaders, 2 * count);
      groups = Arrays.copyOf(groups, 2 * count);
      centers = Arrays.copyOf(centers, 2 * count * dimension);
    }
    int at = from(point[0]);
    System.arraycopy(keys, at, keys, at + 1, count - at);
    System.arraycopy(leaders, at, leaders, at + 1, count - at);
    keys[at] = point[0];
    leaders[at] = count;
    groups[count] = group;
    System.arraycopy(point, 0, centers, count * dimension, dimension);
    count++;
    grouped += group == grouped ? 1 : 0;
  }

  /** Writes coordinates, radius and leaders, these in their order. */
  public void writeTo(StateOutput out) {
    coordinates.writeTo(out);
    out.writeDouble(radius).writeLong(alone).writeInts(Arrays.copyOf(groups, count));
    out.writeDoubles(Arrays.copyOf(centers, count * dimension));
  }

  /**
   * Reads what was written.
   *
   * @throws IllegalArgumentException if it contradicts itself
   */
  public static Neighbourhoods readFrom(StateInput in) {
    Neighbourhoods all = new Neighbourhoods(RobustCoordinates.readFrom(in), in.readDouble());
    all.alone = in.readLong();
    int[] groups = in.readInts();
    in.require(groups.length <= MOST);
    double[] centers = in.readDoubles();
    in.require((long) groups.length * all.dimension == centers.length);
    for (int leader = 0; leader < groups.length; leader++) {
      in.require(groups[leader] >= 0 && groups[leader] <= all.grouped);
      System.arraycopy(centers, leader * all.dimension, all.point, 0, all.dimension);
      all.lead(groups[leader]);
    }
    return all;
  }
}
