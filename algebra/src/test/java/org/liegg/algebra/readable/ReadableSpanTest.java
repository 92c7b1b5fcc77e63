package org.liegg.algebra.readable;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.algebra.LearnedAlgebra;
import org.liegg.algebra.LieAlgebras;
import org.liegg.api.Matrix;
import org.liegg.api.report.readable.OneParameter;
import org.liegg.api.report.readable.Quadric;
import org.liegg.api.report.readable.ReadableField;
import org.liegg.api.report.readable.ReadableGenerators;
import org.liegg.api.report.readable.Term;
import org.liegg.api.report.readable.Value;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;
import org.liegg.metrics.Subspaces;

class ReadableSpanTest {

  private static ReadableGenerators read(GroupAction action, Matrix rows, double noise) {
    LearnedAlgebra algebra = LieAlgebras.of(action, rows, noise);
    return ReadableSpan.of(action, rows, noise, Optional.of(algebra), Optional.empty())
        .orElseThrow();
  }

  /** A random orthonormal basis of the rows' span, with noise of a size in every entry. */
  private static Matrix mixed(Matrix rows, double size, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    int k = rows.rows();
    Matrix turn =
        Subspaces.orthonormalBasis(new Matrix(k, k, random.doubles(k * (long) k, -1, 1).toArray()));
    Matrix basis = Subspaces.orthonormalBasis(rows);
    double[] values = new double[basis.values().length];
    for (int i = 0; i < values.length; i++) {
      for (int l = 0; l < k; l++) {
        values[i] += turn.get(i / rows.columns(), l) * basis.get(l, i % rows.columns());
      }
      values[i] += size * random.nextGaussian();
    }
    return new Matrix(k, rows.columns(), values);
  }

  private static String text(ReadableField field) {
    return field.components().stream()
        .map(part -> "d%d: %s".formatted(part.input(), terms(part.terms())))
        .reduce("", (a, b) -> a.isEmpty() ? b : a + "; " + b);
  }

  private static String terms(List<Term> terms) {
    return terms.stream()
        .map(term -> "%s %s".formatted(exact(term.coefficient()), term.monomial()))
        .reduce("", (a, b) -> a.isEmpty() ? b : a + " + " + b);
  }

  private static String exact(Value value) {
    return value.exact().orElse("?");
  }

  @ParameterizedTest
  @CsvSource({"so(5), gl(5), 0.004", "so(5), gl(5)^2, 0.01", "se(3), aff(3), 0.004"})
  void closedAlgebrasHaveWholeNumbers(String known, String among, double noise) {
    GroupAction candidates = Actions.parse(among);
    Matrix rows = Embeddings.coefficients(Actions.parse(known), candidates);
    ReadableGenerators found = read(candidates, mixed(rows, noise / 10, 3), noise);
    assertThat(found.exact()).isEqualTo("closure");
    assertThat(found.fields())
        .allSatisfy(
            field ->
                assertThat(field.components())
                    .allSatisfy(part -> assertThat(terms(part.terms())).matches("-?1 (x\\d+|1)")));
    assertThat(found.loss().angle()).isLessThan(1);
  }

  @Test
  void planesOfRotationsAreEllipticWithTheirPeriod() {
    GroupAction candidates = Actions.gl(5);
    Matrix rows = Embeddings.coefficients(Actions.so(5), candidates);
    assertThat(read(candidates, mixed(rows, 1e-4, 4), 1e-3).fields())
        .allSatisfy(
            field -> {
              OneParameter type = field.type().orElseThrow();
              assertThat(type.kind()).isEqualTo("elliptic");
              assertThat(type.period().orElseThrow().exact()).contains("2*pi");
            });
  }

  @Test
  void anEllipseIsKept() {
    GroupAction candidates = Actions.aff(2);
    // 4(y − 1) ∂x − (x − 1) ∂y
    Matrix row = new Matrix(1, 6, new double[] {0, 4, -4, -1, 0, 1});
    ReadableGenerators found = read(candidates, mixed(row, 1e-5, 5), 1e-4);
    assertThat(text(found.fields().get(0))).isEqualTo("d1: 4 x2 + -4 1; d2: -1 x1 + 1 1");
    OneParameter type = found.fields().get(0).type().orElseThrow();
    assertThat(type.kind()).isEqualTo("elliptic");
    assertThat(type.period().orElseThrow().exact()).contains("pi");
    Quadric quadric = found.conserved().get(0);
    assertThat(quadric.center().orElseThrow()).extracting(Value::value).containsExactly(1.0, 1.0);
    assertThat(terms(quadric.terms())).isEqualTo("1 x1^2 + 4 x2^2");
  }

