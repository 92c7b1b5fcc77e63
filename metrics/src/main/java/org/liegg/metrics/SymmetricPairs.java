package org.liegg.metrics;

import java.util.Comparator;
import java.util.Optional;
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
public record SymmetricPairs(double[] values, double[][] vectors) {

  /**
   * Decomposes a matrix.
   *
   * @param symmetric n × n, not written to
   * @param what it is, for the error message
   * @throws NumericalException {@code LIEGG-DECOMPOSITION-FAILED} if it does not converge
   */
  static SymmetricPairs of(DMatrixRMaj symmetric, String what) {
    return find(symmetric)
        .orElseThrow(
            () ->
                new NumericalException(
                    "LIEGG-DECOMPOSITION-FAILED",
                    what,
                    "the eigen-decomposition of a %1$d × %1$d matrix did not converge"
                        .formatted(symmetric.numRows),
                    "check the data for values of very different size"));
  }

  /**
   * Decomposes a matrix, if that converges.
   *
   * @param symmetric n × n, not written to
   */
  public static Optional<SymmetricPairs> find(DMatrixRMaj symmetric) {
    int n = symmetric.numRows;
    if (n == 0) {
      return Optional.of(none());
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, true, true);
    if (!eigen.decompose(symmetric.copy())) {
      return Optional.empty();
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
    return Optional.of(new SymmetricPairs(values, vectors));
  }

  /** No pair. */
  public static SymmetricPairs none() {
    return new SymmetricPairs(new double[0], new double[0][]);
  }

  /** How many values stand above a share of the largest. */
  public int rank(double share) {
    int rank = 0;
    while (rank < values.length && values[rank] > 0 && values[rank] > share * values[0]) {
      rank++;
    }
    return rank;
  }
}
