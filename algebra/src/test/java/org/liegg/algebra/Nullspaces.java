package org.liegg.algebra;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.simple.SimpleMatrix;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;

/**
 * Learned directions without a network: nullspaces of exact gradients, and known algebras moved.
 */
final class Nullspaces {
  static final long SEED = 20221104;

  private Nullspaces() {}

  /** The algebra of all fields of an action, exactly. */
  static LearnedAlgebra everyField(GroupAction action) {
    return LieAlgebras.of(action, identity(action.dimension()), 0);
  }

  /** The nullspace of E for 2000 normal samples of a function with this gradient. */
  static Matrix of(GroupAction action, UnaryOperator<double[]> gradient) {
    return of(action, normal(2000, action.inputSize()), gradient);
  }

  static Matrix of(GroupAction action, Batch batch, UnaryOperator<double[]> gradient) {
    int d = batch.columns();
    double[] values = new double[batch.rows() * d];
    for (int n = 0; n < batch.rows(); n++) {
      double[] one = gradient.apply(Arrays.copyOfRange(batch.values(), n * d, (n + 1) * d));
      System.arraycopy(one, 0, values, n * d, d);
    }
    Jacobians jacobians = new Jacobians(batch.rows(), 1, d, values, new double[batch.rows()]);
    var rows = action.polarize(batch, jacobians).rows();
    DMatrixRMaj e = DMatrixRMaj.wrap(rows.rows(), rows.columns(), rows.values());
    Dense.Svd svd = Dense.svd(e);
    int rank = svd.rank(1e-9 * Math.max(svd.values()[0], 1e-300));
    return Dense.unwrap(
        CommonOps_DDRM.transpose(Dense.columns(svd.vectors(), rank, rows.columns()), null));
  }

  static Batch normal(int samples, int inputs) {
    return new Batch(samples, inputs, gaussian(samples * inputs, SEED));
  }

  static double[] gaussian(int length, long seed) {
    RandomGenerator random = new SplittableRandom(seed);
    double[] values = new double[length];
    Arrays.setAll(values, i -> random.nextGaussian());
    return values;
  }

  /** An orthonormal basis of the rows' span, turned at random and moved by noise of this norm. */
  static Matrix noisy(Matrix rows, double noise, long seed) {
    int g = rows.rows();
    int m = rows.columns();
    DMatrixRMaj span = Spans.orthonormal(CommonOps_DDRM.transpose(Dense.wrap(rows), null), 1e-9);
    DMatrixRMaj turn = Spans.orthonormal(new DMatrixRMaj(g, g, true, gaussian(g * g, seed)), 0);
    DMatrixRMaj turned = CommonOps_DDRM.transpose(Dense.multiply(span, turn), null);
    double[] off = gaussian(g * m, seed + 1);
    for (int s = 0; s < g * m; s++) {
      turned.data[s] += noise * off[s] / Math.sqrt(m);
    }
    return Dense.unwrap(turned);
  }

  /** Every field of a reference, P A P⁻¹, as coefficients of gl(n). */
  static Matrix conjugated(GroupAction reference, SimpleMatrix p) {
    int n = reference.inputSize();
    double[] rows = new double[reference.dimension() * n * n];
    for (int a = 0; a < reference.dimension(); a++) {
      double[] unit = new double[reference.dimension()];
      unit[a] = 1;
      SimpleMatrix matrix =
          new SimpleMatrix(n, n, true, reference.matrix(unit).orElseThrow().values());
      double[] moved = p.mult(matrix).mult(p.invert()).getDDRM().data;
      System.arraycopy(moved, 0, rows, a * n * n, n * n);
    }
    return new Matrix(reference.dimension(), n * n, rows);
  }

  static Matrix identity(int m) {
    return Dense.unwrap(CommonOps_DDRM.identity(m));
  }
}
