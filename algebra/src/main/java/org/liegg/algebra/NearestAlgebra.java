package org.liegg.algebra;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;

/**
 * The exact matrix algebra next to a space that is nearly one: Newton's method on the condition
 * that the space be closed. Each step moves the basis by the smallest δ_i outside the space with
 * {@code P⊥([δ_i, e_j] + [e_i, δ_j]) − Σ_k c_ij^k δ_k = −P⊥[e_i, e_j]}, found by conjugate
 * gradients on the normal equations, whose limit from 0 is the solution of least norm. Pairs i &lt;
 * j are columns, so that the projections are two large products.
 */
final class NearestAlgebra {
  /** The next step would solve for rounding errors, and leave. */
  private static final double CLOSED = 3e-10;

  private static final int STEPS = 12;
  private static final int ITERATIONS = 60;

  /** Newton's method needs its steps only as well as the next one starts. */
  private static final double ENOUGH = 1e-10;

  /** Multiplications of one iteration beyond which the exact algebra is not looked for. */
  private static final double LARGEST = 1e8;

  private final MatrixElements elements;
  private final int g;
  private DMatrixRMaj basis;
  private DMatrixRMaj[] e = new DMatrixRMaj[0];
  private DMatrixRMaj constants = new DMatrixRMaj(0, 0);

  private NearestAlgebra(MatrixElements elements, DMatrixRMaj basis) {
    this.elements = elements;
    this.g = basis.numCols;
    this.basis = basis;
  }

  /**
   * Looks for it.
   *
   * @param basis orthonormal columns
   * @return orthonormal columns of a closed space; empty where none was reached
   */
  static Optional<DMatrixRMaj> of(MatrixElements elements, DMatrixRMaj basis) {
    double g = basis.numCols;
    double work = 4 * g * g * (g * elements.size() + Math.pow(elements.order(), 3));
    if (g < 2 || work > LARGEST) {
      return Optional.empty();
    }
    NearestAlgebra search = new NearestAlgebra(elements, basis);
    double before = Double.POSITIVE_INFINITY;
    for (int step = 0; step < STEPS; step++) {
      Closure closure = Closure.of(elements, search.basis);
      if (closure.residual() < CLOSED) {
        return Optional.of(search.basis);
      }
      if (closure.residual() > 0.9 * before) {
        break;
      }
      before = closure.residual();
      search.step(closure);
    }
    return Optional.empty();
  }

  private void step(Closure closure) {
    e = new DMatrixRMaj[g];
    double[][] columns = Closure.columns(basis);
    for (int i = 0; i < g; i++) {
      e[i] = elements.matrix(columns[i]);
    }
    constants = new DMatrixRMaj(g, g * (g - 1) / 2);
    DMatrixRMaj brackets = new DMatrixRMaj(elements.size(), constants.numCols);
    int pair = 0;
    for (int i = 0; i < g; i++) {
      for (int j = i + 1; j < g; j++, pair++) {
        put(Dense.commutator(e[i], e[j]), brackets, pair);
        for (int k = 0; k < g; k++) {
          constants.set(k, pair, closure.constants().values()[(i * g + j) * g + k]);
        }
      }
    }
    DMatrixRMaj residual = outside(brackets);
    CommonOps_DDRM.scale(-1, residual);
    basis = Spans.orthonormal(CommonOps_DDRM.add(basis, leastNorm(residual), null), 1e-8);
  }

  private DMatrixRMaj leastNorm(DMatrixRMaj residual) {
    DMatrixRMaj delta = new DMatrixRMaj(elements.size(), g);
    DMatrixRMaj gradient = adjoint(residual);
    DMatrixRMaj direction = gradient.copy();
    double square = square(gradient);
    double first = square;
    for (int iteration = 0; iteration < ITERATIONS && square > ENOUGH * first; iteration++) {
      DMatrixRMaj image = apply(direction);
      double length = square(image);
      if (!(length > 0)) {
        break;
      }
      double alpha = square / length;
      CommonOps_DDRM.addEquals(delta, alpha, direction);
      CommonOps_DDRM.addEquals(residual, -alpha, image);
      gradient = adjoint(residual);
      double next = square(gradient);
      CommonOps_DDRM.add(1, gradient, next / square, direction, direction);
      square = next;
    }
    return delta;
  }

  private DMatrixRMaj apply(DMatrixRMaj delta) {
    double[][] columns = Closure.columns(delta);
    DMatrixRMaj brackets = new DMatrixRMaj(elements.size(), constants.numCols);
    int pair = 0;
    for (int i = 0; i < g; i++) {
      for (int j = i + 1; j < g; j++, pair++) {
        DMatrixRMaj sum = Dense.commutator(elements.matrix(columns[i]), e[j]);
        DMatrixRMaj other = elements.matrix(columns[j]);
        CommonOps_DDRM.multAdd(e[i], other, sum);
        CommonOps_DDRM.multAdd(-1, other, e[i], sum);
        put(sum, brackets, pair);
      }
    }
    DMatrixRMaj image = outside(brackets);
    CommonOps_DDRM.multAdd(-1, delta, constants, image);
    return image;
  }

  private DMatrixRMaj adjoint(DMatrixRMaj residual) {
    DMatrixRMaj[] sums = new DMatrixRMaj[g];
    for (int i = 0; i < g; i++) {
      sums[i] = new DMatrixRMaj(elements.order(), elements.order());
    }
    double[][] columns = Closure.columns(residual);
    int pair = 0;
    for (int i = 0; i < g; i++) {
      for (int j = i + 1; j < g; j++, pair++) {
        DMatrixRMaj rest = elements.matrix(columns[pair]);
        addAdjoint(sums[i], rest, e[j], 1);
        addAdjoint(sums[j], rest, e[i], -1);
      }
    }
    DMatrixRMaj gradient = new DMatrixRMaj(elements.size(), g);
    for (int i = 0; i < g; i++) {
      put(sums[i], gradient, i);
    }
    CommonOps_DDRM.multAddTransB(-1, residual, constants, gradient);
    return outside(gradient);
  }

  /** ⟨[δ, e], R⟩ = ⟨δ, R eᵀ − eᵀ R⟩. */
  static void addAdjoint(DMatrixRMaj sum, DMatrixRMaj rest, DMatrixRMaj by, double sign) {
    CommonOps_DDRM.multAddTransB(sign, rest, by, sum);
    CommonOps_DDRM.multAddTransA(-sign, by, rest, sum);
  }

  private DMatrixRMaj outside(DMatrixRMaj columns) {
    DMatrixRMaj rest = columns.copy();
    CommonOps_DDRM.multAdd(-1, basis, Dense.multiplyTransA(basis, columns), rest);
    return rest;
  }

  private static void put(DMatrixRMaj matrix, DMatrixRMaj columns, int k) {
    for (int s = 0; s < matrix.data.length; s++) {
      columns.data[s * columns.numCols + k] = matrix.data[s];
    }
  }

  private static double square(DMatrixRMaj matrix) {
    double norm = NormOps_DDRM.normF(matrix);
    return norm * norm;
  }
}
