package org.liegg.algebra;

import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The exact matrix algebra next to a space that is nearly one: Newton's method on the condition
 * that the space be closed. Each step moves the basis by the smallest δ_i outside the space with
 * {@code P⊥([δ_i, e_j] + [e_i, δ_j]) − Σ_k c_ij^k δ_k = −P⊥[e_i, e_j]}, found by conjugate
 * gradients on the normal equations, whose limit from 0 is the solution of least norm. Everything
 * is a few large products; elements and brackets of pairs i &lt; j are rows.
 */
final class NearestAlgebra {
  /** The next step would solve for rounding errors, and leave. */
  private static final double CLOSED = 3e-10;

  private static final int STEPS = 12;
  private static final int ITERATIONS = 60;

  /** What is left after a step of this many iterations is a direction without a solution. */
  private static final double SLOW = 0.3;

  /** Multiplications after which the exact algebra is not looked for any longer. */
  private static final double MAX_WORK = 3.5e9;

  /** How much smaller than at first the gradient becomes at most in a step. */
  private static final double ENOUGH = 1e-5;

  /** A step leaves its square: early ones need no more of their equations than this share of it. */
  private static final double SHARE = 0.1;

  /** The last step goes as far below what counts as closed. */
  private static final double SPARE = 0.01;

  /** Multiplications of one iteration beyond which the exact algebra is not looked for. */
  private static final double LARGEST = 1e8;

  private final DMatrixRMaj basis;
  private final DMatrixRMaj columns;
  private final PairBrackets pairs;
  private final DMatrixRMaj constants;
  private final DMatrixRMaj byConstant;
  private final DMatrixRMaj image;
  private final DMatrixRMaj parts;
  private int iterations;

  /**
   * @param columns the basis
   * @param brackets what of them is outside it
   * @param constants a row a pair
   */
  private NearestAlgebra(
      DMatrixRMaj columns, PairBrackets pairs, DMatrixRMaj brackets, DMatrixRMaj constants) {
    this.columns = columns;
    this.basis = Products.transposed(columns);
    this.pairs = pairs;
    this.constants = constants;
    this.byConstant = Products.transposed(constants);
    this.image = new DMatrixRMaj(brackets.numRows, brackets.numCols);
    this.parts = new DMatrixRMaj(constants.numRows, constants.numCols);
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
    DMatrixRMaj current = basis;
    double before = Double.POSITIVE_INFINITY;
    double left =
        MAX_WORK / (2 * g * g * (g * elements.size() + 2 * Math.pow(elements.order(), 3)));
    double worst = 0.9;
    for (int step = 0; step < STEPS; step++) {
      PairBrackets pairs = new PairBrackets(elements.order(), Products.transposed(current));
      DMatrixRMaj brackets = pairs.all();
      DMatrixRMaj constants = Dense.multiply(brackets, current);
      double residual = Closure.of(brackets, current).residual();
      if (residual < CLOSED) {
        return Optional.of(current);
      }
      if (residual > worst * before || left < 1) {
        break;
      }
      before = residual;
      NearestAlgebra search = new NearestAlgebra(current, pairs, brackets, constants);
      CommonOps_DDRM.scale(-1, brackets);
      double enough = Math.max(Math.max(ENOUGH, SHARE * residual), SPARE * CLOSED / residual);
      DMatrixRMaj delta = search.leastNorm(brackets, enough, (int) Math.min(ITERATIONS, left));
      left -= search.iterations;
      worst = search.iterations < ITERATIONS ? 0.9 : SLOW;
      CommonOps_DDRM.addEquals(delta, search.basis);
      current = Spans.orthonormal(Products.transposed(delta), 1e-8);
    }
    return Optional.empty();
  }

  private DMatrixRMaj leastNorm(DMatrixRMaj residual, double enough, int most) {
    DMatrixRMaj delta = new DMatrixRMaj(basis.numRows, basis.numCols);
    DMatrixRMaj gradient = adjoint(residual);
    DMatrixRMaj direction = gradient.copy();
    double square = square(gradient);
    double last = square * enough * enough;
    for (iterations = 0; iterations < most && square > last; iterations++) {
      apply(direction);
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

  private void apply(DMatrixRMaj delta) {
    pairs.moved(delta, image);
    Products.set(image, columns, parts);
    Products.add(-1, parts, basis, image);
    Products.add(-1, constants, delta, image);
  }

  private DMatrixRMaj adjoint(DMatrixRMaj residual) {
    DMatrixRMaj gradient = pairs.adjoint(residual);
    Products.add(-1, byConstant, residual, gradient);
    Products.add(-1, Dense.multiply(gradient, columns), basis, gradient);
    return gradient;
  }

  private static double square(DMatrixRMaj matrix) {
    double sum = 0;
    for (double value : matrix.data) {
      sum += value * value;
    }
    return sum;
  }
}
