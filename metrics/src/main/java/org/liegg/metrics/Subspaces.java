package org.liegg.metrics;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;

/** Distances between subspaces that are given by the rows of a matrix. */
public final class Subspaces {
  /** Rows whose part outside the others is below this share of the largest add no dimension. */
  private static final double RANK = 1e-10;

  private Subspaces() {}

  /**
   * An orthonormal basis of the span of the rows.
   *
   * @return {@code rank × columns}
   */
  public static Matrix orthonormalBasis(Matrix rows) {
    if (rows.rows() == 0 || rows.columns() == 0) {
      return new Matrix(0, rows.columns(), new double[0]);
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd = decompose(wrap(rows), true);
    DMatrixRMaj vt = svd.getV(null, true);
    double[] values = svd.getSingularValues();
    double largest = Arrays.stream(values, 0, svd.numberOfSingularValues()).max().orElse(0);
    int rank = 0;
    double[] basis = new double[rows.rows() * rows.columns()];
    for (int i = 0; i < svd.numberOfSingularValues(); i++) {
      if (values[i] > RANK * largest) {
        System.arraycopy(vt.data, i * rows.columns(), basis, rank * rows.columns(), rows.columns());
        rank++;
      }
    }
    return new Matrix(rank, rows.columns(), Arrays.copyOf(basis, rank * rows.columns()));
  }

  /**
   * The principal angles between two subspaces, ascending: {@code cos θ_i = σ_i(A Bᵀ)} for
   * orthonormal A and B. Small angles are taken from the sines (the singular values of what is left
   * of the smaller space outside the larger), which keep their digits where cosines lose them
   * (Björck and Golub, Mathematics of Computation 27, 1973).
   *
   * @param a spans one space by its rows
   * @param b spans the other by its rows, in the same number of columns
   * @return degrees, as many as the smaller space has dimensions
   */
  public static double[] principalAngles(Matrix a, Matrix b) {
    Matrix small = orthonormalBasis(a);
    Matrix large = orthonormalBasis(b);
    if (small.rows() > large.rows()) {
      Matrix swap = small;
      small = large;
      large = swap;
    }
    int count = small.rows();
    if (count == 0) {
      return new double[0];
    }
    DMatrixRMaj overlap = new DMatrixRMaj(count, large.rows());
    CommonOps_DDRM.multTransB(wrap(small), wrap(large), overlap);
    double[] cosines = singularValues(overlap, count);
    DMatrixRMaj outside = wrap(small).copy();
    CommonOps_DDRM.multAdd(-1, overlap, wrap(large), outside);
    double[] sines = singularValues(outside, count);
    double[] angles = new double[count];
    for (int i = 0; i < count; i++) {
      // Cosines descend and sines ascend with the angle.
      double cosine = Math.min(1, cosines[i]);
      double sine = Math.min(1, sines[count - 1 - i]);
      angles[i] = Math.toDegrees(sine < Math.sqrt(0.5) ? Math.asin(sine) : Math.acos(cosine));
    }
    Arrays.sort(angles);
    return angles;
  }

  /**
   * The symmetry bias of a generator: the norm of what is left of it outside a subspace. For a
   * subspace of one dimension this is, to first order, the distance to its unit vector, as in
   * Moskalev et al., section 4.
   *
   * @param generator unit norm
   * @param subspace an orthonormal basis, a row a vector
   */
  public static double symmetryBias(double[] generator, Matrix subspace) {
    double[] rest = generator.clone();
    for (int r = 0; r < subspace.rows(); r++) {
      double dot = 0;
      for (int c = 0; c < rest.length; c++) {
        dot += subspace.get(r, c) * generator[c];
      }
      for (int c = 0; c < rest.length; c++) {
        rest[c] -= dot * subspace.get(r, c);
      }
    }
    return Vectors.norm(rest);
  }

  private static double[] singularValues(DMatrixRMaj matrix, int count) {
    SingularValueDecomposition_F64<DMatrixRMaj> svd = decompose(matrix, false);
    double[] values = Arrays.copyOf(svd.getSingularValues(), count);
    Arrays.sort(values);
    for (int i = 0; i < count / 2; i++) {
      double swap = values[i];
      values[i] = values[count - 1 - i];
      values[count - 1 - i] = swap;
    }
    return values;
  }

  private static SingularValueDecomposition_F64<DMatrixRMaj> decompose(
      DMatrixRMaj matrix, boolean vectors) {
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, false, vectors, true);
    if (!svd.decompose(matrix.copy())) {
      throw new NumericalException(
          "LIEGG-SVD-NO-CONVERGENCE",
          "a %d × %d matrix".formatted(matrix.numRows, matrix.numCols),
          "its singular value decomposition did not converge",
          "check the generators for values that are not finite");
    }
    return svd;
  }

  private static DMatrixRMaj wrap(Matrix matrix) {
    return DMatrixRMaj.wrap(matrix.rows(), matrix.columns(), matrix.values());
  }
}
