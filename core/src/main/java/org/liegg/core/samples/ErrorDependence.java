package org.liegg.core.samples;

import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;
import org.liegg.metrics.SymmetricPairs;

/**
 * Whether samples with errors tell the fields of an action apart: a combination of features that is
 * 0 at the exact samples is as large as its errors at those that are given, and no more. So the
 * largest share of the mean square of a combination c that its errors explain, {@code max cᵀSc /
 * cᵀGc}, is looked for, G being the second moments of the features and S those of what they change
 * by when samples are moved by errors of their size (total least squares: S. Van Huffel, J.
 * Vandewalle, The Total Least Squares Problem, SIAM 1991).
 */
public final class ErrorDependence {
  /** Combinations of a smaller share of the mean square are rounding. */
  private static final double ROUNDING = 1e-13;

  private ErrorDependence() {}

  /**
   * The largest share of the mean square of a combination of inputs (about their means) or of
   * features that errors explain.
   *
   * @param samples as they are given
   * @param moved the same, moved by errors of the size that theirs have
   */
  public static double share(GroupAction action, Batch samples, Batch moved) {
    double inputs = largest(FeatureDependence.centred(samples), FeatureDependence.centred(moved));
    Batch features = action.features(samples);
    return features.columns() > features.rows()
        ? inputs
        : Math.max(inputs, largest(features, action.features(moved)));
  }

  private static double largest(Batch given, Batch moved) {
    int p = given.columns();
    double[] norms = FeatureDependence.norms(given);
    DMatrixRMaj moment = new DMatrixRMaj(p, p);
    DMatrixRMaj errors = new DMatrixRMaj(p, p);
    double[] row = new double[p];
    double[] change = new double[p];
    for (int n = 0; n < given.rows(); n++) {
      for (int i = 0; i < p; i++) {
        double scale = norms[i] > 0 ? 1 / norms[i] : 0;
        row[i] = given.get(n, i) * scale;
        change[i] = moved.get(n, i) * scale - row[i];
      }
      add(moment, row);
      add(errors, change);
    }
    SymmetricPairs axes = SymmetricAxes.ofLower(moment);
    SymmetricAxes.mirror(errors);
    int kept = axes.rank(ROUNDING);
    DMatrixRMaj white = new DMatrixRMaj(p, kept);
    for (int k = 0; k < kept; k++) {
      double scale = 1 / Math.sqrt(axes.values()[k]);
      for (int i = 0; i < p; i++) {
        white.set(i, k, axes.vectors()[k][i] * scale);
      }
    }
    DMatrixRMaj half = new DMatrixRMaj(p, kept);
    CommonOps_DDRM.mult(errors, white, half);
    DMatrixRMaj shares = new DMatrixRMaj(kept, kept);
    CommonOps_DDRM.multTransA(white, half, shares);
    double[] values = SymmetricAxes.ofLower(shares).values();
    // Where nothing converges nothing is told apart.
    return values.length == 0 ? 1 : values[0];
  }

  private static void add(DMatrixRMaj lower, double[] row) {
    for (int i = 0; i < row.length; i++) {
      for (int j = 0; j <= i; j++) {
        lower.add(i, j, row[i] * row[j]);
      }
    }
  }
}
