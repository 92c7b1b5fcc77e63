package org.liegg.algebra;

import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.random.RandomGenerator;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * Matrices by which the elements of a basis of a Lie algebra act on R^n.
 *
 * @param order n
 * @param matrices n × n, one an element
 */
record Representation(int order, List<DMatrixRMaj> matrices) {
  /** Spaces with more coordinates are not taken apart: a dense eigenproblem of order n². */
  private static final int MAX_COORDINATES = 24;

  private static final int TRIES = 6;
  private static final long SEED = 20221104;

  /** Number of elements. */
  int dimension() {
    return matrices.size();
  }

  /** The elements that columns combine. */
  Representation of(DMatrixRMaj columns) {
    List<DMatrixRMaj> combined = new ArrayList<>();
    for (int k = 0; k < columns.numCols; k++) {
      DMatrixRMaj sum = new DMatrixRMaj(order, order);
      for (int a = 0; a < matrices.size(); a++) {
        CommonOps_DDRM.addEquals(sum, columns.get(a, k), matrices.get(a));
      }
      combined.add(sum);
    }
    return new Representation(order, combined);
  }

  /** The action on a space, compressed onto orthonormal columns: WᵀAW. */
  Representation on(DMatrixRMaj columns) {
    return new Representation(
        columns.numCols,
        matrices.stream()
            .map(a -> Dense.multiplyTransA(columns, Dense.multiply(a, columns)))
            .toList());
  }

  /** Orthonormal columns of what the elements move vectors into, Σ_A A·R^n. */
  DMatrixRMaj moved(double tolerance) {
    DMatrixRMaj images = new DMatrixRMaj(order, order * matrices.size());
    for (int a = 0; a < matrices.size(); a++) {
      CommonOps_DDRM.insert(matrices.get(a), images, 0, a * order);
    }
    return Spans.orthonormal(images, tolerance);
  }

  /** Dimension of the algebra of matrices: less than {@link #dimension} where some act as 0. */
  int rank(double tolerance) {
    return Dense.svd(rows()).rank(tolerance);
  }

  /** Matrices that commute with every element, as orthonormal columns of n² entries. */
  DMatrixRMaj commutant(double tolerance) {
    int n = order;
    DMatrixRMaj products = products();
    DMatrixRMaj outer = outer();
    DMatrixRMaj inner = new DMatrixRMaj(n, n);
    for (DMatrixRMaj a : matrices) {
      CommonOps_DDRM.addEquals(inner, Dense.multiplyTransA(a, a));
    }
    // Σ_A of the adjoint of X ↦ AX − XA after it: AᵀAX − AᵀXA − AXAᵀ + XAAᵀ.
    DMatrixRMaj normal = new DMatrixRMaj(n * n, n * n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        int row = (i * n + j) * n * n;
        for (int k = 0; k < n; k++) {
          for (int l = 0; l < n; l++) {
            normal.data[row + k * n + l] =
                (j == l ? inner.get(i, k) : 0)
                    + (i == k ? outer.get(l, j) : 0)
                    - products.get(k * n + i, l * n + j)
                    - products.get(i * n + k, j * n + l);
          }
        }
      }
    }
    Dense.Eigen eigen = Dense.eigen(normal);
    double bound = Math.max(tolerance * tolerance * Math.max(1, dimension()), 1e-14);
    int count = 0;
    while (count < n * n && eigen.values()[count] <= bound) {
      count++;
    }
    return Dense.columns(eigen.vectors(), 0, count);
  }

  /**
   * {@code Σ_A A_ij A_kl} at row i·n + j, column k·n + l: what quadratic conditions are made of.
   */
  DMatrixRMaj products() {
    DMatrixRMaj rows = rows();
    return Dense.multiplyTransA(rows, rows);
  }

  /** {@code Σ_A A Aᵀ}. */
  DMatrixRMaj outer() {
    DMatrixRMaj sum = new DMatrixRMaj(order, order);
    for (DMatrixRMaj a : matrices) {
      CommonOps_DDRM.addEquals(sum, Dense.multiplyTransB(a, a));
    }
    return sum;
  }

  private DMatrixRMaj rows() {
    DMatrixRMaj rows = new DMatrixRMaj(matrices.size(), order * order);
    for (int a = 0; a < matrices.size(); a++) {
      System.arraycopy(matrices.get(a).data, 0, rows.data, a * order * order, order * order);
    }
    return rows;
  }

  /**
   * Invariant spaces that R^n splits into, as orthonormal columns: those of the eigenvalues of a
   * random matrix that commutes with everything.
   */
  List<DMatrixRMaj> pieces(double tolerance) {
    List<DMatrixRMaj> best = List.of(CommonOps_DDRM.identity(order));
    if (order > MAX_COORDINATES || order < 2) {
      return best;
    }
    DMatrixRMaj commutant = commutant(tolerance);
    if (commutant.numCols < 2) {
      return best;
    }
    RandomGenerator random = new SplittableRandom(SEED);
    for (int attempt = 0; attempt < TRIES; attempt++) {
      DMatrixRMaj element = new DMatrixRMaj(order, order);
      for (int k = 0; k < commutant.numCols; k++) {
        double weight = random.nextGaussian();
        for (int s = 0; s < order * order; s++) {
          element.data[s] += weight * commutant.get(s, k);
        }
      }
      List<DMatrixRMaj> spaces = EigenSpaces.of(element, Math.max(1e-6, 3 * tolerance));
      if (spaces.size() > best.size()) {
        best = spaces;
      }
    }
    return best;
  }
}
