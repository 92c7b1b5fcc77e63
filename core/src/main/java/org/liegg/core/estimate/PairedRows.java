package org.liegg.core.estimate;

import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.support.DifferentiableFunction;

/**
 * Rows of an action by several functions whose noise is independent: products of two of them have
 * the mean of the square of a row without the noise.
 *
 * @param rows of every function, {@code queries·k × m}
 * @param outputs k, rows of a query
 */
record PairedRows(List<double[][]> rows, int outputs) {

  static PairedRows of(
      List<DifferentiableFunction> parts, int outputs, GroupAction action, Batch queries) {
    return of(parts, outputs, action, queries, queries);
  }

  /** The same where gradients and places have nothing to do with each other: those of others. */
  static PairedRows unrelated(
      List<DifferentiableFunction> parts, int outputs, GroupAction action, Batch queries) {
    int n = queries.rows();
    int[] order = new int[n];
    Arrays.setAll(order, i -> (i + n / 2) % n);
    return of(parts, outputs, action, queries, SampleParts.rows(queries, order));
  }

  private static PairedRows of(
      List<DifferentiableFunction> parts,
      int outputs,
      GroupAction action,
      Batch queries,
      Batch gradients) {
    return new PairedRows(
        parts.stream()
            .map(part -> rows(action.polarize(queries, jacobians(part, outputs, gradients))))
            .toList(),
        outputs);
  }

  private static Jacobians jacobians(DifferentiableFunction function, int outputs, Batch queries) {
    int d = queries.columns();
    double[] values = new double[queries.rows() * outputs * d];
    double[] responses = new double[queries.rows() * outputs];
    for (int n = 0; n < queries.rows(); n++) {
      double[] response = new double[outputs];
      double[] jacobian = new double[outputs * d];
      double[] x = Arrays.copyOfRange(queries.values(), n * d, (n + 1) * d);
      function.at(x, response, jacobian);
      System.arraycopy(jacobian, 0, values, n * outputs * d, outputs * d);
      System.arraycopy(response, 0, responses, n * outputs, outputs);
    }
    return new Jacobians(queries.rows(), outputs, d, values, responses);
  }

  private static double[][] rows(Polarization of) {
    Jacobians jacobians = of.jacobians();
    int m = of.fields().fields();
    double[][] rows = new double[jacobians.samples() * jacobians.outputs()][m];
    for (int n = 0; n < jacobians.samples(); n++) {
      for (int o = 0; o < jacobians.outputs(); o++) {
        double[] row = rows[n * jacobians.outputs() + o];
        for (int a = 0; a < m; a++) {
          for (int e = of.fields().offsets()[a]; e < of.fields().offsets()[a + 1]; e++) {
            row[a] +=
                of.fields().values()[e]
                    * jacobians.get(n, o, of.fields().component()[e])
                    * of.features().get(n, of.fields().feature()[e]);
          }
        }
      }
    }
    return rows;
  }

  /** Fields of the action. */
  int fields() {
    return rows.get(0)[0].length;
  }

  /**
   * The mean product of two different functions along a direction, for every query a sum over its
   * outputs.
   *
   * @param left a function that is left out; none if negative
   */
  double[] products(double[] direction, int left) {
    int count = rows.get(0).length;
    double[] sums = new double[count];
    double[] squares = new double[count];
    for (int part = 0; part < rows.size(); part++) {
      for (int row = 0; part != left && row < count; row++) {
        double value = dot(rows.get(part)[row], direction);
        sums[row] += value;
        squares[row] += value * value;
      }
    }
    int parts = rows.size() - (left < 0 ? 0 : 1);
    double[] products = new double[count / outputs];
    for (int row = 0; row < count; row++) {
      products[row / outputs] +=
          (sums[row] * sums[row] - squares[row]) / (parts * (double) (parts - 1));
    }
    return products;
  }

  /** The mean over all rows of the products of two different functions, {@code m × m}. */
  DMatrixRMaj products() {
    int m = fields();
    int parts = rows.size();
    DMatrixRMaj products = new DMatrixRMaj(m, m);
    double scale = 1.0 / (parts * (double) (parts - 1) * rows.get(0).length);
    for (int row = 0; row < rows.get(0).length; row++) {
      double[] sum = new double[m];
      for (double[][] part : rows) {
        addProducts(products, part[row], -scale);
        for (int a = 0; a < m; a++) {
          sum[a] += part[row][a];
        }
      }
      addProducts(products, sum, scale);
    }
    return products;
  }

  private static void addProducts(DMatrixRMaj to, double[] row, double scale) {
    int m = row.length;
    for (int a = 0; a < m; a++) {
      for (int b = 0; b < m; b++) {
        to.data[a * m + b] += scale * row[a] * row[b];
      }
    }
  }

  private static double dot(double[] row, double[] direction) {
    double sum = 0;
    for (int a = 0; a < row.length; a++) {
      sum += row[a] * direction[a];
    }
    return sum;
  }
}
