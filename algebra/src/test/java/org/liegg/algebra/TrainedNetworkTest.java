package org.liegg.algebra;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;

/**
 * The ten smallest right singular vectors of a trained network, 10 → 64 → 64 → 1, of the function
 * o5 under gl(5)^2; its null defects go up to 0.0039, the next is 2.0.
 */
class TrainedNetworkTest {
  private static final GroupAction ACTION = Actions.parse("gl(5)^2");
  private static final double NOISE = LieAlgebras.noise(0.0039, 2.0);

  private static Matrix nullspace = new Matrix(0, 25, new double[0]);

  @BeforeAll
  static void read() throws IOException {
    try (InputStream file =
        TrainedNetworkTest.class.getResourceAsStream("trained-o5-nullspace.csv")) {
      assertThat(file).isNotNull();
      String text = new String(file.readAllBytes(), StandardCharsets.UTF_8);
      double[] values =
          Arrays.stream(text.trim().split("[,\\n]")).mapToDouble(Double::parseDouble).toArray();
      nullspace = new Matrix(10, 25, values);
    }
  }

  @Test
  void knowsSo5() {
    LearnedAlgebra found = LieAlgebras.of(ACTION, nullspace, NOISE);
    assertThat(found.name()).as("%s", found).isEqualTo("so(5)");
    assertThat(found.killingSignature()).containsExactly(0, 10, 0);
    assertThat(found.closureResidual()).isBetween(1e-3, found.closureBound());
    assertThat(found.invariantForms()).hasSize(1);
    assertThat(found.invariantForms().get(0).isDefinite()).isTrue();
    assertThat(found.compact()).isTrue();
  }

  @Test
  void isNextToTheRotationsOfCoordinatePlanes() {
    var nearestExact = LieAlgebras.of(ACTION, nullspace, NOISE).nearestExact().orElseThrow();
    assertThat(nearestExact.rounded()).isTrue();
    assertThat(nearestExact.largestAngle()).isBetween(0.3, 0.7);
    Matrix rotations = Embeddings.coefficients(Actions.so(5), ACTION);
    assertThat(Containment.of("so(5)", rotations, nearestExact.coefficients()).largestAngle())
        .isLessThan(1e-6);
    assertThat(Containment.of("so(5)", rotations, nullspace).largestAngle()).isBetween(0.3, 0.7);
  }
}
