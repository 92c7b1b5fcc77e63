package org.liegg.core.where;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.core.slices.Cut;

/**
 * The threshold that splits samples best: the one that leaves the smallest squares of a response
 * about the mean of each side (Breiman, Friedman, Olshen, Stone, "Classification and Regression
 * Trees", 1984).
 *
 * @param features a row of values of every sample each
 * @param response of every sample
 * @param smallest how many samples a side has at least
 */
record Thresholds(List<double[]> features, double[] response, int smallest) {
  /** The chance that a response without a threshold is split. */
  private static final double CHANCE = 0.05;

  /** Thresholds of one feature that count as tries of their own. */
  private static final int TRIES = 16;

  /**
   * A side of a threshold.
   *
   * @param feature by its place
   * @param above whether it is above it
   * @param value the threshold
   */
  record Side(int feature, boolean above, double value) {
    boolean has(double found) {
      return above == found > value;
    }

    Side other() {
      return new Side(feature, !above, value);
    }
  }

  private record Split(Side below, double gain) {}

  /** The lower side of the best one; empty where chance alone would find as good a one. */
  Optional<Side> best(int[] samples) {
    if (samples.length < 2 * smallest) {
      return Optional.empty();
    }
    double mean = Arrays.stream(samples).mapToDouble(n -> response[n]).average().orElse(0);
    double spread = Arrays.stream(samples).mapToDouble(n -> square(response[n] - mean)).sum();
    return IntStream.range(0, features.size())
        .mapToObj(feature -> best(feature, samples, mean))
        .flatMap(Optional::stream)
        .max(Comparator.comparingDouble(Split::gain))
        .filter(split -> significant(split.gain, spread, samples.length))
        .map(Split::below);
  }

  private boolean significant(double gain, double spread, int count) {
    double left = Math.max(0, spread - gain) / (count - 2);
    double chance = CHANCE / features.size() / TRIES;
    // A normal number is beyond z on one side or the other with a chance of at most exp(−z²/2).
    return gain > 0 && gain > -2 * Math.log(chance) * left;
  }

  private Optional<Split> best(int feature, int[] samples, double mean) {
    double[] values = features.get(feature);
    List<Integer> order = new ArrayList<>(Arrays.stream(samples).boxed().toList());
    Collections.sort(order, Comparator.comparingDouble(n -> values[n]));
    Optional<Split> best = Optional.empty();
    double below = 0;
    for (int count = 1; count <= samples.length - smallest; count++) {
      int last = order.get(count - 1);
      below += response[last] - mean;
      double next = values[order.get(count)];
      // Sums about the mean: what one side has above it the other has below.
      double gain = square(below) / count + square(below) / (samples.length - count);
      if (count >= smallest && values[last] < next && gain > best.map(Split::gain).orElse(0.0)) {
        Side side = new Side(feature, false, Cut.between(values[last], next));
        best = Optional.of(new Split(side, gain));
      }
    }
    return best;
  }

  private static double square(double value) {
    return value * value;
  }
}
