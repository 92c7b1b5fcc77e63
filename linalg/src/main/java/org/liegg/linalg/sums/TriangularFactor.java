package org.liegg.linalg.sums;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.QRDecomposition;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Scale;
import org.liegg.blas.TriangularWorkspace;

/**
 * R of {@code E = Q R}, {@code m × m}: same singular values, same right singular vectors as E, at a
 * fraction of the rows. Householder QR, by EJML if nobody says otherwise, a slab of rows at a time
 * under the R so far, which stays in cache and needs no second copy of E.
 *
 * @param order m
 * @param values R · 2^-exponent, row-major; with at most m rows E itself, rows of zeros below
 * @param exponent the scale, which keeps squares of entries in range
 */
public record TriangularFactor(int order, double[] values, int exponent) {
  private static final int SMALLEST_SLAB = 1024;

  public static TriangularFactor of(RowCollector rows) {
    int m = rows.columns();
    int exponent = Scale.exponent(rows.largest());
    double[] factor = new double[m * m];
    if (rows.rows() <= m) {
      rows.copy(0, (int) rows.rows(), factor, 0);
      Scale.by(factor, factor.length, -exponent);
      return new TriangularFactor(m, factor, exponent);
    }
    int slab = slabRows(m);
    DMatrixRMaj r = DMatrixRMaj.wrap(m, m, factor);
    for (long from = 0; from < rows.rows(); from += slab) {
      int above = from == 0 ? 0 : m;
      int count = (int) Math.min(slab, rows.rows() - from);
      DMatrixRMaj stacked = new DMatrixRMaj(above + count, m);
      rows.copy(from, count, stacked.data, above);
      Scale.by(stacked.data, stacked.data.length, -exponent);
      System.arraycopy(factor, 0, stacked.data, 0, above * m);
      triangularise(stacked, r);
    }
    return new TriangularFactor(m, factor, exponent);
  }

  /** The same by a kernel, whose blocks are of the same height. */
  public static TriangularFactor of(RowCollector rows, DenseKernel kernel) {
    int m = rows.columns();
    if (rows.rows() <= m) {
      return of(rows);
    }
    int exponent = Scale.exponent(rows.largest());
    int slab = slabRows(m);
    double[] block = new double[slab * m];
    try (TriangularWorkspace workspace = kernel.triangular(new double[m * m], m)) {
      for (long from = 0; from < rows.rows(); from += slab) {
        int count = (int) Math.min(slab, rows.rows() - from);
        rows.copy(from, count, block, 0);
        Scale.by(block, count * m, -exponent);
        workspace.add(block, count);
      }
      return new TriangularFactor(m, workspace.upper(), exponent);
    }
  }

  /** Numbers held at once while the factor of a matrix of this width is computed. */
  public static double footprint(int columns) {
    double stacked = ((double) slabRows(columns) + columns) * columns;
    return 2 * stacked + (double) columns * columns;
  }

  private static int slabRows(int columns) {
    return Math.max(SMALLEST_SLAB, 2 * columns);
  }

  private static void triangularise(DMatrixRMaj stacked, DMatrixRMaj r) {
    int m = stacked.numCols;
    QRDecomposition<DMatrixRMaj> qr = DecompositionFactory_DDRM.qr(stacked.numRows, m);
    qr.decompose(stacked);
    DMatrixRMaj upper = qr.getR(null, true);
    r.zero();
    System.arraycopy(upper.data, 0, r.data, 0, upper.numRows * m);
  }
}
