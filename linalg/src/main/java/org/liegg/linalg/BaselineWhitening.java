package org.liegg.linalg;

import org.liegg.api.Matrix;

/** Whitens by the baseline of the defect, once insensitive fields are split off. */
final class BaselineWhitening {

  private BaselineWhitening() {}

  static Whitening of(
      MomentAverages averages,
      DefectBaseline baseline,
      FieldSplit split,
      EigenSolver solver,
      Kernels kernels) {
    int m = averages.basis().fields();
    FieldForms forms = new FieldForms(averages.basis());
    double[] sensitivity = baseline.sensitivity(forms);
    double[] floor = baseline.floor(forms);
    if (!split.whole()) {
      sensitivity = FieldSplit.restricted(sensitivity, split.rest(), kernels);
    }
    int n = split.whole() ? m : split.rest().rows();
    double samples = Math.max(1, averages.samples());
    for (int i = 0; i < sensitivity.length; i++) {
      sensitivity[i] *= samples * samples;
    }
    int scale = averages.exponentC() + averages.exponentPhi();
    Symmetric metric = Symmetric.ofUpper(sensitivity, n, scale);
    DenseWhitening white = DenseWhitening.of(metric, solver);
    Matrix rows = white.whitener();
    Matrix trivial = white.trivial();
    if (!split.whole()) {
      DenseKernel kernel = kernels.forWork(2.0 * n * n * m);
      rows = kernel.multiply(rows, split.rest());
      Matrix gone = split.insensitive();
      if (trivial.rows() > 0) {
        gone = FieldSplit.joined(gone, kernel.multiply(trivial, split.rest()));
      }
      trivial = Orthonormal.rows(gone);
      Orientation.apply(trivial.values(), m);
    }
    if (floor.length > 0 && rows.rows() > 0) {
      rows = withFloor(rows, floor, samples * samples, metric.exponent() - scale, solver, kernels);
    }
    return new DenseWhitening(rows, trivial, metric.exponent());
  }

  /** From {@code W M Wᵀ = 1} to {@code W (M + F) Wᵀ = 1}. */
  private static Matrix withFloor(
      Matrix rows, double[] floor, double factor, int shift, EigenSolver solver, Kernels kernels) {
    int m = rows.columns();
    int rank = rows.rows();
    double[] sum = FormPencil.congruent(rows, new Matrix(m, m, floor), kernels);
    for (int i = 0; i < rank; i++) {
      for (int j = 0; j < rank; j++) {
        int at = i * rank + j;
        sum[at] = Math.scalb(sum[at] * factor, -shift) + (i == j ? 1 : 0);
      }
    }
    Symmetric whole = Symmetric.ofUpper(sum, rank, 0);
    SymmetricEigen eigen = solver.solve(whole.values(), rank);
    Matrix turned =
        kernels
            .forWork(2.0 * rank * rank * m)
            .multiply(new Matrix(rank, rank, eigen.vectors()), rows);
    for (int i = 0; i < rank; i++) {
      double length = 1 / Math.sqrt(Math.scalb(eigen.values()[i], whole.exponent()));
      for (int a = 0; a < m; a++) {
        turned.values()[i * m + a] *= length;
      }
    }
    return turned;
  }
}
