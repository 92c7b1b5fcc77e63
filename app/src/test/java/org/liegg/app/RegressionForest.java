package org.liegg.app;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.function.ToDoubleFunction;
import java.util.stream.IntStream;

/** Regression trees on bootstrap samples, averaged: what a model of steps is like in practice. */
final class RegressionForest {
  private static final int MIN_LEAF = 5;

  private final List<Node> trees = new ArrayList<>();

  /** A node: a split, or a leaf of this value. */
  private record Node(int input, double threshold, double value, List<Node> below) {
    double at(double[] x) {
      return below.isEmpty() ? value : below.get(x[input] <= threshold ? 0 : 1).at(x);
    }
  }

  /** Trains on normal samples of a function, with noise. */
  static RegressionForest of(
      ToDoubleFunction<double[]> target, int inputs, int samples, int trees, double noise) {
    Random random = new Random(11);
    double[][] x = new double[samples][inputs];
    double[] y = new double[samples];
    for (int n = 0; n < samples; n++) {
      for (int i = 0; i < inputs; i++) {
        x[n][i] = random.nextGaussian();
      }
      y[n] = target.applyAsDouble(x[n]) + noise * random.nextGaussian();
    }
    RegressionForest forest = new RegressionForest();
    for (int t = 0; t < trees; t++) {
      int[] drawn = random.ints(samples, 0, samples).toArray();
      forest.trees.add(grow(x, y, drawn));
    }
    return forest;
  }

  double[] at(double[] x) {
    return new double[] {trees.stream().mapToDouble(tree -> tree.at(x)).average().orElseThrow()};
  }

  private static Node grow(double[][] x, double[] y, int[] rows) {
    Node best = new Node(0, 0, mean(y, rows), List.of());
    if (rows.length < 2 * MIN_LEAF) {
      return best;
    }
    double most = 0;
    for (int i = 0; i < x[0].length; i++) {
      int input = i;
      int[] sorted =
          IntStream.of(rows)
              .boxed()
              .sorted(Comparator.comparingDouble(n -> x[n][input]))
              .mapToInt(Integer::intValue)
              .toArray();
      double all = IntStream.of(sorted).mapToDouble(n -> y[n]).sum();
      double left = 0;
      for (int at = 1; at < sorted.length; at++) {
        left += y[sorted[at - 1]];
        boolean small = at < MIN_LEAF || sorted.length - at < MIN_LEAF;
        double gain =
            left * left / at
                + (all - left) * (all - left) / (sorted.length - at)
                - all * all / sorted.length;
        if (!small && gain > most && x[sorted[at - 1]][i] < x[sorted[at]][i]) {
          most = gain;
          double middle = (x[sorted[at - 1]][i] + x[sorted[at]][i]) / 2;
          best = new Node(i, middle, best.value, List.of());
        }
      }
    }
    if (most == 0) {
      return best;
    }
    Node split = best;
    int[] low = IntStream.of(rows).filter(n -> x[n][split.input] <= split.threshold).toArray();
    int[] high = IntStream.of(rows).filter(n -> x[n][split.input] > split.threshold).toArray();
    return new Node(
        split.input, split.threshold, split.value, List.of(grow(x, y, low), grow(x, y, high)));
  }

  private static double mean(double[] y, int[] rows) {
    return IntStream.of(rows).mapToDouble(n -> y[n]).average().orElse(0);
  }
}
