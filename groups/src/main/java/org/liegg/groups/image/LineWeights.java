package org.liegg.groups.image;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.function.IntUnaryOperator;

/** An n × n matrix on a line of pixels, of which every row is a run of weights. */
public final class LineWeights {
  private final int[] first;
  private final double[][] weights;

  private LineWeights(int[] first, double[][] weights) {
    this.first = first;
    this.weights = weights;
  }

  /**
   * A matrix of runs.
   *
   * @param first the pixel where the weights of a row begin
   * @param weights of a row
   */
  public static LineWeights of(int n, IntUnaryOperator first, IntFunction<double[]> weights) {
    int[] firsts = new int[n];
    double[][] rows = new double[n][];
    for (int at = 0; at < n; at++) {
      firsts[at] = first.applyAsInt(at);
      rows[at] = weights.apply(at);
    }
    return new LineWeights(firsts, rows);
  }

  public static LineWeights identity(int n) {
    return of(n, at -> at, at -> new double[] {1});
  }

  public int first(int at) {
    return first[at];
  }

  /** The weights of a row, not to be changed. */
  public double[] row(int at) {
    return weights[at];
  }

  /** Weights that are not 0. */
  public long count() {
    return Arrays.stream(weights).flatMapToDouble(Arrays::stream).filter(w -> w != 0).count();
  }
}
