package org.liegg.linalg.defect;

import org.liegg.api.Matrix;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.Symmetric;
import org.liegg.linalg.dense.EigenSolver;
import org.liegg.linalg.dense.Orientation;
import org.liegg.linalg.dense.Orthonormal;

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
    double[] sensitivity = baseline.form(forms);
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
    return new DenseWhitening(rows, trivial, metric.exponent());
  }
}
