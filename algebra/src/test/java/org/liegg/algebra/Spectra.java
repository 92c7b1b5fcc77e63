package org.liegg.algebra;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.api.Batch;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.metrics.NullspaceDecision;

/** Spectra of defects from gradients, by dense eigenproblems. */
final class Spectra {
  private static final double CUT = 1e-12;

  private Spectra() {}

  static NullspaceDecision decision(
      GroupAction action, Batch batch, UnaryOperator<double[]> gradient) {
    return NullspaceDecision.at(NullspaceDecision.DEFAULT_TOLERANCE, of(action, batch, gradient));
  }

  static DefectSpectrum of(GroupAction action, Batch batch, UnaryOperator<double[]> gradient) {
    int d = batch.columns();
    int samples = batch.rows();
    double[] values = new double[samples * d];
    for (int n = 0; n < samples; n++) {
      double[] x = Arrays.copyOfRange(batch.values(), n * d, (n + 1) * d);
      System.arraycopy(gradient.apply(x), 0, values, n * d, d);
    }
    DMatrixRMaj jacobians = new DMatrixRMaj(samples, d, true, values);
    DMatrixRMaj sensitive = moment(action, batch, values, 1);
    // Rows with the same root of C for every sample sum to M.
    DMatrixRMaj root = root(Dense.multiplyTransA(jacobians, jacobians), samples);
    double[] everywhere = new double[samples * d * d];
    for (int n = 0; n < samples; n++) {
      System.arraycopy(root.data, 0, everywhere, n * d * d, d * d);
    }
    return solve(sensitive, moment(action, batch, everywhere, d));
  }

  /** Solves {@code A h = δ M h}. */
  static DefectSpectrum solve(DMatrixRMaj a, DMatrixRMaj metric) {
    int m = a.numRows;
    Dense.Eigen eigen = Dense.eigen(metric);
    int trivial = 0;
    while (trivial < m && eigen.values()[trivial] <= CUT * eigen.values()[m - 1]) {
      trivial++;
    }
    DMatrixRMaj whitening = Dense.columns(eigen.vectors(), trivial, m);
    for (int k = 0; k < m - trivial; k++) {
      for (int i = 0; i < m; i++) {
        whitening.set(i, k, whitening.get(i, k) / Math.sqrt(eigen.values()[trivial + k]));
      }
    }
    Dense.Eigen own = Dense.eigen(Dense.multiplyTransA(whitening, Dense.multiply(a, whitening)));
    DMatrixRMaj directions = Dense.multiply(whitening, own.vectors());
    double[] defects = new double[m - trivial];
    double[] rows = new double[defects.length * m];
    for (int k = 0; k < defects.length; k++) {
      int from = defects.length - 1 - k;
      defects[k] = Math.max(0, own.values()[from]);
      for (int i = 0; i < m; i++) {
        rows[k * m + i] = directions.get(i, from);
      }
    }
    Matrix zeros =
        Dense.unwrap(CommonOps_DDRM.transpose(Dense.columns(eigen.vectors(), 0, trivial), null));
    return new DefectSpectrum(m, defects, rows, zeros.values(), CUT);
  }

  private static DMatrixRMaj moment(
      GroupAction action, Batch batch, double[] jacobians, int outputs) {
    var rows =
        action
            .polarize(
                batch,
                new Jacobians(
                    batch.rows(),
                    outputs,
                    batch.columns(),
                    jacobians,
                    new double[batch.rows() * outputs]))
            .rows();
    DMatrixRMaj e = DMatrixRMaj.wrap(rows.rows(), rows.columns(), rows.values());
    DMatrixRMaj moment = Dense.multiplyTransA(e, e);
    CommonOps_DDRM.scale(1.0 / batch.rows(), moment);
    return moment;
  }

  private static DMatrixRMaj root(DMatrixRMaj sum, int samples) {
    Dense.Eigen eigen = Dense.eigen(sum);
    DMatrixRMaj root = CommonOps_DDRM.transpose(eigen.vectors(), null);
    for (int k = 0; k < root.numRows; k++) {
      double scale = Math.sqrt(Math.max(0, eigen.values()[k]) / samples);
      for (int i = 0; i < root.numCols; i++) {
        root.set(k, i, scale * root.get(k, i));
      }
    }
    return root;
  }
}
