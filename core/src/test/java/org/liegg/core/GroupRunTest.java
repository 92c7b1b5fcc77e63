package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.math.BigInteger;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.ActionException;
import org.liegg.api.Warning;
import org.liegg.api.report.DefectMeasure;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.TransformationDefect;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.metrics.Gates;
import org.liegg.tck.fixtures.ExactModel;

/** Groups that are tried by their elements, on functions whose answer is known. */
class GroupRunTest {

  private static ExactModel function(int d, int k, UnaryOperator<double[]> values) {
    return ExactModel.of(d, k, values, x -> new double[k * d]);
  }

  private static SymmetryReport check(ExactModel model, TransformationGroup group, int samples) {
    return SymmetryExtractor.builder()
        .model(model)
        .data(ExactCases.normal(samples, model.inputs()))
        .group(group)
        .build()
        .extract();
  }

  private static SymmetryReport check(
      int d, int k, UnaryOperator<double[]> values, TransformationGroup group) {
    return check(function(d, k, values), group, ExactCases.SAMPLES);
  }

  private static GroupCheck found(SymmetryReport report) {
    return report.group().orElseThrow();
  }

  private static double square(double[] x) {
    return ExactModel.square(x, 0);
  }

  static Stream<TransformationGroup> groupsOfTheSquare() {
    return Stream.of(
        ElementGroups.dihedral(4, false, 2),
        ElementGroups.dihedral(4, true, 2),
        ElementGroups.parity(4),
        ElementGroups.rotations(4, true, 1, false),
        ElementGroups.rotations(2, true, 2, false),
        ElementGroups.permutations(4, 1));
  }

  @ParameterizedTest
  @MethodSource("groupsOfTheSquare")
  void theSquareKeepsWhatKeepsLengths(TransformationGroup group) {
    SymmetryReport report = check(4, 1, x -> new double[] {square(x)}, group);
    assertThat(Gates.of(report).verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(Gates.of(report).contained()).isEqualTo(Gates.of(report).dimension());
    assertThat(found(report).worst().orElseThrow().defect()).isLessThan(1e-20);
    assertThat(report.spectrum().defect()).isEmpty();
  }

  @Test
  void oneCoordinateBreaksTurnsAndTheWorstIsNamed() {
    SymmetryReport report =
        check(2, 1, x -> new double[] {x[0]}, ElementGroups.dihedral(4, false, 1));
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.BROKEN);
    GroupCheck found = found(report);
    assertThat(found.order()).contains(BigInteger.valueOf(4));
    // E(x₀ + x₀)² is what unrelated moves of −2x₀ give, E(x₀ + x₁)² what x₁ − x₀ gives: 1 each.
    assertThat(report.finite().orElseThrow().elements())
        .extracting(TransformationDefect::name)
        .containsExactly("turn by 1/4", "turn by 2/4", "turn by 3/4");
    assertThat(report.finite().orElseThrow().elements())
        .allSatisfy(one -> assertThat(one.defect()).isCloseTo(1, within(0.2)));
    assertThat(found.tested().contained()).isZero();
    assertThat(found.worstSamples()).hasSize(5).allMatch(one -> one.share() > 1);
  }

  @Test
  void oneMirrorOfTwoIsKept() {
    SymmetryReport report =
        check(2, 1, x -> new double[] {x[0] + x[1] * x[1]}, ElementGroups.dihedral(2, true, 1));
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(found(report).tested().contained()).isEqualTo(1);
    assertThat(report.reference().orElseThrow().dimension()).isZero();
    assertThat(Gates.of(report).contained()).isEqualTo(1);
  }

  private static double[] chiral(double[] x) {
    double[][] rows = {
      {x[0], x[1], x[2]}, {x[3], x[4], x[5]}, {x[6], x[7], x[8]},
    };
    return new double[] {Math.tanh(ElementGroups.determinant(rows))};
  }

