package org.liegg.groups.element;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.liegg.api.ActionException;
import org.liegg.api.Matrix;
import org.liegg.api.spi.TransformationGroup;

class MatrixGroupsTest {

  private static TransformationGroup of(Matrix... matrices) {
    return MatrixGroups.generated("matrix:g.npy", List.of(matrices));
  }

  private static void refused(String words, Matrix... matrices) {
    assertThatThrownBy(() -> of(matrices))
        .isInstanceOf(ActionException.class)
        .hasMessageStartingWith("LIEGG-ACTION-MATRIX")
        .hasMessageContaining(words);
  }

  @Test
  void refusesWhatIsNoElementOfAGroup() {
    refused("2 × 3", new Matrix(2, 3, new double[6]));
    refused("no inverse", new Matrix(2, 2, new double[] {1, 2, 2, 4}));
    refused("no inverse", new Matrix(2, 2, new double[4]));
    refused("not finite", new Matrix(1, 1, new double[] {Double.NaN}));
    refused(
        "matrix 2 of",
        new Matrix(1, 1, new double[] {-1}),
        new Matrix(2, 2, new double[] {1, 0, 0, 1}));
  }

  @Test
  void onlyOrthogonalMatricesKnowPseudovectors() {
    assertThat(of(new Matrix(2, 2, new double[] {0, -1, 1, 0})).representations())
        .containsExactly("vector", "pseudovector", "pseudoscalar");
    assertThat(of(new Matrix(2, 2, new double[] {2, 0, 0, 0.5})).representations())
        .containsExactly("vector");
  }

  @Test
  void whatSeveralGenerateIsClosed() {
    TransformationGroup group =
        of(
            new Matrix(2, 2, new double[] {0, -1, 1, 0}),
            new Matrix(2, 2, new double[] {1, 0, 0, -1}));
    assertThat(group.order().orElseThrow()).isEqualTo(8);
    assertThat(group.elements(100, 0).all()).isTrue();
  }

  @Test
  void theIdentityAloneIsAGroupOfOneElement() {
    TransformationGroup group = of(new Matrix(2, 2, new double[] {1, 0, 0, 1}));
    assertThat(group.order().orElseThrow()).isEqualTo(1);
    assertThat(group.elements(5, 0).tried()).isEmpty();
  }
}
