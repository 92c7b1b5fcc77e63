package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.SingularOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.junit.jupiter.api.Test;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;

class InsensitiveFieldsTest {

  @Test
  void agreesWithTheRanksOfAllProducts() {
    // gl(4), gradients in a plane, samples in a space of three dimensions.
    Matrix gradients = lowRank(40, 4, 2, new Random(1));
    Matrix samples = lowRank(40, 4, 3, new Random(2));

    InsensitiveFields why = InsensitiveFields.of(gl(4), moment(gradients), moment(samples));

    // {A : gᵀA = 0 for all g} and {A : Ax = 0 for all x}, as ranks of stacked equations.
    assertThat(why.insensitive()).isEqualTo(16 - rank(equations(gradients, true)));
    assertThat(why.degenerate()).isEqualTo(16 - rank(equations(samples, false)));
    assertThat(why.unseenInputs().rows()).isEqualTo(2);
    assertThat(why.emptyFeatures().rows()).isEqualTo(1);
  }

  @Test
  void explainsNothingWhereEverythingIsSensitive() {
    Matrix full = moment(lowRank(40, 4, 4, new Random(3)));

    InsensitiveFields why = InsensitiveFields.of(gl(4), full, full);

    assertThat(why.insensitive()).isZero();
    assertThat(why.degenerate()).isZero();
  }

  private static FieldBasis gl(int n) {
    int m = n * n;
    int[] offsets = new int[m + 1];
    int[] component = new int[m];
    int[] feature = new int[m];
    double[] ones = new double[m];
    for (int a = 0; a < m; a++) {
      offsets[a + 1] = a + 1;
      component[a] = a / n;
      feature[a] = a % n;
      ones[a] = 1;
    }
    return new FieldBasis(m, n, n, offsets, component, feature, ones);
  }

  private static Matrix lowRank(int rows, int columns, int rank, Random random) {
    double[] basis = random.doubles((long) rank * columns, -1, 1).toArray();
    double[] values = new double[rows * columns];
    for (int n = 0; n < rows; n++) {
      for (int k = 0; k < rank; k++) {
        double factor = random.nextGaussian();
        for (int i = 0; i < columns; i++) {
          values[n * columns + i] += factor * basis[k * columns + i];
        }
      }
    }
    return new Matrix(rows, columns, values);
  }

  private static Matrix moment(Matrix rows) {
    int d = rows.columns();
    double[] sum = new double[d * d];
    for (int n = 0; n < rows.rows(); n++) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          sum[i * d + j] += rows.get(n, i) * rows.get(n, j);
        }
      }
    }
    return new Matrix(d, d, sum);
  }

  private static DMatrixRMaj equations(Matrix rows, boolean fromTheLeft) {
    int d = rows.columns();
    DMatrixRMaj all = new DMatrixRMaj(rows.rows() * d, d * d);
    for (int n = 0; n < rows.rows(); n++) {
      for (int i = 0; i < d; i++) {
        for (int j = 0; j < d; j++) {
          all.set(n * d + j, fromTheLeft ? i * d + j : j * d + i, rows.get(n, i));
        }
      }
    }
    return all;
  }

  private static int rank(DMatrixRMaj matrix) {
    var svd = DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, false, false, true);
    svd.decompose(matrix);
    return SingularOps_DDRM.rank(svd, 1e-9);
  }
}
