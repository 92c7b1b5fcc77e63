package org.liegg.algebra;

import java.util.Arrays;
import java.util.Optional;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.NormOps_DDRM;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.metrics.NullspaceDecision;
import org.liegg.metrics.RestrictedDefects;

/**
 * The exact algebra next to learned directions, where nearness is measured by the model. A learned
 * direction h_i is known up to its noise: moving it by {@code Σ_j c_j h_j} along directions outside
 * changes {@code hᵀEᵀEh/N} by {@code Σ_j δ_j c_j²}, so that along a direction that the model feels
 * weakly it may be far off as a matrix and yet as good a symmetry. In the coordinates {@code x_j =
 * √δ_j c_j} a move costs its Euclidean norm, whatever the lengths of the matrices.
 *
 * <p>The learned space is moved as a graph, {@code G_i = h_i + B x_i}, B having the directions
 * outside as columns, each over √δ_j. With B⁺ and U⁺ the coordinates along B and along the learned
 * directions, the graph is closed where {@code R_ij = B⁺[G_i, G_j] − Σ_k U⁺[G_i, G_j]_k x_k}
 * vanishes. Steps are those of Levenberg and Marquardt, {@code min ‖R + R′ξ‖² + ‖R‖² ‖ξ‖²}, by
 * conjugate gradients: damped while R is noise, Newton's at the end.
 */
final class DefectSearch {
  private static final double CLOSED = 1e-11;
  private static final int STEPS = 30;
  private static final int ITERATIONS = 200;

  /** How much smaller than at first the gradient becomes at most in a step. */
  private static final double ENOUGH = 1e-6;

  /** A step leaves its square: early ones need no more of their equations than this share of it. */
  private static final double SHARE = 0.1;

  /** The last step goes as far below what counts as closed. */
  private static final double SPARE = 0.03;

  /** Multiplications of one iteration, and of taking fields apart, that are too many. */
  private static final double LARGEST = 2e8;

  private final int order;
  private final int held;
  private final int inside;
  private final DMatrixRMaj base;
  private final DMatrixRMaj outside;
  private final DMatrixRMaj toBase;
  private final DMatrixRMaj toOutside;
  private DMatrixRMaj moves;

  /** What of a bracket is outside the moved space: B⁺ less the moves along U⁺. */
  private DMatrixRMaj seen;

  private PairBrackets pairs;
  private DMatrixRMaj constants = new DMatrixRMaj(0, 0);

  /**
   * @param order of the matrices
   * @param all every direction as a column: held ones, trivial ones, then those outside, scaled
   * @param inverse coordinates of a matrix in these
   */
  private DefectSearch(int order, DMatrixRMaj all, DMatrixRMaj inverse, int held, int inside) {
    this.order = order;
    this.held = held;
    this.inside = inside;
    this.base = Dense.columns(all, 0, inside);
    this.outside = Dense.columns(all, inside, all.numCols);
    this.toBase = Dense.rows(inverse, 0, inside);
    this.toOutside = Dense.rows(inverse, inside, inverse.numRows);
    this.moves = new DMatrixRMaj(outside.numCols, inside);
    this.seen = toOutside;
    this.pairs = new PairBrackets(order, Products.transposed(base));
  }

  /**
   * Looks for it.
   *
   * @return matrices as columns, the held directions moved, then the trivial ones as they are;
   *     empty where fields have no matrices, the spectrum is a part, or no closed space was reached
   */
  static Optional<DMatrixRMaj> of(GroupAction action, NullspaceDecision decision) {
    DefectSpectrum defects = decision.defects();
    if (!RestrictedDefects.known(defects) || decision.accepted() == 0) {
      return Optional.empty();
    }
    int m = defects.columns();
    int order = action.matrix(new double[m]).map(Matrix::rows).orElse(0);
    int inside = decision.dimension();
    double size = (double) order * order;
    double pairs = inside * (inside - 1) / 2.0;
    if (order == 0 || pairs * size * (order + m) + size * m * m > LARGEST) {
      return Optional.empty();
    }
    DMatrixRMaj all = new DMatrixRMaj(order * order, m);
    double[] norms = new double[m];
    int broken = m - inside;
    for (int k = 0; k < m; k++) {
      double[] field = direction(decision, k);
      double[] matrix = action.matrix(field).orElseThrow().values();
      norms[k] = norm(matrix);
      for (int s = 0; s < matrix.length; s++) {
        all.set(s, k, matrix[s] / norms[k]);
      }
    }
    // Held directions about as long as 1: the search then does not feel the units of the outputs.
    double unit = norm(Arrays.copyOf(norms, decision.accepted())) / Math.sqrt(decision.accepted());
    double[] lengths = new double[m];
    for (int k = 0; k < m; k++) {
      int j = k - inside;
      double cost = j < 0 ? 1 : Math.sqrt(defects.defects()[broken - 1 - j]);
      lengths[k] = cost * unit / norms[k];
    }
    return inverse(all)
        .flatMap(
            inverse -> {
              scale(all, inverse, lengths);
              return new DefectSearch(order, all, inverse, decision.accepted(), inside).search();
            });
  }