  @Test
  void anEllipseBehindNoiseIsKeptByNumbersThatAreNotExact() {
    GroupAction candidates = Actions.aff(2);
    Matrix row = new Matrix(1, 6, new double[] {0, 4, -4, -1, 0, 1});
    ReadableGenerators found = read(candidates, mixed(row, 0.005, 6), 0.02);
    Quadric quadric = found.conserved().get(0);
    assertThat(quadric.terms()).allMatch(term -> term.coefficient().exact().isEmpty());
    double scale = quadric.terms().get(0).coefficient().value();
    assertThat(quadric.terms().get(quadric.terms().size() - 1).coefficient().value() / scale)
        .isCloseTo(4, within(0.5));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "1,0, 0,0, 0,0|hyperbolic",
        "0,1, 0,0, 0,0|parabolic",
        "0,0, 1,0, 0,0|translation",
        "0,1, 1,0, 0,0|hyperbolic",
        "1,-1, 1,1, 0,0|mixed",
        "1,1, 0,1, 0,0|mixed",
        "0,-1, 1,0, 3,0|elliptic",
      })
  void flowsHaveTheirKinds(String entries, String kind) {
    double[] e = Arrays.stream(entries.split(",")).mapToDouble(Double::parseDouble).toArray();
    // Linear entries row by row, then the constant ones of both.
    double[] row = {e[0], e[1], e[4], e[2], e[3], e[5]};
    if (kind.equals("translation")) {
      row = new double[] {0, 0, 1, 0, 0, 0};
    }
    ReadableGenerators found = read(Actions.aff(2), new Matrix(1, 6, row), 1e-8);
    assertThat(found.fields().get(0).type().orElseThrow().kind()).isEqualTo(kind);
  }

  @Test
  void aShearBehindNoiseMayBeARotation() {
    Matrix row = new Matrix(1, 4, new double[] {1e-2, 1, 1e-2, -2e-2});
    assertThat(read(Actions.gl(2), row, 0.2).fields().get(0).type()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"1.001, 1, 0.002, 1.003", "1.01, 0.03, 0, 0.99", "0.001, 1, -0.002, 0.001"})
  void whatMayBeAShearBehindNoiseHasNoKind(double a, double b, double c, double d) {
    Matrix row = new Matrix(1, 4, new double[] {a, b, c, d});
    Optional<OneParameter> type = read(Actions.gl(2), row, 0.03).fields().get(0).type();
    assertThat(type.map(OneParameter::kind).orElse("none"))
        .isIn(b < 0.1 ? List.of("hyperbolic") : List.of("none", "parabolic"));
  }

  @Test
  void aTurnAboutAPointHasItsFixedPoint() {
    // (−(y − 2), x − 3)
    Matrix row = new Matrix(1, 6, new double[] {0, -1, 2, 1, 0, -3});
    OneParameter type = read(Actions.aff(2), row, 1e-8).fields().get(0).type().orElseThrow();
    assertThat(type.fixedPoint().orElseThrow()).extracting(Value::value).containsExactly(3.0, 2.0);
  }

  @Test
  void coulombsLawIsOneProduct() {
    // q1 q2 / (ε r²): scalings (1, −1, 0, 0), (1, 0, 1, 0), (2, 0, 0, 1) of (q1, q2, ε, r).
    Matrix rows = new Matrix(3, 4, new double[] {1, -1, 0, 0, 1, 0, 1, 0, 2, 0, 0, 1});
    ReadableGenerators found = read(Actions.scale(4), mixed(rows, 1e-5, 7), 1e-4);
    assertThat(found.scalings().orElseThrow().groups())
        .usingRecursiveComparison()
        .isEqualTo(List.of(new int[] {1, 1, -1, -2}));
  }

  @Test
  void whatOneScalingKeepsIsABasisOfProducts() {
    // The period of a pendulum: g ↦ λ² g with l ↦ λ² l, of (l, g, angle).
    Matrix row = new Matrix(1, 3, new double[] {1, 1, 0});
    ReadableGenerators found = read(Actions.scale(3), row, 1e-6);
    assertThat(found.scalings().orElseThrow().groups())
        .usingRecursiveComparison()
        .isEqualTo(List.of(new int[] {1, -1, 0}, new int[] {0, 0, 1}));
  }

  @ParameterizedTest
  @CsvSource({"1e-2", "1e-3", "1e-4"})
  void randomSpacesHaveNoExactNumbers(double noise) {
    int bases = 200;
    int wrong = 0;
    SplittableRandom random = new SplittableRandom(8);
    for (int trial = 0; trial < bases; trial++) {
      int rows = 1 + trial % 3;
      double[] values = random.doubles(rows * 6L, -1, 1).toArray();
      ReadableGenerators found = read(Actions.aff(2), new Matrix(rows, 6, values), noise);
      boolean said =
          found.fields().stream()
              .flatMap(field -> field.components().stream())
              .flatMap(part -> part.terms().stream())
              .filter(term -> !term.coefficient().exact().equals(Optional.of("1")))
              .anyMatch(term -> term.coefficient().exact().isPresent());
      wrong += said || found.exact().equals("closure") ? 1 : 0;
    }
    assertThat(wrong).isLessThan(bases / 20);
  }

  @Test
  void thereIsNothingToReadBehindLargeNoiseOrOfPictures() {
    Matrix row = new Matrix(1, 4, new double[] {0, 1, -1, 0});
    assertThat(ReadableSpan.of(Actions.gl(2), row, 0.5, Optional.empty(), Optional.empty()))
        .isEmpty();
    assertThat(
            ReadableSpan.of(
                Actions.parse("image(8x8)"), row, 0.01, Optional.empty(), Optional.empty()))
        .isEmpty();
  }
}
