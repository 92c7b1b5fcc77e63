package org.liegg.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class PairBracketsTest {

  @ParameterizedTest
  @CsvSource({"1,2", "2,3", "3,1", "4,6", "5,2", "7,9"})
  void areTheCommutatorsOfEveryTwo(int n, int g) {
    DMatrixRMaj e = random(g, n * n, 1);
    DMatrixRMaj all = new PairBrackets(n, e).all();
    assertThat(all.numRows).isEqualTo(g * (g - 1) / 2);
    int pair = 0;
    for (int i = 0; i < g; i++) {
      for (int j = i + 1; j < g; j++, pair++) {
        double[] expected = Dense.commutator(row(e, i, n), row(e, j, n)).data;
        assertThat(Arrays.copyOfRange(all.data, pair * n * n, (pair + 1) * n * n))
            .containsExactly(expected, within(1e-13));
      }
    }
  }

  @ParameterizedTest
  @CsvSource({"2,3", "4,6", "5,2", "7,9"})
  void moveAsTheDifferenceOfBracketsDoes(int n, int g) {
    DMatrixRMaj e = random(g, n * n, 1);
    DMatrixRMaj delta = random(g, n * n, 2);
    DMatrixRMaj moved = new DMatrixRMaj(PairBrackets.pairs(g), n * n);
    new PairBrackets(n, e).moved(delta, moved);
    DMatrixRMaj ahead = new PairBrackets(n, along(e, delta, 1)).all();
    DMatrixRMaj behind = new PairBrackets(n, along(e, delta, -1)).all();
    for (int s = 0; s < moved.data.length; s++) {
      // Brackets are quadratic: the central difference is exact.
      assertThat(moved.data[s]).isCloseTo((ahead.data[s] - behind.data[s]) / 2, within(1e-12));
    }
  }

  @ParameterizedTest
  @CsvSource({"2,3", "4,6", "5,2", "7,9"})
  void haveAnAdjoint(int n, int g) {
    PairBrackets brackets = new PairBrackets(n, random(g, n * n, 1));
    DMatrixRMaj delta = random(g, n * n, 2);
    DMatrixRMaj rest = random(PairBrackets.pairs(g), n * n, 3);
    DMatrixRMaj moved = new DMatrixRMaj(rest.numRows, rest.numCols);
    brackets.moved(delta, moved);
    assertThat(product(brackets.adjoint(rest), delta))
        .isCloseTo(product(rest, moved), within(1e-11));
  }

  private static DMatrixRMaj random(int rows, int columns, long seed) {
    return new DMatrixRMaj(rows, columns, true, Nullspaces.gaussian(rows * columns, seed));
  }

  private static DMatrixRMaj row(DMatrixRMaj rows, int i, int n) {
    return new DMatrixRMaj(n, n, true, Arrays.copyOfRange(rows.data, i * n * n, (i + 1) * n * n));
  }

  private static DMatrixRMaj along(DMatrixRMaj e, DMatrixRMaj delta, double t) {
    DMatrixRMaj sum = e.copy();
    for (int s = 0; s < sum.data.length; s++) {
      sum.data[s] += t * delta.data[s];
    }
    return sum;
  }

  private static double product(DMatrixRMaj a, DMatrixRMaj b) {
    double sum = 0;
    for (int s = 0; s < a.data.length; s++) {
      sum += a.data[s] * b.data[s];
    }
    return sum;
  }
}