  /** Held directions, trivial ones, then those outside, the weakest first. */
  private static double[] direction(NullspaceDecision decision, int k) {
    DefectSpectrum defects = decision.defects();
    int broken = defects.defects().length - decision.accepted();
    if (k < decision.accepted()) {
      return defects.direction(broken + k);
    }
    return k < decision.dimension()
        ? defects.trivialDirection(k - decision.accepted())
        : defects.direction(broken - 1 - (k - decision.dimension()));
  }

  private static Optional<DMatrixRMaj> inverse(DMatrixRMaj all) {
    if (all.numRows < all.numCols || Dense.svd(all).rank(1e-9) < all.numCols) {
      return Optional.empty();
    }
    DMatrixRMaj inverse = new DMatrixRMaj(all.numCols, all.numRows);
    CommonOps_DDRM.pinv(all, inverse);
    return Optional.of(inverse);
  }

  private static void scale(DMatrixRMaj all, DMatrixRMaj inverse, double[] lengths) {
    for (int k = 0; k < lengths.length; k++) {
      for (int s = 0; s < all.numRows; s++) {
        all.set(s, k, all.get(s, k) / lengths[k]);
        inverse.set(k, s, inverse.get(k, s) * lengths[k]);
      }
    }
  }

  private Optional<DMatrixRMaj> search() {
    for (int step = 0; step < STEPS; step++) {
      DMatrixRMaj residual = residual();
      double norm = NormOps_DDRM.normF(residual);
      if (norm < CLOSED) {
        return Optional.of(space());
      }
      if (!Double.isFinite(norm)) {
        break;
      }
      CommonOps_DDRM.scale(-1, residual);
      CommonOps_DDRM.addEquals(moves, damped(residual, norm * norm));
    }
    return Optional.empty();
  }

  private DMatrixRMaj space() {
    DMatrixRMaj space = base.copy();
    Products.add(1, outside, moves, space);
    return space;
  }

  private DMatrixRMaj residual() {
    pairs = new PairBrackets(order, Products.transposed(space()));
    DMatrixRMaj brackets = Products.transposed(pairs.all());
    constants = Dense.multiply(toBase, brackets);
    DMatrixRMaj rest = Dense.multiply(toOutside, brackets);
    Products.add(-1, moves, constants, rest);
    seen = toOutside.copy();
    Products.add(-1, moves, toBase, seen);
    return rest;
  }

  /** Conjugate gradients on {@code (R′ᵀR′ + λ) ξ = R′ᵀ residual} with λ = ‖R‖², from 0. */
  private DMatrixRMaj damped(DMatrixRMaj residual, double lambda) {
    DMatrixRMaj step = new DMatrixRMaj(outside.numCols, inside);
    DMatrixRMaj gradient = adjoint(residual);
    DMatrixRMaj direction = gradient.copy();
    double square = square(gradient);
    double norm = Math.sqrt(lambda);
    double enough = Math.max(Math.max(ENOUGH, SHARE * norm), SPARE * CLOSED / norm);
    double last = square * enough * enough;
    for (int iteration = 0; iteration < ITERATIONS && square > last; iteration++) {
      DMatrixRMaj image = apply(direction);
      double length = square(image) + lambda * square(direction);
      if (!(length > 0)) {
        break;
      }
      double alpha = square / length;
      CommonOps_DDRM.addEquals(step, alpha, direction);
      CommonOps_DDRM.addEquals(residual, -alpha, image);
      gradient = adjoint(residual);
      CommonOps_DDRM.addEquals(gradient, -lambda, step);
      double next = square(gradient);
      CommonOps_DDRM.add(1, gradient, next / square, direction, direction);
      square = next;
    }
    return step;
  }

  /** R′ξ: brackets of the moved with the others, seen from the graph, less Σ_k c_ij^k ξ_k. */
  private DMatrixRMaj apply(DMatrixRMaj step) {
    DMatrixRMaj rows = new DMatrixRMaj(constants.numCols, order * order);
    pairs.moved(Products.transposed(Dense.multiply(outside, step)), rows);
    DMatrixRMaj image = Dense.multiplyTransB(seen, rows);
    Products.add(-1, step, constants, image);
    return image;
  }

  private DMatrixRMaj adjoint(DMatrixRMaj residual) {
    DMatrixRMaj rests = Dense.multiplyTransA(residual, seen);
    DMatrixRMaj gradient = Products.transposed(pairs.adjoint(rests));
    DMatrixRMaj along = Dense.multiplyTransA(outside, gradient);
    CommonOps_DDRM.subtractEquals(along, Dense.multiplyTransB(residual, constants));
    return withoutTrivial(along);
  }

  /** Trivial directions are exact: a move makes them sensitive. */
  private DMatrixRMaj withoutTrivial(DMatrixRMaj step) {
    for (int s = 0; s < step.numRows; s++) {
      Arrays.fill(step.data, s * inside + held, (s + 1) * inside, 0);
    }
    return step;
  }

  private static double square(DMatrixRMaj matrix) {
    double norm = NormOps_DDRM.normF(matrix);
    return norm * norm;
  }

  private static double norm(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value * value;
    }
    return Math.sqrt(sum);
  }
}
