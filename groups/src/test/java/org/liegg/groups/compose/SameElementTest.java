package org.liegg.groups.compose;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;
import org.liegg.groups.Flows;
import org.liegg.groups.MatrixAction;
import org.liegg.groups.embed.EmbeddedReference;

/** One element in two representations: which pairs are, and which are none. */
class SameElementTest {
  private static final double ROOT_HALF = Math.sqrt(0.5);

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gl(3)^2|tensor(gl(3),2)",
        "gl(3)|dual(gl(3))",
        "so(4)|tensor(so(4),1,1)^2",
        "su(3)^2|dual(su(3))",
        "aff(2)^3|aff(2)",
        "aff-image(4x4)|aff(2)",
        "so(1,3)+gl(2)|tensor(so(1,3),2)+dual(gl(2))",
        "scale(3)|translate(3)",
        "u(1)|so(2)",
        "so(3)^2|so(3)"
      })
  void theBracketsOfBothSidesAgree(String input, String output) {
    GroupAction left = Actions.parse(input);
    GroupAction right = Actions.parse(output);
    assertThatCode(() -> SameElement.requireBrackets(left, right)).doesNotThrowAnyException();
    assertThatCode(() -> SameElement.require(left, right)).doesNotThrowAnyException();
  }

  @Test
  void matricesOfAnotherTypeAreComparedByTheirBrackets() {
    GroupAction minusTransposed = transposed("minus-transposed()", -1);
    assertThat(Actions.equivarianceOfOne(Actions.gl(2), minusTransposed).spec())
        .isEqualTo("gl(2)->same(minus-transposed())");
    assertThatThrownBy(
            () -> Actions.equivarianceOfOne(Actions.gl(2), transposed("transposed()", 1)))
        .isInstanceOf(ActionException.class)
        .hasMessage(
            "LIEGG-ACTION-SAME: 'gl(2)->same(transposed())': brackets differ: [E[1,1], E[1,2]] is"
                + " E[1,2] in 'gl(2)', but [A[1], A[2]] is −A[2] in 'transposed()'; name copies,"
                + " tensors or the dual of 'gl(2)', or leave the two free of each other:"
                + " 'gl(2)->transposed()'");
  }

  @Test
  void aBasisThatIsNotOrthogonalHasBracketsToo() {
    Matrix h = new Matrix(2, 2, new double[] {1, 0, 0, -1});
    Matrix e = new Matrix(2, 2, new double[] {0, 1, 0, 0});
    Matrix mixed = new Matrix(2, 2, new double[] {1, 3, 0, -1});
    GroupAction skewed = MatrixAction.of("skewed()", h, mixed);
    GroupAction again = MatrixAction.of("again()", h, mixed);
    assertThatCode(() -> SameElement.requireBrackets(skewed, again)).doesNotThrowAnyException();
    assertThatThrownBy(() -> SameElement.require(skewed, MatrixAction.of("plain()", h, e)))
        .hasMessageContaining(
            "[A[1], A[2]] is −2.00 A[1] + 2.00 A[2] in 'skewed()', but [A[1], A[2]] is 2.00 A[2] in"
                + " 'plain()'");
  }

  @Test
  void fieldsWhoseBracketsLeaveThemAreNoAlgebra() {
    Matrix e = new Matrix(2, 2, new double[] {0, 1, 0, 0});
    Matrix f = new Matrix(2, 2, new double[] {0, 0, 1, 0});
    GroupAction open = MatrixAction.of("open()", e, f);
    assertThatThrownBy(() -> SameElement.require(open, MatrixAction.of("other()", f, e)))
        .hasMessageContaining("[A[1], A[2]] is no combination of its fields in 'open()'");
    assertThatCode(() -> SameElement.require(open, Actions.tensor(open, 2, 0)))
        .doesNotThrowAnyException();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '"',
      value = {
        "so(3)->same(su(2))|13|[L[1,2], L[1,3]] is −0.707 L[2,3] in 'so(3)', but [X[1,2], Y[1,2]]"
            + " is H[1] in 'su(2)'",
        "sl(2)->same(sp(2))|13|brackets differ: [E[1,2], E[2,1]] is 1.41 H[1] in 'sl(2)', but",
        "gl(3) -> same( gl(9) )|16|'gl(3)' has 9 fields, 'gl(9)' has 81: they are no"
            + " representations of one algebra; name copies, tensors or the dual of 'gl(3)'",
        "poly(1,2)->same(so(3))|17|'poly(1,2)' has no matrices to compare brackets by",
        "so(3)->same(poly(1,2))|13|'poly(1,2)' has no matrices to compare brackets by",
        "scale(2000)->same(translate(2000))|19|'scale(2000)' has too many fields (2000)"
      })
  void refusesWhatIsNoRepresentation(String text, int character, String found) {
    assertThatThrownBy(() -> Actions.parse(text))
        .isInstanceOf(ActionException.class)
        .hasMessageStartingWith("LIEGG-ACTION-SAME: action at character %d of".formatted(character))
        .hasMessageContaining(found);
  }

  @Test
  void fieldsWithoutMatricesStandBesideThemselves() {
    assertThat(Actions.parse("poly(2,2)->same(poly(2,2)^2)").outputSize()).isEqualTo(4);
  }

  @Test
  void aSideThatActsOnOutputsIsRefused() {
    GroupAction pairs = Actions.parse("gl(2)->same");
    assertThatThrownBy(() -> Actions.equivarianceOfOne(Actions.gl(2), pairs))
        .isInstanceOf(ActionException.class)
        .hasMessageContaining("it acts on outputs already");
    assertThatThrownBy(() -> Actions.equivarianceOfOne(pairs, Actions.gl(2)))
        .isInstanceOf(ActionException.class)
        .hasMessageContaining("it acts on outputs already");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gl(3)^3->same(tensor(gl(3),2))|so(3)|so(3)^3->same(tensor(so(3),2))",
        "gl(3)^3->same(tensor(gl(3),2))|so(3)^3|so(3)^3->same(tensor(so(3),2))",
        "gl(3)^3->same(tensor(gl(3),2))|so(3)->same(tensor(so(3),2))|so(3)^3->same(tensor(so(3),2))",
        "gl(3)^3->same(tensor(gl(3),2)^2)|so(3)->same(tensor(so(3),2))|so(3)^3->same(tensor(so(3),2)^2)",
        "gl(3)->same|so(3)->same(dual(so(3)))|so(3)->same(dual(so(3)))",
        "gl(3)->same(dual(gl(3)))|so(3)->same|so(3)->same(so(3))",
        "image(5x5)->same(gl(2))|so(2)|so(2)->same(so(2))",
        "scale(3)->same(translate(3))|gl(1)+gl(1)+gl(1)|gl(1)+gl(1)+gl(1)"
      })
  void findsAReferenceAmongItsPairs(String candidates, String reference, String name) {
    GroupAction all = Actions.parse(candidates);
    EmbeddedReference found = Embeddings.embed(Actions.parse(reference), all);
    assertThat(found.name()).isEqualTo(name);
    assertThat(found.dimension()).isEqualTo(found.coefficients().rows());
    assertThat(found.coefficients().columns()).isEqualTo(all.dimension());
    int n = (int) Math.sqrt(all.dimension());
    if (n * n == all.dimension()) {
      assertThat(found.coefficients().values())
          .containsExactly(
              Embeddings.coefficients(Actions.so(n), Actions.gl(n)).values(), within(1e-14));
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "gl(3)^3->same(tensor(gl(3),2))|so(3)->same|is no combination of them",
        "gl(3)->same|sl(3)->same(dual(sl(3)))|is no combination of them",
        "gl(3)->same(dual(gl(3)))|sl(3)->same|is no combination of them",
        "gl(3)->same(dual(gl(3)))|so(3)->so(3)|are pairs of another kind",
        "gl(3)^2->same|so(3)->same(tensor(so(3),1)+scale(1))|has 3 fields"
      })
  void refusesAReferenceThatIsNotAmongItsPairs(String candidates, String reference, String why) {
    assertThatThrownBy(() -> Embeddings.embed(Actions.parse(reference), Actions.parse(candidates)))
        .isInstanceOf(ActionException.class)
        .hasMessageContaining(why);
  }

  @Test
  void theOutputMovesInItsOwnRepresentation() {
    double[] turn = {0, -ROOT_HALF, ROOT_HALF, 0};
    double angle = 0.3 * ROOT_HALF;
    double[] moved =
        Flows.onOutput(Actions.parse("gl(2)->same(tensor(gl(2),2))"), turn, 4)
            .at(new Batch(1, 4, new double[] {1, 0, 0, 0}), 0.3)
            .values();
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    assertThat(moved).containsExactly(new double[] {c * c, c * s, s * c, s * s}, within(1e-15));
  }

  @Test
  void theLargerOutputOfAPairCostsMore() {
    assertThat(Flows.of(Actions.parse("gl(3)->same(tensor(gl(3),3))")).cost())
        .isGreaterThan(27 * 27);
    assertThat(Flows.of(Actions.parse("gl(2)->same")).cost()).isEqualTo(8);
  }

  /** ±E_ji in the order of gl(2). */
  private static GroupAction transposed(String spec, double sign) {
    Matrix[] basis = new Matrix[4];
    Arrays.setAll(
        basis,
        a -> {
          double[] values = new double[4];
          values[a % 2 * 2 + a / 2] = sign;
          return new Matrix(2, 2, values);
        });
    return MatrixAction.of(spec, basis);
  }
}
