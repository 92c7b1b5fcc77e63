package org.liegg.core.samples;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;

/**
 * Eigenvalues and orthonormal eigenvectors of a covariance.
 *
 * @param values descending; none where it did not converge
 * @param vectors a row a vector
 */
record SymmetricAxes(double[] values, double[][] vectors) {

  /** Of a matrix of which the lower triangle is given. */
  static SymmetricAxes ofLower(DMatrixRMaj lower) {
    int n = lower.numRows;
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        lower.set(j, i, lower.get(i, j));
      }
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (n == 0 || !eigen.decompose(lower)) {
      return new SymmetricAxes(new double[0], new double[0][]);
    }
    int[] order =
        IntStream.range(0, n)
            .boxed()
            .sorted(Comparator.comparingDouble(i -> -eigen.getEigenvalue(i).getReal()))
            .mapToInt(Integer::intValue)
            .toArray();
    double[] values = new double[n];
    double[][] vectors = new double[n][];
    for (int k = 0; k < n; k++) {
      values[k] = eigen.getEigenvalue(order[k]).getReal();
      vectors[k] = eigen.getEigenVector(order[k]).data.clone();
    }
    return new SymmetricAxes(values, vectors);
  }

  /** How many values stand above a share of the largest. */
  int above(double share) {
    int count = 0;
    while (count < values.length && values[count] > 0 && values[count] > share * values[0]) {
      count++;
    }
    return count;
  }
}
