package org.liegg.core.transformation;

import java.util.stream.IntStream;
import org.liegg.api.Batch;

/**
 * By how much a transformation moves samples.
 *
 * @param values gx − x, {@code samples × d}
 * @param mean over samples, d
 * @param moved inputs that are moved at some sample
 * @param spreads mean square of the displacement of each input in units of its variance, d; of an
 *     input that does not vary 0
 */
record Displacement(double[] values, double[] mean, int[] moved, double[] spreads) {

  static Displacement of(Batch from, Batch to, double[] variances) {
    int d = from.columns();
    double[] values = new double[from.values().length];
    double[] mean = new double[d];
    double[] spreads = new double[d];
    boolean[] moves = new boolean[d];
    for (int at = 0; at < values.length; at++) {
      int i = at % d;
      values[at] = to.values()[at] - from.values()[at];
      mean[i] += values[at] / from.rows();
      spreads[i] += variances[i] > 0 ? values[at] * values[at] / variances[i] / from.rows() : 0;
      moves[i] |= values[at] != 0;
    }
    int[] moved = IntStream.range(0, d).filter(i -> moves[i]).toArray();
    return new Displacement(values, mean, moved, spreads);
  }

  /** The root of the mean square over the inputs that are moved, in units of their spread. */
  double size() {
    double sum = 0;
    int counted = 0;
    for (int i : moved) {
      sum += spreads[i];
      counted += spreads[i] > 0 ? 1 : 0;
    }
    return counted == 0 ? 0 : Math.sqrt(sum / counted);
  }
}
