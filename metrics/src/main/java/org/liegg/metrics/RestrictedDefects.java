package org.liegg.metrics;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.decomposition.SingularValueDecomposition_F64;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;

/**
 * The defects of a space of fields, say of a known algebra: the eigenproblem {@code EᵀE h / N = δ M
 * h} with h restricted to the space, read off the spectrum of all candidate fields without another
 * look at the model. In the coordinates of the spectrum's directions, {@code h = Σ c_i h_i}, the
 * left side is {@code Σ δ_i c_i²} and the right one {@code δ Σ c_i²}, trivial directions being 0 in
 * both.
 *
 * <p>By Courant and Fischer the k-th smallest is the least δ for which k dimensions of the space
 * have no larger defect: the number of defects at or below a tolerance is the dimension of the part
 * of the space that a decision at this tolerance would hold.
 *
 * @param defects δ of the space's own directions, descending, one for every dimension of it; a
 *     direction that F does not feel counts as 0
 */
public record RestrictedDefects(double[] defects) {
  /** A cut on squares below which they are rounding. */
  private static final double ROUNDING = 1e-12;

  /**
   * Restricts a spectrum.
   *
   * @param space linearly independent coefficients of the candidate fields, a row a field
   * @param whole the spectrum of all candidate fields
   * @throws IllegalArgumentException if the columns differ, or the spectrum is not {@link
   *     #known(DefectSpectrum) known} as a whole
   */
  public static RestrictedDefects of(Matrix space, DefectSpectrum whole) {
    if (space.columns() != whole.columns() || !known(whole)) {
      throw new IllegalArgumentException(
          "RestrictedDefects: %d coefficients, %d defects and %d trivial directions of %d fields"
              .formatted(
                  space.columns(),
                  whole.defects().length,
                  whole.trivialVectors(),
                  whole.columns()));
    }
    if (space.rows() == 0) {
      return new RestrictedDefects(new double[0]);
    }
    return new RestrictedDefects(solve(coordinates(space, whole), whole));
  }

  /**
   * The field of largest defect in a space.
   *
   * @return a combination of the rows of the space; empty where all of them are trivial
   * @throws IllegalArgumentException as {@link #of}
   */
  public static Optional<double[]> worst(Matrix space, DefectSpectrum whole) {
    DMatrixRMaj k = coordinates(space, whole);
    int count = space.rows();
    BlockSum sum = BlockSum.empty(count);
    for (int i = 0; i < count; i++) {
      for (int j = i; j < count; j++) {
        for (int h = 0; h < k.numRows; h++) {
          double product = k.get(h, i) * k.get(h, j);
          sum.independent().add(i, j, product);
          sum.moved().add(i, j, whole.defects()[h] * product);
        }
      }
    }
    SpanProblem problem = SpanProblem.of(sum.counting(1, 1));
    if (problem.vectors().length == 0) {
      return Optional.empty();
    }
    double[] c = problem.vectors()[0].clone();
    for (int i = 0; i < count; i++) {
      // The coordinates are those of rows of unit length.
      int columns = space.columns();
      c[i] /= Vectors.norm(Arrays.copyOfRange(space.values(), i * columns, (i + 1) * columns));
    }
    return Optional.of(c);
  }

  /** Whether all directions of a spectrum are at hand, trivial ones included. */
  public static boolean known(DefectSpectrum whole) {
    return whole.complete() && whole.trivialVectors() == whole.trivialCount();
  }

  /** The largest defect of any field of the space; 0 for a space of nothing. */
  public double worst() {
    return defects.length == 0 ? 0 : defects[0];
  }

  /** The mean of the defects, which does not depend on the basis; 0 for a space of nothing. */
  public double mean() {
    return Arrays.stream(defects).average().orElse(0);
  }

  /** How many dimensions of the space have defects at or below a tolerance. */
  public int contained(double tolerance) {
    return (int) Arrays.stream(defects).filter(defect -> defect <= tolerance).count();
  }

