package org.liegg.groups.basic;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.liegg.api.FieldBasis;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;

class BasicActionsTest {
  private static final double UNIT = Math.sqrt(0.5);

  @Test
  void glHasItsMatrixEntriesInRowMajorOrder() {
    assertThat(matrix(Actions.gl(2), 1, 2, 3, 4)).containsExactly(1, 2, 3, 4);
  }

  @Test
  void soHasItsPlanesInLexicographicOrder() {
    assertThat(matrix(Actions.so(3), 1, 2, 3))
        .containsExactly(
            new double[] {0, UNIT, 2 * UNIT, -UNIT, 0, 3 * UNIT, -2 * UNIT, -3 * UNIT, 0},
            within(1e-15));
  }

  @Test
  void scaleHasADiagonalMatrix() {
    assertThat(matrix(Actions.scale(2), 5, 6)).containsExactly(5, 0, 0, 6);
  }

  @Test
  void translateHasAHomogeneousMatrix() {
    assertThat(matrix(Actions.translate(2), 5, 6)).containsExactly(0, 0, 5, 0, 0, 6, 0, 0, 0);
  }

  @Test
  void affHasTheTranslationOfARowBehindItsEntries() {
    assertThat(matrix(Actions.aff(2), 1, 2, 3, 4, 5, 6)).containsExactly(1, 2, 3, 4, 5, 6, 0, 0, 0);
  }

  @Test
  void namesCountFromOne() {
    assertThat(names(Actions.gl(2))).containsExactly("E[1,1]", "E[1,2]", "E[2,1]", "E[2,2]");
    assertThat(names(Actions.so(4)))
        .containsExactly("L[1,2]", "L[1,3]", "L[1,4]", "L[2,3]", "L[2,4]", "L[3,4]");
    assertThat(names(Actions.scale(2))).containsExactly("s[1]", "s[2]");
    assertThat(names(Actions.translate(2))).containsExactly("b[1]", "b[2]");
    assertThat(names(Actions.aff(2)))
        .containsExactly("E[1,1]", "E[1,2]", "b[1]", "E[2,1]", "E[2,2]", "b[2]");
  }

  @Test
  void everyBasisIsOrthonormalInTheFrobeniusProduct() {
    for (GroupAction action :
        List.of(
            Actions.gl(3),
            Actions.sl(4),
            Actions.so(4),
            Actions.so(2, 2),
            Actions.sp(4),
            Actions.u(3),
            Actions.su(3),
            Actions.scale(3),
            Actions.translate(3),
            Actions.aff(2),
            Actions.se(3))) {
      int m = action.dimension();
      for (int a = 0; a < m; a++) {
        for (int b = 0; b < m; b++) {
          double[] left = matrix(action, unit(m, a));
          double[] right = matrix(action, unit(m, b));
          double product =
              IntStream.range(0, left.length).mapToDouble(i -> left[i] * right[i]).sum();
          assertThat(product)
              .as("⟨%s, %s⟩ in %s", action.fieldName(a), action.fieldName(b), action.spec())
              .isCloseTo(a == b ? 1 : 0, within(1e-15));
        }
      }
    }
  }

  @Test
  void translateNeedsOneFeature() {
    assertThat(Actions.translate(7).fields().features()).isEqualTo(1);
  }

  @Test
  void equalSpecsAreEqualActions() {
    assertThat(Actions.gl(3)).isEqualTo(Actions.gl(3)).hasSameHashCodeAs(Actions.gl(3));
    assertThat(Actions.gl(3)).isNotEqualTo(Actions.gl(4)).isNotEqualTo(Actions.so(3));
  }

  @Test
  void gl512IsBuiltEntryByEntry() {
    FieldBasis fields = Actions.gl(512).fields();
    assertThat(fields.fields()).isEqualTo(512 * 512);
    assertThat(fields.component()[512 * 3 + 4]).isEqualTo(3);
    assertThat(fields.feature()[512 * 3 + 4]).isEqualTo(4);
  }

  private static double[] matrix(GroupAction action, double... coefficients) {
    return action.matrix(coefficients).orElseThrow().values();
  }

  private static double[] unit(int length, int at) {
    double[] unit = new double[length];
    unit[at] = 1;
    return unit;
  }

  private static Stream<String> names(GroupAction action) {
    return IntStream.range(0, action.dimension()).mapToObj(action::fieldName);
  }
}
