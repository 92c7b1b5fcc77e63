package org.liegg.groups.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Grammars;

class CombinationsTest {
  private static final Batch FOUR = new Batch(2, 4, new double[] {1, 2, 3, 4, 5, 6, 7, 8});

  @Test
  void copiesKeepTheUnknownsOfOne() {
    GroupAction copies = Actions.copies(Actions.gl(5), 2);
    assertThat(copies.inputSize()).isEqualTo(10);
    assertThat(copies.dimension()).isEqualTo(25);
    assertThat(copies.matrix(new double[25]).orElseThrow().rows()).isEqualTo(5);
  }

  @Test
  void sumsAddTheUnknownsOfTheirTerms() {
    GroupAction sum = Actions.sum(Actions.gl(5), Actions.gl(5));
    assertThat(sum.inputSize()).isEqualTo(10);
    assertThat(sum.dimension()).isEqualTo(50);
    assertThat(sum.matrix(new double[50]).orElseThrow().rows()).isEqualTo(10);
  }

  @Test
  void theMatrixOfASumIsBlockDiagonal() {
    GroupAction sum = Actions.sum(Actions.scale(1), Actions.translate(1));
    assertThat(sum.matrix(new double[] {7, 8}).orElseThrow().values())
        .containsExactly(7, 0, 0, 0, 0, 8, 0, 0, 0);
  }

  @Test
  void linearBlocksShareTheBatchItself() {
    assertThat(Actions.copies(Actions.gl(2), 2).features(FOUR)).isSameAs(FOUR);
    assertThat(Actions.sum(Actions.gl(1), Actions.so(3)).features(FOUR)).isSameAs(FOUR);
  }

  @Test
  void affineBlocksShareOneConstant() {
    Batch features = Actions.copies(Actions.aff(2), 2).features(FOUR);
    assertThat(features.columns()).isEqualTo(5);
    assertThat(features.values()).containsExactly(1, 2, 3, 4, 1, 5, 6, 7, 8, 1);
  }

  @Test
  void translationsOfAllBlocksNeedOneFeature() {
    assertThat(Actions.copies(Actions.translate(2), 2).features(FOUR).values())
        .containsExactly(1, 1);
  }

  @Test
  void aTypeOfAUsersKeepsItsFeaturesBlockByBlock() {
    GroupAction sum = Grammars.withParabola().parse("gl(2)+parabola()");
    assertThat(sum.features(FOUR).values()).containsExactly(1, 2, 1, 3, 9, 5, 6, 1, 7, 49);
  }

  @Test
  void copiesOfATypeOfAUsersKeepItsFeaturesBlockByBlock() {
    GroupAction copies = Grammars.withParabola().parse("parabola()^2");
    assertThat(copies.features(FOUR).values())
        .containsExactly(1, 1, 1, 1, 3, 9, 1, 5, 25, 1, 7, 49);
  }

  @Test
  void aSumWithATypeWithoutMatricesHasNone() {
    GroupAction sum = Grammars.withParabola().parse("gl(2)+parabola()");
    assertThat(sum.matrix(new double[7])).isEmpty();
  }

  @Test
  void namesInASumSayTheTerm() {
    GroupAction sum = Actions.sum(Actions.gl(2), Actions.copies(Actions.so(3), 2));
    assertThat(sum.fieldName(1)).isEqualTo("1:E[1,2]");
    assertThat(sum.fieldName(4)).isEqualTo("2:L[1,2]");
  }

  @Test
  void copiesOfCopiesAreCopies() {
    assertThat(Actions.copies(Actions.copies(Actions.gl(2), 2), 3))
        .isEqualTo(Actions.copies(Actions.gl(2), 6));
  }

  @Test
  void sumsOfSumsAreSums() {
    GroupAction gl = Actions.gl(1);
    assertThat(Actions.sum(Actions.sum(gl, gl), gl)).isEqualTo(Actions.sum(gl, gl, gl));
  }

  @Test
  void oneCopyIsTheActionItself() {
    GroupAction gl = Actions.gl(2);
    assertThat(Actions.copies(gl, 1)).isSameAs(gl);
    assertThat(Actions.sum(gl)).isSameAs(gl);
  }

  @Test
  void copiesOfASumAreRefused() {
    GroupAction sum = Actions.sum(Actions.gl(2), Actions.so(3));
    assertThatThrownBy(() -> Actions.copies(sum, 2))
        .isInstanceOf(ActionException.class)
        .hasMessage(
            "LIEGG-ACTION-ARGUMENT: copies of 'gl(2)+so(3)': the action is a direct sum, and the"
                + " grammar has no brackets; take copies of its terms, or of a group that acts on"
                + " the whole block");
  }

  @Test
  void wrongNumbersOfCoefficientsAreRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Actions.sum(Actions.gl(2), Actions.so(2)).matrix(new double[4]))
        .withMessage("gl(2)+so(2): 4 coefficients, the action has 5 fields");
  }
}
