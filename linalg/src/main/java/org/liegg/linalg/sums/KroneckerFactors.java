package org.liegg.linalg.sums;

import org.liegg.blas.KroneckerLayout;

/**
 * The products of pairs that a layout asks for, of one vector: all {@code x_i x_j} of two groups,
 * of one group with itself only those with {@code i ≤ j}. For gradients summed over outputs this is
 * the half of {@code JᵀJ}.
 */
final class KroneckerFactors {
  private final int[] order;
  private final int[] starts;
  private final int width;
  private final double[] gathered;

  private KroneckerFactors(int[] order, int[] starts, int width) {
    this.order = order;
    this.starts = starts;
    this.width = width;
    this.gathered = new double[4 * order.length];
  }

  static KroneckerFactors ofGradients(KroneckerLayout layout) {
    return new KroneckerFactors(layout.components(), layout.componentStarts(), layout.leftWidth());
  }

  static KroneckerFactors ofFeatures(KroneckerLayout layout) {
    return new KroneckerFactors(layout.features(), layout.featureStarts(), layout.rightWidth());
  }

  int width() {
    return width;
  }

  /**
   * Adds to {@code out[at …]} the products of several vectors, summed over the vectors.
   *
   * @param values vector after vector, each of {@code stride} numbers
   * @param exponent every number is taken times 2^-exponent
   */
  void add(double[] values, int from, int vectors, int stride, int exponent, double[] out, int at) {
    int done = 0;
    for (; done + 4 <= vectors; done += 4) {
      for (int v = 0; v < 4; v++) {
        gather(values, from + (done + v) * stride, exponent, v);
      }
      addFour(out, at);
    }
    for (; done < vectors; done++) {
      gather(values, from + done * stride, exponent, 0);
      addOne(out, at);
    }
  }

  private void gather(double[] values, int from, int exponent, int slot) {
    int to = slot * order.length;
    for (int i = 0; i < order.length; i++) {
      gathered[to + i] = values[from + order[i]];
    }
    if (exponent != 0) {
      for (int i = 0; i < order.length; i++) {
        gathered[to + i] = Math.scalb(gathered[to + i], -exponent);
      }
    }
  }

  private void addOne(double[] out, int at) {
    int next = at;
    for (int g = 0; g < starts.length - 1; g++) {
      for (int h = g; h < starts.length - 1; h++) {
        for (int i = starts[g]; i < starts[g + 1]; i++) {
          int first = g == h ? i : starts[h];
          int length = starts[h + 1] - first;
          double x = gathered[i];
          for (int j = 0; j < length; j++) {
            out[next + j] += x * gathered[first + j];
          }
          next += length;
        }
      }
    }
  }

  private void addFour(double[] out, int at) {
    int n = order.length;
    int next = at;
    for (int g = 0; g < starts.length - 1; g++) {
      for (int h = g; h < starts.length - 1; h++) {
        for (int i = starts[g]; i < starts[g + 1]; i++) {
          int first = g == h ? i : starts[h];
          int length = starts[h + 1] - first;
          addFour(out, next, i, first, n, length);
          next += length;
        }
      }
    }
  }

  private void addFour(double[] out, int next, int i, int first, int n, int length) {
    double x0 = gathered[i];
    double x1 = gathered[n + i];
    double x2 = gathered[2 * n + i];
    double x3 = gathered[3 * n + i];
    for (int j = 0; j < length; j++) {
      out[next + j] +=
          x0 * gathered[first + j]
              + x1 * gathered[n + first + j]
              + x2 * gathered[2 * n + first + j]
              + x3 * gathered[3 * n + first + j];
    }
  }
}
