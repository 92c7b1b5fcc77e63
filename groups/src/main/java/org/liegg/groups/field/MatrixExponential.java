package org.liegg.groups.field;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;

/**
 * exp(A) by scaling and squaring of the diagonal Padé approximant of degree 13 (Higham, "The
 * Scaling and Squaring Method for the Matrix Exponential Revisited", SIAM J. Matrix Anal. Appl. 26,
 * 2005): backward stable to double precision.
 */
public final class MatrixExponential {
  /** Norm up to which the approximant needs no scaling. */
  private static final double LARGEST = 5.371920351148152;

  private static final int DEGREE = 13;

  private MatrixExponential() {}

  /**
   * exp(tA).
   *
   * @param a n × n
   * @throws NumericalException with code {@code LIEGG-FLOW-OVERFLOW} if it does not fit doubles
   */
  public static Matrix of(Matrix a, double t) {
    int n = a.rows();
    DMatrixRMaj scaled = new DMatrixRMaj(n, n, true, a.values().clone());
    CommonOps_DDRM.scale(t, scaled);
    double norm = NormOps_DDRM.normP1(scaled);
    int squarings = norm > LARGEST ? (int) Math.ceil(Math.log(norm / LARGEST) / Math.log(2)) : 0;
    if (!(norm < Double.POSITIVE_INFINITY)) {
      throw overflow(t);
    }
    CommonOps_DDRM.scale(Math.scalb(1.0, -squarings), scaled);
    DMatrixRMaj result = pade(scaled);
    for (int s = 0; s < squarings; s++) {
      DMatrixRMaj square = new DMatrixRMaj(n, n);
      CommonOps_DDRM.mult(result, result, square);
      result = square;
    }
    for (double value : result.data) {
      if (!Double.isFinite(value)) {
        throw overflow(t);
      }
    }
    return new Matrix(n, n, result.data);
  }

  /** p(A) / p(−A), even and odd powers apart: (V − U)⁻¹ (V + U). */
  private static DMatrixRMaj pade(DMatrixRMaj a) {
    int n = a.numRows;
    DMatrixRMaj even = new DMatrixRMaj(n, n);
    DMatrixRMaj odd = new DMatrixRMaj(n, n);
    DMatrixRMaj power = CommonOps_DDRM.identity(n);
    double coefficient = 1;
    for (int k = 0; k <= DEGREE; k++) {
      CommonOps_DDRM.addEquals(k % 2 == 0 ? even : odd, coefficient, power);
      DMatrixRMaj next = new DMatrixRMaj(n, n);
      CommonOps_DDRM.mult(power, a, next);
      power = next;
      coefficient *= (double) (DEGREE - k) / ((2.0 * DEGREE - k) * (k + 1));
    }
    DMatrixRMaj numerator = CommonOps_DDRM.add(even, odd, null);
    DMatrixRMaj denominator = CommonOps_DDRM.subtract(even, odd, null);
    DMatrixRMaj quotient = new DMatrixRMaj(n, n);
    CommonOps_DDRM.solve(denominator, numerator, quotient);
    return quotient;
  }

  private static NumericalException overflow(double t) {
    return new NumericalException(
        "LIEGG-FLOW-OVERFLOW",
        "a flow over t = " + t,
        "the group element does not fit double precision",
        "choose a smaller t");
  }
}
