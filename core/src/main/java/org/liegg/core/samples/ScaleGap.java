package org.liegg.core.samples;

import java.util.Arrays;
import java.util.HashSet;
import java.util.OptionalDouble;
import java.util.Set;
import org.liegg.api.Batch;

/**
 * The distance that parts copies from other samples. The share of pairs that are nearer than r (the
 * correlation integral of Grassberger and Procaccia, 1983) grows like r to the dimension of smooth
 * data; among a few points with many noisy copies it stands still between the size of the noise and
 * the distance of the points.
 */
final class ScaleGap {
  /** How far it stands still: by this factor in r. */
  private static final double WIDTH = 3;

  /** And grows by no more than this factor; smooth data of one dimension grow by the width. */
  private static final double GROWTH = 1.3;

  /** Pairs of copies that are seen at least. */
  private static final int FEWEST = 12;

  /** A larger share of all pairs is no neighbourhood but one side of the data. */
  private static final double LARGEST = 0.4;

  /** Samples that say it at least. */
  private static final int SAMPLES = 64;

  /** Distances of a grid repeat; small ones count all the same. */
  private static final double SMALL = 0.1;

  /** Samples whose distances are taken; a hundred thousand pairs say enough. */
  private static final int MOST = 512;

  private ScaleGap() {}

  /** The radius of a neighbourhood, where there is a gap. */
  static OptionalDouble of(Batch rows, RobustCoordinates coordinates) {
    double[][] points = distinct(rows, coordinates);
    if (points.length < SAMPLES) {
      return OptionalDouble.empty();
    }
    double[] distances = distances(points);
    int end = (int) (LARGEST * distances.length);
    int beyond = 0;
    OptionalDouble found = OptionalDouble.empty();
    double flattest = GROWTH;
    for (int n = FEWEST; n < end; n++) {
      double nearest = distances[n - 1];
      if (distances[n] == nearest) {
        continue;
      }
      beyond = Math.max(beyond, n);
      while (beyond < distances.length && distances[beyond] < WIDTH * nearest) {
        beyond++;
      }
      double growth = (double) beyond / n;
      if (growth < flattest && (continuous(distances, n) || small(distances, n))) {
        flattest = growth;
        found = OptionalDouble.of(Math.sqrt(WIDTH) * nearest);
      }
    }
    return found;
  }

  private static boolean small(double[] distances, int n) {
    return WIDTH * distances[n - 1] < SMALL * distances[distances.length / 2];
  }

  /** Whether most of the distances below are different ones. */
  private static boolean continuous(double[] distances, int n) {
    int different = 1;
    for (int i = 1; i < n; i++) {
      if (distances[i] - distances[i - 1] > 1e-9 * distances[i]) {
        different++;
      }
    }
    return 2 * different > n;
  }

  private static double[] distances(double[][] points) {
    int count = points.length;
    double[] distances = new double[count * (count - 1) / 2];
    int at = 0;
    for (int a = 0; a < count; a++) {
      for (int b = 0; b < a; b++) {
        double sum = 0;
        for (int i = 0; i < points[a].length; i++) {
          double off = points[a][i] - points[b][i];
          sum += off * off;
        }
        distances[at] = Math.sqrt(sum);
        at++;
      }
    }
    Arrays.parallelSort(distances);
    return distances;
  }

  private static double[][] distinct(Batch rows, RobustCoordinates coordinates) {
    Set<Long> seen = new HashSet<>();
    int wanted = Math.min(MOST, rows.rows());
    double[][] points = new double[wanted][];
    int count = 0;
    for (int i = 0; i < wanted; i++) {
      int n = (int) ((long) i * rows.rows() / wanted);
      if (seen.add(SampleSplit.hash(rows, n))) {
        points[count] = new double[coordinates.dimension()];
        coordinates.of(rows.values(), n * rows.columns(), points[count], 0);
        count++;
      }
    }
    return Arrays.copyOf(points, count);
  }
}
