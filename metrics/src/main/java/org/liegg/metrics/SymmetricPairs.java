package org.liegg.metrics;

import java.util.Comparator;
import java.util.stream.IntStream;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.liegg.api.NumericalException;

/**
 * Eigenvalues and orthonormal eigenvectors of a symmetric matrix.
 *
 * @param values descending
 * @param vectors a row a vector, in the order of the values
 */
record SymmetricPairs(double[] values, double[][] vectors) {

  /**
   * Decomposes a matrix.
   *
   * @param what it is, for the error message
   * @throws NumericalException {@code LIEGG-DECOMPOSITION-FAILED} if it does not converge
   */
  static SymmetricPairs of(DMatrixRMaj symmetric, String what) {
    int n = symmetric.numRows;
    if (n == 0) {
      return new SymmetricPairs(new double[0], new double[0][]);
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(symmetric.copy())) {
      throw new NumericalException(
          "LIEGG-DECOMPOSITION-FAILED",
          what,
          "the eigen-decomposition of a %d × %d matrix did not converge".formatted(n, n),
          "check the data for values of very different size");
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
    return new SymmetricPairs(values, vectors);
  }

  /** How many values stand above a share of the largest. */
  int rank(double share) {
    int rank = 0;
    while (rank < values.length && values[rank] > 0 && values[rank] > share * values[0]) {
      rank++;
    }
    return rank;
  }
}
