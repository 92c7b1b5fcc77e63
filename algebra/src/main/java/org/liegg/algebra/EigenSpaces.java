package org.liegg.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/** The real spaces that belong to the eigenvalues of a matrix, conjugate pairs together. */
final class EigenSpaces {

  private EigenSpaces() {}

  /**
   * Orthonormal columns a cluster of eigenvalues; the whole space alone where they do not add up,
   * or are not found.
   *
   * @param relative eigenvalues closer than this share of the norm count as one
   */
  static List<DMatrixRMaj> of(DMatrixRMaj matrix, double relative) {
    int n = matrix.numRows;
    double norm = NormOps_DDRM.normF(matrix);
    Optional<double[][]> values = Dense.eigenvalues(matrix);
    if (values.isEmpty()) {
      return List.of(CommonOps_DDRM.identity(n));
    }
    List<DMatrixRMaj> spaces = new ArrayList<>();
    int total = 0;
    for (double[] value : clusters(values.get(), relative * norm)) {
      DMatrixRMaj shifted = matrix.copy();
      for (int i = 0; i < n; i++) {
        shifted.add(i, i, -value[0]);
      }
      double tolerance = 10 * relative * norm;
      if (value[1] > relative * norm) {
        shifted = Dense.multiply(shifted, shifted);
        for (int i = 0; i < n; i++) {
          shifted.add(i, i, value[1] * value[1]);
        }
        tolerance *= norm;
      }
      DMatrixRMaj space = Spans.nullspace(shifted, tolerance);
      total += space.numCols;
      spaces.add(space);
    }
    return total == n ? spaces : List.of(CommonOps_DDRM.identity(n));
  }

  /** Means of eigenvalues (real part, magnitude of the imaginary part) that lie together. */
  private static List<double[]> clusters(double[][] values, double distance) {
    List<double[]> sums = new ArrayList<>();
    for (double[] value : values) {
      double imaginary = Math.abs(value[1]);
      boolean found = false;
      for (double[] sum : sums) {
        double real = sum[0] / sum[2];
        if (Math.hypot(real - value[0], sum[1] / sum[2] - imaginary) <= distance) {
          sum[0] += value[0];
          sum[1] += imaginary;
          sum[2]++;
          found = true;
          break;
        }
      }
      if (!found) {
        sums.add(new double[] {value[0], imaginary, 1});
      }
    }
    return sums.stream().map(sum -> new double[] {sum[0] / sum[2], sum[1] / sum[2]}).toList();
  }
}
