package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Matrix;

class SubspacesTest {

  @ParameterizedTest
  @ValueSource(doubles = {1e-9, 1e-4, 1, 44.9, 45.1, 89.9, 90})
  void findsAnAngleFromTheTiniestToTheRight(double degrees) {
    double angle = Math.toRadians(degrees);
    Matrix a = new Matrix(1, 3, new double[] {2, 0, 0});
    Matrix b = new Matrix(1, 3, new double[] {Math.cos(angle), Math.sin(angle), 0});

    assertThat(Subspaces.principalAngles(a, b)[0])
        .isCloseTo(degrees, within(1e-12 + 1e-9 * degrees));
  }

  @Test
  void anglesAscendAndAreAsManyAsTheSmallerSpaceHasDimensions() {
    Matrix plane = new Matrix(2, 4, new double[] {1, 0, 0, 0, 0, 1, 1, 0});
    Matrix three = new Matrix(3, 4, new double[] {1, 0, 0, 0, 0, 1, 0, 0, 0, 0, 0, 1});

    double[] angles = Subspaces.principalAngles(plane, three);

    assertThat(angles).hasSize(2);
    assertThat(angles[0]).isCloseTo(0, within(1e-7));
    assertThat(angles[1]).isCloseTo(45, within(1e-9));
  }

  @Test
  void dependentRowsAddNoDimension() {
    Matrix rows = new Matrix(3, 2, new double[] {1, 1, 2, 2, 1, -1});

    assertThat(Subspaces.orthonormalBasis(rows).rows()).isEqualTo(2);
  }

  @Test
  void anEmptySpaceHasNoAngles() {
    Matrix none = new Matrix(0, 3, new double[0]);
    Matrix line = new Matrix(1, 3, new double[] {1, 0, 0});

    assertThat(Subspaces.principalAngles(none, line)).isEmpty();
  }

  @Test
  void theBiasIsTheNormOfWhatIsLeftOutside() {
    Matrix plane = new Matrix(2, 3, new double[] {1, 0, 0, 0, 1, 0});

    assertThat(Subspaces.symmetryBias(new double[] {0.6, 0, 0.8}, plane))
        .isCloseTo(0.8, within(1e-15));
  }
}
