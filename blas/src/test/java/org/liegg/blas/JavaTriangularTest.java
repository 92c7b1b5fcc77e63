package org.liegg.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/**
 * The factor of rows that come in blocks, of which some are larger than what is reflected at once.
 */
class JavaTriangularTest {

  @ParameterizedTest(name = "{0} columns, blocks of {1} and {2} rows")
  @CsvSource({"1, 1, 3", "5, 2, 4", "7, 13, 1", "3, 12000, 5", "300, 60, 8"})
  void itsSquareIsThatOfAllRows(int columns, int first, int second) {
    double[] before = random(first * columns, 1);
    double[] after = random(second * columns, 2);
    double[] expected = new double[columns * columns];
    addSquares(expected, before, first, columns);
    addSquares(expected, after, second, columns);
    JavaTriangular triangular = new JavaTriangular(new double[columns * columns], columns);

    triangular.add(before.clone(), first);
    triangular.add(after.clone(), second);

    double[] upper = triangular.upper();
    double[] found = new double[columns * columns];
    addSquares(found, upper, columns, columns);
    assertThat(found).containsExactly(expected, within(1e-13 * (first + second)));
    for (int i = 1; i < columns; i++) {
      assertThat(upper[i * columns + i - 1]).isZero();
    }
  }

  @ParameterizedTest(name = "{0} columns")
  @CsvSource({"1", "6"})
  void itGoesOnFromAFactor(int columns) {
    double[] rows = random(9 * columns, 3);
    JavaTriangular whole = new JavaTriangular(new double[columns * columns], columns);
    whole.add(rows.clone(), 9);
    double[] known = whole.upper();
    whole.add(rows.clone(), 9);

    JavaTriangular resumed = new JavaTriangular(known.clone(), columns);
    resumed.add(rows.clone(), 9);

    assertThat(resumed.upper()).containsExactly(whole.upper());
  }

  /** Adds XᵀX. */
  private static void addSquares(double[] sum, double[] rows, int count, int columns) {
    for (int n = 0; n < count; n++) {
      for (int i = 0; i < columns; i++) {
        double factor = rows[n * columns + i];
        for (int j = 0; factor != 0 && j < columns; j++) {
          sum[i * columns + j] += factor * rows[n * columns + j];
        }
      }
    }
  }

  private static double[] random(int length, long seed) {
    return new Random(seed).doubles(length, -1, 1).toArray();
  }
}