  @Test
  void aChiralFunctionKeepsRotationsAndNotReflections() {
    SymmetryReport turned =
        check(9, 1, GroupRunTest::chiral, ElementGroups.rotations(3, false, 3, false));
    assertThat(turned.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(found(turned).tested().unseen().orElseThrow())
        .isCloseTo(1 - Math.pow(0.025, 1.0 / 24), within(1e-15));
    SymmetryReport reflected =
        check(9, 1, GroupRunTest::chiral, ElementGroups.rotations(3, true, 3, false));
    assertThat(reflected.nullspace().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(found(reflected).tested().contained()).isEqualTo(12);
  }

  /** Σᵢ<ⱼ exp(−|xᵢ − xⱼ|²/2) of four atoms, and the force on the first. */
  private static double[] force(double[] x) {
    double[] force = new double[3];
    for (int j = 1; j < 4; j++) {
      double squares = 0;
      for (int i = 0; i < 3; i++) {
        squares += Math.pow(x[i] - x[3 * j + i], 2);
      }
      for (int i = 0; i < 3; i++) {
        force[i] += (x[i] - x[3 * j + i]) * Math.exp(-squares / 2);
      }
    }
    return force;
  }

  @Test
  void forcesOfPairsTurnWithThem() {
    TransformationGroup group = ElementGroups.rotations(3, true, 4, true);
    SymmetryReport report = check(12, 3, GroupRunTest::force, group);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.action().equivariant()).isTrue();
    assertThat(found(report).decisions()).isEmpty();
    UnaryOperator<double[]> pulled =
        x -> {
          double[] force = force(x);
          force[2] -= 1;
          return force;
        };
    assertThat(check(12, 3, pulled, group).nullspace().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void aSumOverAtomsKeepsExchangesAndAWeighedOneDoesNot() {
    TransformationGroup group = ElementGroups.permutations(4, 3);
    UnaryOperator<double[]> sum =
        x -> new double[] {IntStream.range(0, 12).mapToDouble(i -> Math.sin(x[i] + i % 3)).sum()};
    assertThat(check(12, 1, sum, group).nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    UnaryOperator<double[]> first = x -> new double[] {sum.apply(x)[0] + Math.sin(x[0])};
    SymmetryReport report = check(12, 1, first, group);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(found(report).tested().contained()).isEqualTo(2);
    assertThat(found(report).worst().orElseThrow().element()).isIn("exchange 0 and 1", "cycle");
  }

  @Test
  void stepsAndQuarticsKeepQuarterTurnsAlone() {
    UnaryOperator<double[]> steps =
        x -> new double[] {Math.floor(Math.pow(x[0], 4) + Math.pow(x[1], 4))};
    for (UnaryOperator<double[]> model :
        java.util.List.<UnaryOperator<double[]>>of(
            steps, x -> new double[] {Math.pow(x[0], 4) + Math.pow(x[1], 4)})) {
      assertThat(check(2, 1, model, ElementGroups.dihedral(4, true, 1)).nullspace().verdict())
          .isEqualTo(Verdict.INVARIANT);
      assertThat(check(2, 1, model, ElementGroups.dihedral(8, false, 1)).nullspace().verdict())
          .isEqualTo(Verdict.BROKEN);
    }
  }

  @Test
  void decisionsThatChangeAreCounted() {
    // The scores differ by x₀: half a turn exchanges them everywhere, and a mirror nowhere.
    UnaryOperator<double[]> scores = x -> new double[] {x[0], square(x) * 1e-9};
    SymmetryReport report = check(2, 2, scores, ElementGroups.dihedral(2, true, 1));
    GroupCheck.Decisions decisions = found(report).decisions().orElseThrow();
    assertThat(decisions.changed()).isGreaterThan(0.99);
    assertThat(decisions.interval()[1]).isBetween(0.99, 1.0);
    assertThat(report.measure().flatMap(DefectMeasure::worstOutput).orElseThrow().output())
        .isZero();
    UnaryOperator<double[]> kept = x -> new double[] {square(x), 1};
    GroupCheck same = found(check(2, 2, kept, ElementGroups.dihedral(2, true, 1)));
    assertThat(same.decisions().orElseThrow().changed()).isZero();
    assertThat(same.decisions().orElseThrow().interval()[1]).isBetween(0.001, 0.03);
  }

  @Test
  void fewSamplesAreNotEnough() {
    ExactModel square = function(2, 1, x -> new double[] {square(x)});
    SymmetryReport few = check(square, ElementGroups.parity(2), 100);
    assertThat(few.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(found(few).worst().orElseThrow().interval()[1]).isGreaterThan(0.01);
    SymmetryReport fewer = check(square, ElementGroups.parity(2), 8);
    assertThat(fewer.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(found(fewer).worst()).isEmpty();
  }

  @Test
  void aConstantModelSaysSo() {
    SymmetryReport report = check(2, 1, x -> new double[] {1}, ElementGroups.parity(2));
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(report.warnings()).extracting(Warning::code).contains("constant-model");
  }

  @Test
  void whatIsMovedAndDoesNotMatterIsInsensitive() {
    TransformationGroup mirrored =
        ElementGroups.of(
            "mirror",
            2,
            ElementGroups.lossy(
                "mirror of y", x -> new double[] {x[0], -x[1]}, UnaryOperator.identity()));
    SymmetryReport report = check(2, 1, x -> new double[] {Math.floor(3 * x[0])}, mirrored);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.finite().orElseThrow().elements())
        .allMatch(TransformationDefect::insensitive);
    assertThat(found(report).samples().used()).isEqualTo(ExactCases.SAMPLES);
  }

  @Test
  void whatSamplesLoseIsNotHeldAgainstTheModel() {
    // Both ways blur by the same amount; the model sees nothing but what is blurred.
    UnaryOperator<double[]> blurred = x -> new double[] {-0.7 * x[0], x[1]};
    UnaryOperator<double[]> twice = x -> new double[] {0.49 * x[0], x[1]};
    TransformationGroup group =
        ElementGroups.of("blurred", 2, ElementGroups.lossy("mirror", blurred, twice));
    UnaryOperator<double[]> even = x -> new double[] {x[0] * x[0]};
    SymmetryReport report = check(2, 1, even, group);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    GroupCheck.Loss loss = found(report).losses().get(0);
    GroupCheck.Worst worst = found(report).worst().orElseThrow();
    assertThat(worst.interval()[0]).isGreaterThan(0.01);
    assertThat(worst.defect()).isLessThan(loss.lost());
    UnaryOperator<double[]> odd = x -> new double[] {x[0] * x[0] + 2 * x[0]};
    assertThat(check(2, 1, odd, group).nullspace().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void groupsThatDoNotFitAreRefused() {
    ExactModel square = function(3, 1, x -> new double[] {square(x)});
    assertThatExceptionOfType(ActionException.class)
        .isThrownBy(() -> check(square, ElementGroups.dihedral(4, false, 1), 100))
        .withMessageStartingWith("LIEGG-ACTION-SIZE");
    assertThatExceptionOfType(ActionException.class)
        .isThrownBy(() -> check(square, ElementGroups.of("trivial", 3), 100))
        .withMessageStartingWith("LIEGG-ACTION-EMPTY");
    SymmetryExtractorBuilder none =
        SymmetryExtractor.builder()
            .model(square)
            .data(ExactCases.normal(100, 3))
            .group(ElementGroups.parity(3))
            .with(s -> s.withFiniteSamples(0));
    assertThatExceptionOfType(ActionException.class)
        .isThrownBy(() -> none.build().extract())
        .withMessageContaining("--finite-samples");
  }

  @Test
  void sameQuestionSameAnswer() {
    UnaryOperator<double[]> bent = x -> new double[] {square(x) + 0.1 * x[0]};
    TransformationGroup group = ElementGroups.dihedral(4, true, 1);
    Optional<GroupCheck.Worst> first = found(check(2, 1, bent, group)).worst();
    Optional<GroupCheck.Worst> second = found(check(2, 1, bent, group)).worst();
    assertThat(first.orElseThrow().defect()).isEqualTo(second.orElseThrow().defect());
  }
}
