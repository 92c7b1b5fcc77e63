package org.liegg.core.estimate;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.factory.LinearSolverFactory_DDRM;
import org.ejml.interfaces.linsol.LinearSolverDense;
import org.liegg.api.Batch;

/**
 * Local regression: at every place the value of the polynomial that fits targets best by weighted
 * least squares (W. S. Cleveland, S. J. Devlin, J. Am. Stat. Assoc. 83, 1988; D. Levin, "The
 * approximation power of moving least-squares", Math. Comp. 67, 1998). With weights w_i(z), basis
 * p_i = p((z_i − z)/b), A = Σ w p pᵀ, fit a = A⁻¹ Σ w p y and residuals r_i the derivative of the
 * value a_0 is {@code ∂_j a_0 = a_j/b + Σ_i ∂_j w_i r_i (A⁻¹ e_0)·p_i}.
 *
 * @param kernel the weights
 * @param targets n × k
 * @param quadratic whether the polynomial has degree 2, else 1
 */
record LocalPolynomial(Kernel kernel, Batch targets, boolean quadratic) implements Smoother {
  /** Added to the diagonal of A, relative to its trace, where points are too few for a fit. */
  private static final double RIDGE = 1e-11;

  /** Coefficients of the polynomials in r variables. */
  static int terms(int r, boolean quadratic) {
    return 1 + r + (quadratic ? r * (r + 1) / 2 : 0);
  }

  @Override
  public void at(double[] z, double[] values, double[] gradients) {
    int r = z.length;
    int k = targets.columns();
    int q = terms(r, quadratic);
    int n = kernel.points().rows();
    double[] weights = new double[n];
    kernel.weigh(z, weights);
    double[][] basis = new double[n][];
    DMatrixRMaj normal = new DMatrixRMaj(q, q);
    // The last column is e_0, for A⁻¹ e_0.
    DMatrixRMaj right = new DMatrixRMaj(q, k + 1);
    right.set(0, k, 1);
    for (int i = 0; i < n; i++) {
      if (weights[i] > 0) {
        basis[i] = basis(z, i, q);
        add(normal, right, basis[i], weights[i], i);
      }
    }
    DMatrixRMaj fit = solve(normal, right);
    for (int o = 0; o < k; o++) {
      values[o] = fit.get(0, o);
      for (int j = 0; j < r; j++) {
        gradients[o * r + j] = fit.get(1 + j, o) / kernel.bandwidth();
      }
    }
    for (int i = 0; i < n; i++) {
      if (weights[i] > 0) {
        addResidual(basis[i], weights[i], i, fit, gradients);
      }
    }
  }

  private double[] basis(double[] z, int point, int q) {
    int r = z.length;
    double[] p = new double[q];
    p[0] = 1;
    for (int j = 0; j < r; j++) {
      p[1 + j] = (kernel.points().values()[point * r + j] - z[j]) / kernel.bandwidth();
    }
    int at = 1 + r;
    for (int i = 0; quadratic && i < r; i++) {
      for (int j = 0; j <= i; j++) {
        p[at++] = p[1 + i] * p[1 + j];
      }
    }
    return p;
  }

  private void add(DMatrixRMaj normal, DMatrixRMaj right, double[] p, double weight, int point) {
    int q = p.length;
    int k = targets.columns();
    for (int a = 0; a < q; a++) {
      double share = weight * p[a];
      for (int b = 0; b <= a; b++) {
        normal.data[a * q + b] += share * p[b];
      }
      for (int o = 0; o < k; o++) {
        right.data[a * (k + 1) + o] += share * targets.get(point, o);
      }
    }
  }

  private static DMatrixRMaj solve(DMatrixRMaj normal, DMatrixRMaj right) {
    int q = normal.numRows;
    double trace = 0;
    for (int a = 0; a < q; a++) {
      trace += normal.get(a, a);
      for (int b = 0; b < a; b++) {
        normal.set(b, a, normal.get(a, b));
      }
    }
    for (int a = 0; a < q; a++) {
      normal.add(a, a, RIDGE * trace);
    }
    LinearSolverDense<DMatrixRMaj> solver = LinearSolverFactory_DDRM.chol(q);
    DMatrixRMaj solution = new DMatrixRMaj(q, right.numCols);
    if (solver.setA(normal)) {
      solver.solve(right, solution);
    } else {
      Arrays.fill(solution.data, 0);
    }
    return solution;
  }

  private void addResidual(
      double[] p, double weight, int point, DMatrixRMaj fit, double[] gradients) {
    int k = targets.columns();
    int r = kernel.points().columns();
    double influence = 0;
    for (int a = 0; a < p.length; a++) {
      influence += fit.get(a, k) * p[a];
    }
    for (int o = 0; o < k; o++) {
      double residual = targets.get(point, o);
      for (int a = 0; a < p.length; a++) {
        residual -= fit.get(a, o) * p[a];
      }
      for (int j = 0; j < r; j++) {
        gradients[o * r + j] += weight * p[1 + j] * residual * influence / kernel.bandwidth();
      }
    }
  }
}
