package org.liegg.linalg.spi;

import org.liegg.api.Accuracy;
import org.liegg.api.Matrix;

/**
 * What a decomposition makes of its rows: EᵀE, or a factor R with {@code RᵀR = EᵀE}. The singular
 * values and right singular vectors of E follow from either, and so do the defects.
 *
 * <p>A matrix is handed over together with a power of two, so that rows of any size within the
 * range of double can be kept without overflow. Whoever returns a factor gives its array away: it
 * is overwritten.
 */
public sealed interface Factor {

  /** Order m, values row-major, {@code m × m}. */
  Matrix matrix();

  /** What the matrix stands for is {@code matrix · 2^exponent}. */
  int exponent();

  /** What the singular values are worth. */
  Accuracy accuracy();

  /**
   * EᵀE, of which the upper triangle counts; its accuracy is {@link Accuracy#GRAM}.
   *
   * @param matrix {@code EᵀE · 2^-exponent}, {@code m × m}
   * @param exponent even
   */
  record Gram(Matrix matrix, int exponent) implements Factor {

    /**
     * Checks the exponent.
     *
     * @throws IllegalArgumentException if it is odd
     */
    public Gram {
      if (exponent % 2 != 0) {
        throw new IllegalArgumentException("exponent: %d is odd".formatted(exponent));
      }
    }

    @Override
    public Accuracy accuracy() {
      return Accuracy.GRAM;
    }
  }

  /**
   * R of {@code E = Q R} with orthonormal columns of Q, triangular or not; at most m rows of E may
   * stand in it as they are.
   *
   * @param matrix {@code R · 2^-exponent}, {@code m × m}
   * @param accuracy what R is worth: {@link Accuracy#BACKWARD_STABLE} of a QR decomposition, {@link
   *     Accuracy#GRAM} of a Cholesky factor of EᵀE
   */
  record Triangular(Matrix matrix, int exponent, Accuracy accuracy) implements Factor {}
}
