package org.liegg.core.samples;

import org.ejml.data.DMatrixRMaj;
import org.liegg.api.Batch;
import org.liegg.metrics.SymmetricPairs;

/**
 * Coordinates of inputs in which they are uncorrelated and of unit variance; directions that do not
 * vary are left out.
 *
 * @param mean of every input
 * @param forward {@code rank × inputs}: {@code z = W (x − mean)}
 * @param back {@code inputs × rank}: {@code W⁺}, so that a gradient by z is {@code J W⁺}
 */
public record Whitening(double[] mean, DMatrixRMaj forward, DMatrixRMaj back) {
  /** A variance below this share of the largest does not count. */
  private static final double NONE = 1e-10;

  public static Whitening of(Batch rows, boolean[] varies) {
    int inputs = rows.columns();
    ColumnMoments moments = new ColumnMoments(inputs);
    moments.add(rows);
    double[] mean = moments.means();
    double[] deviation = moments.variances();
    for (int i = 0; i < inputs; i++) {
      deviation[i] = varies[i] ? Math.sqrt(deviation[i]) : 0;
    }
    DMatrixRMaj correlation = new DMatrixRMaj(inputs, inputs);
    double[] values = rows.values();
    double[] scaled = new double[inputs];
    for (int n = 0; n < rows.rows(); n++) {
      for (int i = 0; i < inputs; i++) {
        double off = values[n * inputs + i] - mean[i];
        scaled[i] = deviation[i] == 0 ? 0 : off / deviation[i];
      }
      for (int i = 0; i < inputs; i++) {
        for (int j = 0; j <= i; j++) {
          correlation.data[i * inputs + j] += scaled[i] * scaled[j] / rows.rows();
        }
      }
    }
    SymmetricPairs axes = SymmetricAxes.ofLower(correlation);
    int rank = axes.rank(NONE);
    DMatrixRMaj forward = new DMatrixRMaj(rank, inputs);
    DMatrixRMaj back = new DMatrixRMaj(inputs, rank);
    for (int k = 0; k < rank; k++) {
      double size = Math.sqrt(axes.values()[k]);
      for (int i = 0; i < inputs; i++) {
        double entry = axes.vectors()[k][i];
        forward.set(k, i, deviation[i] == 0 ? 0 : entry / size / deviation[i]);
        back.set(i, k, entry * size * deviation[i]);
      }
    }
    return new Whitening(mean, forward, back);
  }

  public int rank() {
    return forward.numRows;
  }

  /** The coordinates of an input. */
  public double[] point(double[] values, int from) {
    double[] point = new double[rank()];
    for (int k = 0; k < point.length; k++) {
      for (int i = 0; i < mean.length; i++) {
        point[k] += forward.unsafe_get(k, i) * (values[from + i] - mean[i]);
      }
    }
    return point;
  }

  /** A gradient by these coordinates. */
  double[] gradient(double[] values, int from) {
    double[] gradient = new double[rank()];
    for (int i = 0; i < mean.length; i++) {
      for (int k = 0; k < gradient.length; k++) {
        gradient[k] += values[from + i] * back.unsafe_get(i, k);
      }
    }
    return gradient;
  }
}
