package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class ExtremeValueTest {

  @ParameterizedTest(name = "of order {0}")
  @ValueSource(ints = {1, 2, 3, 5, 64, 200})
  void theEndThatWasAskedForIsThatOfAllValues(int order) {
    double[][] rows = symmetric(order);
    double[] all = values(rows, order);
    double scale = Math.max(Math.abs(all[0]), Math.abs(all[order - 1]));

    assertThat(ExtremeValue.ends(rows, order, true)[1]).isCloseTo(all[0], within(1e-9 * scale));
    assertThat(ExtremeValue.ends(rows, order, false)[0])
        .isCloseTo(all[order - 1], within(1e-9 * scale));
  }

  @Test
  void onlyTheFirstRowsCount() {
    double[][] rows = symmetric(12);
    double[] all = values(rows, 7);

    assertThat(ExtremeValue.ends(rows, 7, true)[1]).isCloseTo(all[0], within(1e-12));
  }

  @Test
  void endsAreNeverOutsideOfTheSpectrum() {
    double[][] rows = symmetric(300);
    double[] all = values(rows, 300);

    double[] ends = ExtremeValue.ends(rows, 300, false);

    assertThat(ends[0]).isGreaterThan(all[299] - 1e-12);
    assertThat(ends[1]).isLessThan(all[0] + 1e-12);
  }

  @Test
  void aMatrixOfOneValueTakesOneStep() {
    assertThat(ExtremeValue.ends(new double[][] {{2, 0}, {0, 2}}, 2, true))
        .containsExactly(new double[] {2, 2}, within(1e-15));
    assertThat(ExtremeValue.ends(new double[2][2], 2, false))
        .containsExactly(new double[] {0, 0}, within(0.0));
  }

  private static double[] values(double[][] rows, int order) {
    DMatrixRMaj matrix = new DMatrixRMaj(order, order);
    for (int i = 0; i < order; i++) {
      System.arraycopy(rows[i], 0, matrix.data, i * order, order);
    }
    return SymmetricPairs.of(matrix, "test").values();
  }

  private static double[][] symmetric(int order) {
    Random random = new Random(5);
    double[][] rows = new double[order][order];
    for (int i = 0; i < order; i++) {
      for (int j = 0; j <= i; j++) {
        rows[i][j] = random.nextGaussian();
        rows[j][i] = rows[i][j];
      }
    }
    return rows;
  }
}
