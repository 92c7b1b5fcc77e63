package org.liegg.blas.affine;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.blas.NativeBlas;

/** Products of rows with a matrix are sums of products, whoever computes them. */
class RowProductsTest {
  private static final int SKIPPED = 3;

  @ParameterizedTest
  @CsvSource({"1,1,1", "5,3,7", "17,64,9", "2,101,33"})
  void areSumsOfProducts(int rows, int inner, int columns) {
    Random random = new Random(11);
    double[] left = random.doubles((long) SKIPPED + (long) rows * inner, -1, 1).toArray();
    double[] right = random.doubles((long) inner * columns, -1, 1).toArray();
    double[] expected = new double[SKIPPED + rows * columns];
    for (int i = 0; i < rows * columns; i++) {
      for (int k = 0; k < inner; k++) {
        expected[SKIPPED + i] +=
            left[SKIPPED + i / columns * inner + k] * right[k * columns + i % columns];
      }
    }
    Entries entries = (row, column) -> right[row * columns + column];
    for (NativeBlas natives : new NativeBlas[] {NativeBlas.off(), NativeBlas.after(0)}) {
      double[] twice = new double[expected.length];
      ProductChoice.rowDoubles(natives)
          .forWork(1)
          .multiply(left, SKIPPED, rows, DoubleMatrix.of(inner, columns, entries), twice, SKIPPED);
      assertThat(twice).containsExactly(expected, within(1e-13));
      float[] single = new float[expected.length];
      ProductChoice.rowFloats(natives)
          .forWork(1)
          .multiply(
              rounded(left),
              SKIPPED,
              rows,
              FloatMatrix.of(inner, columns, entries),
              single,
              SKIPPED);
      for (int i = 0; i < expected.length; i++) {
        assertThat((double) single[i]).isCloseTo(expected[i], within(1e-5));
      }
    }
  }

  private static float[] rounded(double[] values) {
    float[] rounded = new float[values.length];
    for (int i = 0; i < values.length; i++) {
      rounded[i] = (float) values[i];
    }
    return rounded;
  }
}
