package org.liegg.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;

class ContainmentTest {
  private final GroupAction gl = Actions.gl(5);
  private final Matrix so5 = Embeddings.coefficients(Actions.so(5), gl);

  @Test
  void so3LiesInsideSo5() {
    Containment found = Containment.of("so(3)", embedded("so(3)+scale(2)", 3), so5);
    assertThat(found.largestAngle()).isCloseTo(0, within(1e-6));
    assertThat(found.contained(0.1)).isEqualTo(3);
  }

  @Test
  void noiseIsSeenAsAnAngle() {
    Matrix learned = Nullspaces.noisy(so5, 0.02, Nullspaces.SEED);
    Containment found = Containment.of("so(3)", embedded("so(3)+scale(2)", 3), learned);
    assertThat(found.largestAngle()).isBetween(0.3, 2.0);
  }

  @Test
  void scalingsAreAtRightAnglesToRotations() {
    Containment found = Containment.of("so(3)+scale(2)", embedded("so(3)+scale(2)", 5), so5);
    assertThat(found.contained(1)).isEqualTo(3);
    assertThat(found.largestAngle()).isCloseTo(90, within(1e-6));
  }

  @Test
  void aLargerAlgebraHasDimensionsOutside() {
    Containment found = Containment.of("so(5)", so5, embedded("so(3)+scale(2)", 3));
    assertThat(found.contained(1)).isEqualTo(3);
    assertThat(found.angles()).endsWith(90);
    assertThat(found.dimension()).isEqualTo(10);
  }

  @Test
  void refusesOtherCoordinates() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Containment.of("so(5)", so5, Nullspaces.identity(3)))
        .withMessage("Containment: generators of 25 and 3 coefficients");
  }

  private Matrix embedded(String action, int rows) {
    Matrix all = Embeddings.coefficients(Actions.parse(action), gl);
    double[] first = Arrays.copyOf(all.values(), rows * all.columns());
    return new Matrix(rows, all.columns(), first);
  }
}
