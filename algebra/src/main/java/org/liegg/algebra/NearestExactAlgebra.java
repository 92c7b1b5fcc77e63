package org.liegg.algebra;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.algebra.LearnedAlgebra.ExactBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.metrics.ReadableBasis;

/**
 * The readable exact algebra next to a learned one: a readable basis whose entries are rounded to
 * halves of the largest, where that is exactly closed and within the noise; else the nearest closed
 * space as it is.
 */
final class NearestExactAlgebra {
  private static final double CLOSED = 1e-9;

  private NearestExactAlgebra() {}

  /** The rounded basis, as columns, where it is exactly closed and within the noise. */
  static Optional<DMatrixRMaj> rounded(Elements elements, DMatrixRMaj learned, double noise) {
    return closed(elements, learned)
        .filter(
            rounded ->
                Spans.distance(Spans.orthonormal(rounded, 1e-6), learned)
                    <= Math.max(1e-6, 5 * noise));
  }

  /** The rounded basis of a space, as columns, where it is exactly closed, however far. */
  static Optional<DMatrixRMaj> closed(Elements elements, DMatrixRMaj space) {
    DMatrixRMaj rounded = rounded(readable(space));
    DMatrixRMaj basis = Spans.orthonormal(rounded, 1e-6);
    boolean closed =
        basis.numCols == space.numCols && Closure.of(elements, basis).residual() <= CLOSED;
    return closed ? Optional.of(rounded) : Optional.empty();
  }

  /**
   * @param rounded what {@link #rounded(Elements, DMatrixRMaj, double)} gave
   * @param exact orthonormal columns of the exact algebra that was taken
   */
  static Optional<ExactBasis> of(
      GroupAction action,
      DMatrixRMaj learned,
      Optional<DMatrixRMaj> rounded,
      Optional<DMatrixRMaj> exact) {
    return exact.flatMap(
        space ->
            nearestExact(
                action,
                rounded.orElseGet(() -> readable(space)),
                Spans.distance(space, learned),
                rounded.isPresent()));
  }

  private static DMatrixRMaj readable(DMatrixRMaj columns) {
    DMatrixRMaj rows = CommonOps_DDRM.transpose(columns, null);
    DMatrixRMaj readable = Dense.wrap(ReadableBasis.of(Dense.unwrap(rows)).vectors());
    return CommonOps_DDRM.transpose(readable, null);
  }

  private static DMatrixRMaj rounded(DMatrixRMaj columns) {
    DMatrixRMaj rounded = new DMatrixRMaj(columns.numRows, columns.numCols);
    for (int k = 0; k < columns.numCols; k++) {
      double largest = 0;
      for (int i = 0; i < columns.numRows; i++) {
        largest = Math.max(largest, Math.abs(columns.get(i, k)));
      }
      for (int i = 0; i < columns.numRows; i++) {
        rounded.set(i, k, Math.rint(2 * columns.get(i, k) / largest) / 2);
      }
    }
    return rounded;
  }

  private static Optional<ExactBasis> nearestExact(
      GroupAction action, DMatrixRMaj columns, double distance, boolean rounded) {
    return FieldCoordinates.of(action, columns)
        .map(NearestExactAlgebra::unit)
        .map(
            rows ->
                new ExactBasis(rows, Math.toDegrees(Math.asin(Math.min(1, distance))), rounded));
  }

  private static Matrix unit(Matrix rows) {
    double[] values = rows.values().clone();
    for (int r = 0; r < rows.rows(); r++) {
      double norm = 0;
      for (int c = 0; c < rows.columns(); c++) {
        norm = Math.hypot(norm, rows.get(r, c));
      }
      for (int c = 0; c < rows.columns(); c++) {
        values[r * rows.columns() + c] /= norm;
      }
    }
    return new Matrix(rows.rows(), rows.columns(), values);
  }
}
