package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Matrix;

class ReadableBasisTest {

  @Test
  void unmixesTheRotationsOfSo3() {
    // E_ij − E_ji in row-major 3 × 3, mixed by a random matrix.
    double[][] rotations = {
      {0, 1, 0, -1, 0, 0, 0, 0, 0}, {0, 0, 1, 0, 0, 0, -1, 0, 0}, {0, 0, 0, 0, 0, 1, 0, -1, 0}
    };
    Random random = new Random(3);
    double[] mixed = new double[27];
    for (int r = 0; r < 3; r++) {
      for (double[] rotation : rotations) {
        double weight = random.nextGaussian();
        for (int c = 0; c < 9; c++) {
          mixed[r * 9 + c] += weight * rotation[c];
        }
      }
    }

    ReadableBasis basis = ReadableBasis.of(new Matrix(3, 9, mixed));

    for (int i = 0; i < 3; i++) {
      double[] vector = basis.vector(i);
      assertThat(Arrays.stream(vector).filter(c -> Math.abs(c) > 1e-12).count()).isEqualTo(2);
      assertThat(Vectors.norm(vector)).isCloseTo(1, within(1e-12));
      assertThat(Arrays.stream(vector).filter(c -> Math.abs(c) > 1e-12).findFirst())
          .hasValueCloseTo(Math.sqrt(0.5), within(1e-12));
    }
  }

  @Test
  void saysWhichCombinationOfTheDirectionsEachVectorIs() {
    Matrix directions = new Matrix(2, 3, new double[] {3, 4, 0, 0, 2, 5});

    ReadableBasis basis = ReadableBasis.of(directions);

    for (int i = 0; i < 2; i++) {
      for (int c = 0; c < 3; c++) {
        double combined =
            basis.combination().get(i, 0) * directions.get(0, c)
                + basis.combination().get(i, 1) * directions.get(1, c);
        assertThat(basis.vectors().get(i, c)).isCloseTo(combined, within(1e-12));
      }
    }
  }

  @Test
  void nothingHasAnEmptyBasis() {
    assertThat(ReadableBasis.of(new Matrix(0, 4, new double[0])).vectors().rows()).isZero();
  }
}
