package org.liegg.core.samples;

import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * Means, variances and squared steps of columns while samples stream, safe where the mean is large
 * (Chan, Golub and LeVeque, "Algorithms for Computing the Sample Variance", 1983).
 */
final class ColumnMoments {
  /** A variance below this share of the squared mean is rounding. */
  private static final double ROUNDING = 16 * 0x1p-52 * 0x1p-52;

  private final int columns;
  private final double[] mean;
  private final double[] squares;
  private final double[] steps;
  private final double[] first;
  private final double[] last;
  private final boolean[] varies;
  private long count;

  ColumnMoments(int columns) {
    this.columns = columns;
    mean = new double[columns];
    squares = new double[columns];
    steps = new double[columns];
    first = new double[columns];
    last = new double[columns];
    varies = new boolean[columns];
  }

  /** Adds the samples of a batch. */
  void add(Batch batch) {
    int rows = batch.rows();
    if (rows == 0) {
      return;
    }
    double[] x = batch.values();
    for (int i = 0; i < columns; i++) {
      double before = count == 0 ? x[i] : last[i];
      if (count == 0) {
        first[i] = x[i];
      }
      double sum = 0;
      for (int n = 0; n < rows; n++) {
        double value = x[n * columns + i];
        sum += value - x[i];
        varies[i] |= value != first[i];
        steps[i] += (value - before) * (value - before);
        before = value;
      }
      last[i] = before;
      double own = x[i] + sum / rows;
      double around = 0;
      for (int n = 0; n < rows; n++) {
        double off = x[n * columns + i] - own;
        around += off * off;
      }
      double apart = own - mean[i];
      long all = count + rows;
      squares[i] += around + apart * apart * ((double) count * rows / all);
      mean[i] += apart * rows / all;
    }
    count += rows;
  }

  /** Adds samples that follow these, as others have summed them. */
  void merge(ColumnMoments next) {
    if (next.count == 0) {
      return;
    }
    long all = count + next.count;
    for (int i = 0; i < columns; i++) {
      double before = count == 0 ? next.first[i] : last[i];
      double apart = next.mean[i] - mean[i];
      squares[i] += next.squares[i] + apart * apart * ((double) count * next.count / all);
      mean[i] += apart * next.count / all;
      steps[i] += next.steps[i] + (next.first[i] - before) * (next.first[i] - before);
      first[i] = count == 0 ? next.first[i] : first[i];
      varies[i] |= next.varies[i] || next.first[i] != first[i];
      last[i] = next.last[i];
    }
    count = all;
  }

  void writeTo(StateOutput out) {
    out.writeLong(count);
    for (double[] numbers : numbers()) {
      out.writeDoubles(numbers);
    }
    for (boolean one : varies) {
      out.writeBoolean(one);
    }
  }

  static ColumnMoments readFrom(StateInput in, int columns) {
    ColumnMoments moments = new ColumnMoments(columns);
    moments.count = in.readLong();
    for (double[] numbers : moments.numbers()) {
      System.arraycopy(in.readDoubles(columns), 0, numbers, 0, columns);
    }
    for (int i = 0; i < columns; i++) {
      moments.varies[i] = in.readBoolean();
    }
    return moments;
  }

  private List<double[]> numbers() {
    return List.of(mean, squares, steps, first, last);
  }

  long count() {
    return count;
  }

  /** Exactly the value of a column that is constant. */
  double[] means() {
    double[] means = mean.clone();
    for (int i = 0; i < columns; i++) {
      if (!varies[i]) {
        means[i] = first[i];
      }
    }
    return means;
  }

  /** Over all samples; exactly 0 for columns that are constant up to rounding. */
  double[] variances() {
    double[] variances = new double[columns];
    for (int i = 0; i < columns; i++) {
      double variance = count == 0 ? 0 : squares[i] / count;
      boolean rounding = variance <= ROUNDING * mean[i] * mean[i];
      variances[i] = varies[i] && !rounding ? variance : 0;
    }
    return variances;
  }

  /** The mean squared difference of consecutive samples. */
  double[] squaredSteps() {
    double[] means = steps.clone();
    for (int i = 0; i < columns; i++) {
      means[i] /= Math.max(1, count - 1);
    }
    return means;
  }
}
