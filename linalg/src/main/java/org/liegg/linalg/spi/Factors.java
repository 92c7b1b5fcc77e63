package org.liegg.linalg.spi;

import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;
import org.liegg.blas.Scale;
import org.liegg.blas.Symmetric;
import org.liegg.linalg.defect.Factored;
import org.liegg.linalg.defect.FactoredGram;
import org.liegg.linalg.defect.FactoredRows;
import org.liegg.linalg.sums.Resources;
import org.liegg.linalg.sums.TriangularFactor;

/** Makes a kind's factor ready to be solved. */
final class Factors {

  /** Entries between 2^-this and 2^this are solved as they are; squares of them are safe. */
  private static final int SAFE = 300;

  private Factors() {}

  /**
   * The factor with entries whose squares are in range.
   *
   * @param rows number of rows that it is of; not more singular values can differ from zero
   * @throws IllegalArgumentException if its matrix is not {@code m × m}
   * @throws NumericalException {@code LIEGG-SPECTRUM-RANGE} if an entry is not finite
   */
  static Factored solvable(Factor factor, int columns, long rows, Resources resources) {
    Matrix matrix = factor.matrix();
    if (matrix.rows() != columns || matrix.columns() != columns) {
      throw new IllegalArgumentException(
          "factor: a matrix of %d × %d, for a decomposition of %d columns"
              .formatted(matrix.rows(), matrix.columns(), columns));
    }
    double[] values = matrix.values();
    requireFinite(values);
    if (factor instanceof Factor.Gram) {
      Symmetric gram = Symmetric.ofUpper(values, columns, factor.exponent());
      return new FactoredGram(gram, rows, resources.kernels());
    }
    int size = Scale.exponent(Scale.largest(values, values.length));
    int shift = Math.abs(size) <= SAFE ? 0 : size;
    Scale.by(values, values.length, -shift);
    return new FactoredRows(
        new TriangularFactor(columns, values, factor.exponent() + shift),
        rows,
        resources.kernels(),
        resources.solver(),
        factor.accuracy());
  }

  private static void requireFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new NumericalException(
            "LIEGG-SPECTRUM-RANGE",
            "factor of the rows",
            "a value is outside the range of double",
            "scale rows by a power of two before they are squared");
      }
    }
  }
}
