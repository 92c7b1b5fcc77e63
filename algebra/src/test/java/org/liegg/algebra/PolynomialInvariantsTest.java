package org.liegg.algebra;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.algebra.polynomial.Polynomial;
import org.liegg.api.ActionException;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;

class PolynomialInvariantsTest {

  private static PolynomialInvariants.Found of(
      String spec, int degree, double noise, Random random) {
    GroupAction action = Actions.parse(spec);
    int m = action.dimension();
    double[] rows = new double[m * m];
    for (int a = 0; a < m; a++) {
      rows[a * m + a] = 1;
    }
    for (int e = 0; e < rows.length; e++) {
      rows[e] += noise * random.nextGaussian() / Math.sqrt(m);
    }
    return PolynomialInvariants.of(
        action.fields(),
        action.monomials().orElseThrow(),
        new Matrix(m, m, rows),
        degree,
        3 * noise);
  }

  private static List<String> texts(PolynomialInvariants.Found found, int variables) {
    List<String> names = IntStream.rangeClosed(1, variables).mapToObj(i -> "x" + i).toList();
    return found.polynomials().stream().map(polynomial -> polynomial.text(names)).toList();
  }

  /** The first fundamental theorems of invariant theory (Weyl, The Classical Groups). */
  @ParameterizedTest
  @CsvSource({
    // rotations: products of vectors, and for n vectors the determinant
    "so(3), 2, 1, 1, 1",
    "so(3)^2, 4, 3, 3, 3",
    "so(3)^3, 3, 7, 6, 6",
    "so(2)^2, 2, 4, 3, 3",
    "'so(1,3)', 4, 1, 1, 1",
    // volumes alone
    "sl(2)^2, 4, 1, 1, 1",
    "sl(3)^3, 3, 1, 1, 1",
    // areas of a symplectic form
    "sp(4)^2, 2, 1, 1, 1",
    // differences, and their lengths
    "translate(2)^2, 2, 2, 2, 2",
    "se(2)^2, 2, 1, 1, 1",
    "se(2)^3, 2, 4, 3, 3",
    // no polynomial is left alone by scalings, although a quotient is
    "gl(2), 3, 0, 0, 0",
    "scale(2), 4, 0, 0, 0",
    // no field moves the second block
    "so(2)+none(1), 2, 2, 2, 2"
  })
  void theInvariantsThatAreKnown(
      String spec, int degree, int generators, int independent, int most) {
    PolynomialInvariants.Found found = of(spec, degree, 0, new Random(1));

    assertThat(found.polynomials()).hasSize(generators);
    assertThat(found.independent()).isEqualTo(independent);
    assertThat(found.most()).isEqualTo(most);
  }

  @Test
  void theyAreWrittenAsOneWould() {
    assertThat(texts(of("so(3)^2", 2, 0, new Random(1)), 6))
        .containsExactlyInAnyOrder("x1² + x2² + x3²", "x4² + x5² + x6²", "x1 x4 + x2 x5 + x3 x6");
    assertThat(texts(of("so(1,2)", 2, 0, new Random(1)), 3)).containsExactly("x1² − x2² − x3²");
    assertThat(texts(of("translate(1)^2", 1, 0, new Random(1)), 2)).containsExactly("x1 − x2");
  }

  /** Fields that were learned are a little off, and their invariants are not lost for it. */
  @Test
  void noisyFieldsHaveTheInvariantsOfTheExactOnes() {
    PolynomialInvariants.Found found = of("so(3)^2", 2, 1e-3, new Random(3));

    assertThat(found.polynomials()).hasSize(3);
    assertThat(found.polynomials())
        .allSatisfy(
            one ->
                assertThat(one.at(new double[] {1, 2, 3, 1, 1, 1}))
                    .isCloseTo(
                        Math.rint(one.at(new double[] {1, 2, 3, 1, 1, 1})),
                        org.assertj.core.api.Assertions.within(0.1)));
  }

  /** Noise that is not owned up to leaves nothing. */
  @Test
  void fieldsThatAreNotWhatTheySeemHaveNone() {
    GroupAction action = Actions.parse("gl(3)");
    Random random = new Random(5);
    double[] rows = random.doubles(27, -1, 1).toArray();

    assertThat(
            PolynomialInvariants.of(
                    action.fields(), action.monomials().orElseThrow(), new Matrix(3, 9, rows), 4, 0)
                .polynomials())
        .isEmpty();
  }

  @Test
  void tooManyAreRefused() {
    assertThatThrownBy(() -> of("translate(40)", 6, 0, new Random(1)))
        .isInstanceOf(ActionException.class)
        .hasMessageContaining("--degree");
  }

  @Test
  void polynomialsAreDifferentiatedAndMultiplied() {
    Polynomial sum =
        new Polynomial(
            new Monomials(2, List.of(new int[] {2, 0}, new int[] {1, 1})), new double[] {1, -0.5});
    List<String> names = List.of("x", "y");

    assertThat(sum.text(names)).isEqualTo("x² − 0.5 x y");
    assertThat(sum.derivative(0).text(names)).isEqualTo("2 x − 0.5 y");
    assertThat(sum.times(sum).text(names)).isEqualTo("x⁴ − x³ y + 0.25 x² y²");
    assertThat(sum.at(new double[] {2, 3})).isEqualTo(1);
    assertThat(sum.degree()).isEqualTo(2);
  }
}