  /** Column k: the coordinates c of row k, those of trivial directions left out. */
  private static DMatrixRMaj coordinates(Matrix space, DefectSpectrum whole) {
    int m = whole.columns();
    int sensitive = whole.defects().length;
    DMatrixRMaj directions = new DMatrixRMaj(m, m);
    double[] norms = new double[m];
    for (int i = 0; i < m; i++) {
      double[] row = i < sensitive ? whole.direction(i) : whole.trivialDirection(i - sensitive);
      // M-unit directions come in every length; unit columns keep the system well-conditioned.
      norms[i] = Vectors.norm(row);
      for (int a = 0; a < m; a++) {
        directions.set(a, i, row[a] / norms[i]);
      }
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.qr(m, m);
    DMatrixRMaj all = new DMatrixRMaj(m, space.rows());
    if (!solver.setA(directions)) {
      throw failed("the directions of the spectrum are not independent");
    }
    DMatrixRMaj columns = new DMatrixRMaj(m, space.rows());
    for (int k = 0; k < space.rows(); k++) {
      double[] unit = Vectors.normalized(Arrays.copyOfRange(space.values(), k * m, (k + 1) * m));
      for (int a = 0; a < m; a++) {
        columns.set(a, k, unit[a]);
      }
    }
    solver.solve(columns, all);
    DMatrixRMaj coordinates = new DMatrixRMaj(sensitive, space.rows());
    for (int i = 0; i < sensitive; i++) {
      for (int k = 0; k < space.rows(); k++) {
        coordinates.set(i, k, all.get(i, k) / norms[i]);
      }
    }
    return coordinates;
  }

  private static double[] solve(DMatrixRMaj coordinates, DefectSpectrum whole) {
    int count = coordinates.numCols;
    double[] defects = new double[count];
    if (coordinates.numRows == 0) {
      return defects;
    }
    SingularValueDecomposition_F64<DMatrixRMaj> svd = svd(coordinates, true);
    double[] values = svd.getSingularValues();
    // 1 / ‖h‖ for an M-unit h is what M makes of a unit field: the scale where all rows are
    // trivial.
    double largest = Arrays.stream(values, 0, svd.numberOfSingularValues()).max().orElse(0);
    for (int i = 0; i < whole.defects().length; i++) {
      largest = Math.max(largest, 1 / Vectors.norm(whole.direction(i)));
    }
    DMatrixRMaj left = svd.getU(null, false);
    int rank = 0;
    DMatrixRMaj unit = new DMatrixRMaj(coordinates.numRows, count);
    for (int k = 0; k < svd.numberOfSingularValues(); k++) {
      // M squares the coordinates, and so the cut.
      if (values[k] > Math.sqrt(Math.max(whole.cut(), ROUNDING)) * largest) {
        for (int i = 0; i < unit.numRows; i++) {
          unit.set(i, rank, Math.sqrt(whole.defects()[i]) * left.get(i, k));
        }
        rank++;
      }
    }
    if (rank == 0) {
      return defects;
    }
    double[] roots = svd(unit, false).getSingularValues();
    Arrays.sort(roots);
    for (int k = 0; k < rank; k++) {
      double root = roots[roots.length - 1 - k];
      defects[k] = root * root;
    }
    return defects;
  }

  private static SingularValueDecomposition_F64<DMatrixRMaj> svd(
      DMatrixRMaj matrix, boolean vectors) {
    SingularValueDecomposition_F64<DMatrixRMaj> svd =
        DecompositionFactory_DDRM.svd(matrix.numRows, matrix.numCols, vectors, false, true);
    if (!svd.decompose(matrix.copy())) {
      throw failed("a decomposition of its coordinates did not converge");
    }
    return svd;
  }

  private static NumericalException failed(String found) {
    return new NumericalException(
        "LIEGG-DEFECT-NO-CONVERGENCE",
        "the defects of a space of fields",
        found,
        "check the generators for values that are not finite");
  }
}
