package org.liegg.groups.flow;

import java.util.Optional;
import org.ejml.data.Complex_F64;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.liegg.api.Matrix;
import org.liegg.groups.field.MatrixExponential;

/** Whether exp(tA) comes back to the identity: all eigenvalues are whole multiples of one iω. */
final class Periods {
  /** Larger matrices are not looked at: their eigenvalues would cost n³. */
  private static final int LARGEST = 256;

  /** A frequency counts as a multiple of another up to this one. */
  private static final int HIGHEST_MULTIPLE = 12;

  /** A slower frequency, of a generator of unit norm, is rounding: nothing goes round. */
  private static final double SLOWEST = 1e-3;

  /** How far from the identity the end may be: generators that were learned are a little off. */
  private static final double CLOSED = 0.01;

  private Periods() {}

  /** The smallest period of exp(tA), where there is one. */
  static Optional<Double> of(Matrix a) {
    int n = a.rows();
    if (n > LARGEST) {
      return Optional.empty();
    }
    EigenDecomposition_F64<DMatrixRMaj> eigen = DecompositionFactory_DDRM.eig(n, false);
    if (!eigen.decompose(new DMatrixRMaj(n, n, true, a.values().clone()))) {
      return Optional.empty();
    }
    double largest = 0;
    double highest = 0;
    for (int i = 0; i < n; i++) {
      Complex_F64 value = eigen.getEigenvalue(i);
      largest = Math.max(largest, value.getMagnitude());
      highest = Math.max(highest, Math.abs(value.imaginary));
    }
    if (highest < SLOWEST || highest < (1 - CLOSED) * largest) {
      return Optional.empty();
    }
    // The highest frequency goes round a whole number of times.
    for (int rounds = 1; rounds <= HIGHEST_MULTIPLE; rounds++) {
      double time = rounds * 2 * Math.PI / highest;
      if (closes(a, time)) {
        return Optional.of(time);
      }
    }
    return Optional.empty();
  }

  private static boolean closes(Matrix a, double time) {
    Matrix end = MatrixExponential.of(a, time);
    for (int r = 0; r < a.rows(); r++) {
      for (int c = 0; c < a.rows(); c++) {
        if (!(Math.abs(end.get(r, c) - (r == c ? 1 : 0)) <= CLOSED)) {
          return false;
        }
      }
    }
    return true;
  }
}
