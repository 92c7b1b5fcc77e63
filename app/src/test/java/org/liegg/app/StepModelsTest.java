package org.liegg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions.Derivatives;
import org.liegg.api.Warning;
import org.liegg.api.report.DefectMeasure;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.TransformationDefect;
import org.liegg.api.report.Verdict;

/** Models whose values jump are answered by finite transformations of the group that is named. */
class StepModelsTest {
  private static final Liegg LIEGG = Liegg.create();

  /** Rings: exactly invariant, without a derivative. */
  private static double[] rings(double[] x) {
    return new double[] {Math.floor(4 * square(x))};
  }

  private static double[] boxes(double[] x) {
    return new double[] {x[0] > 0.3 ? 1 : x[1] > 0 ? 2 : 3};
  }

  private static double square(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return sum;
  }

  private static Extraction of(UnaryOperator<double[]> model, int inputs, int samples) {
    return LIEGG.model(inputs, 1, model).data(normal(samples, inputs));
  }

  @ParameterizedTest
  @ValueSource(ints = {2, 3, 5})
  void ringsKeepAllRotations(int inputs) {
    Extraction.Check check =
        of(StepModelsTest::rings, inputs, 4000)
            .action("gl(%d)".formatted(inputs))
            .check("so(%d)".formatted(inputs));
    assertThat(check.holds()).isTrue();
    assertThat(check.gate().contained()).isEqualTo(inputs * (inputs - 1) / 2);
    assertThat(check.gate().worst().orElseThrow().value()).isZero();
    assertThat(check.report().spectrum().defect()).isEmpty();
    assertThat(check.report().generators()).isEmpty();
    assertThat(check.report().warnings()).extracting(Warning::code).contains("no-derivatives");
  }

  @ParameterizedTest
  @CsvSource({"gl(2), 'sl(2)'", "gl(2), 'so(1,1)'", "gl(2), gl(2)", "aff(2), se(2)"})
  void ringsKeepNothingElse(String action, String expected) {
    Extraction.Check check = of(StepModelsTest::rings, 2, 4000).action(action).check(expected);
    assertThat(check.gate().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(check.gate().worst().orElseThrow().low()).isGreaterThan(0.01);
  }

  @Test
  void boxesBreakRotations() {
    Extraction.Check check = of(StepModelsTest::boxes, 3, 1000).check("so(3)");
    assertThat(check.gate().verdict()).isEqualTo(Verdict.BROKEN);
    TransformationDefect worst = check.report().finite().orElseThrow().worst().orElseThrow();
    assertThat(worst.defect()).isEqualTo(check.gate().worst().orElseThrow().value());
  }

  @Test
  void aForestTrainedOnAnInvariantTargetIsNearlyInvariant() {
    RegressionForest forest = RegressionForest.of(x -> Math.exp(-square(x) / 2), 2, 3000, 30, 0.05);
    Extraction.Check check = of(forest::at, 2, 4000).action("gl(2)").check("so(2)");
    double defect = check.gate().worst().orElseThrow().value();
    // What the trees have not learned is what is asked for: no exact symmetry, and not far from it.
    assertThat(defect).isBetween(0.004, 0.015);
    assertThat(at(forest, 0.02)).isEqualTo(Verdict.INVARIANT);
    assertThat(at(forest, 0.002)).isEqualTo(Verdict.BROKEN);
  }

  private static Verdict at(RegressionForest forest, double tolerance) {
    return of(forest::at, 2, 4000)
        .settings(s -> s.withTolerance(tolerance))
        .check("so(2)")
        .gate()
        .verdict();
  }

  @Test
  void aForestTrainedOnAnotherTargetIsNot() {
    RegressionForest forest =
        RegressionForest.of(x -> Math.sin(2 * x[0]) + x[1], 2, 2000, 20, 0.05);
    Extraction.Check check =
        of(forest::at, 2, 4000).settings(s -> s.withTolerance(0.3)).check("so(2)");
    assertThat(check.gate().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(check.gate().worst().orElseThrow().value()).isGreaterThan(0.5);
  }

  @Test
  void fewSamplesAreNotEnough() {
    Extraction.Check check = of(StepModelsTest::rings, 2, 200).check("so(2)");
    assertThat(check.gate().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    // Nothing was seen to change, and of 200 samples that says this much.
    assertThat(check.gate().worst().orElseThrow().value()).isZero();
    assertThat(check.gate().worst().orElseThrow().high()).isBetween(0.01, 0.05);
    assertThat(of(StepModelsTest::rings, 2, 8).check("so(2)").gate().worst()).isEmpty();
  }

  @Test
  void translationsOfStepsAlongOneInput() {
    UnaryOperator<double[]> stairs = x -> new double[] {Math.floor(3 * x[0])};
    assertThat(of(stairs, 2, 4000).action("translate(2)").check("none(1)+translate(1)").holds())
        .isTrue();
    assertThat(
            of(stairs, 2, 4000)
                .action("translate(2)")
                .check("translate(1)+none(1)")
                .gate()
                .verdict())
        .isEqualTo(Verdict.BROKEN);
  }

  @Test
  void equivarianceOfRoundedValues() {
    UnaryOperator<double[]> coarse =
        x -> new double[] {Math.rint(40 * x[0]) / 40, Math.rint(40 * x[1]) / 40};
    Extraction.Check fine =
        LIEGG.model(2, 2, coarse).data(normal(4000, 2)).action("gl(2)->same").check("so(2)->same");
    assertThat(fine.holds()).isTrue();
    assertThat(fine.gate().worst().orElseThrow().value()).isBetween(1e-6, 1e-3);
    Extraction.Check other =
        LIEGG
            .model(2, 2, x -> coarse.apply(new double[] {x[0], 2 * x[1]}))
            .data(normal(4000, 2))
            .action("gl(2)->same")
            .check("so(2)->same");
    assertThat(other.gate().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void oneOutputOfTwoBreaks() {
    UnaryOperator<double[]> both = x -> new double[] {rings(x)[0], boxes(x)[0]};
    Extraction.Check check = LIEGG.model(2, 2, both).data(normal(4000, 2)).check("so(2)");
    assertThat(check.gate().verdict()).isEqualTo(Verdict.BROKEN);
    DefectMeasure measure = check.report().measure().orElseThrow();
    assertThat(measure.outputs().get(0).defect()).isZero();
    assertThat(measure.worstOutput().orElseThrow().output()).isEqualTo(1);
  }

  @Test
  void whatIsMovedAndDoesNotMatterIsInsensitive() {
    UnaryOperator<double[]> alone = x -> new double[] {Math.floor(3 * x[2])};
    SymmetryReport report =
        of(alone, 3, 2000).action("gl(2)+none(1)").reference("so(2)+none(1)").extract();
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.nullspace().trivial()).isEqualTo(1);
    assertThat(report.finite().orElseThrow().elements())
        .allMatch(TransformationDefect::insensitive);
  }

  @Test
  void aConstantModelSaysNothing() {
    SymmetryReport report =
        LIEGG
            .model(2, 1, (double[] x) -> new double[] {1})
            .data(normal(2000, 2))
            .options(o -> o.withDerivatives(Derivatives.NONE))
            .reference("so(2)")
            .extract();
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
  }

  @Test
  void smoothModelsMayBeAskedLikewise() {
    UnaryOperator<double[]> smooth = x -> new double[] {Math.exp(-square(x) / 2)};
    Extraction asked =
        of(smooth, 3, 4000).options(o -> o.withDerivatives(Derivatives.NONE)).action("gl(3)");
    assertThat(asked.check("so(3)").holds()).isTrue();
    assertThat(asked.check("sl(3)").gate().verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void sameQuestionSameAnswer() {
    Extraction asked = of(StepModelsTest::boxes, 3, 600).reference("so(3)");
    SymmetryReport first = asked.extract();
    SymmetryReport second = asked.extract();
    assertThat(first.finite().orElseThrow().worst().orElseThrow().defect())
        .isCloseTo(second.finite().orElseThrow().worst().orElseThrow().defect(), within(0.0));
  }

  @Test
  void withoutAGroupThereIsNothingToTry() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> of(StepModelsTest::boxes, 3, 600).action("so(3)").extract())
        .withMessageStartingWith("LIEGG-MODEL-STEPS")
        .withMessageContaining("--reference")
        .withMessageContaining("check --expect");
  }

  @Test
  void withoutFiniteSamplesNothingIsLeft() {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(
            () ->
                of(StepModelsTest::boxes, 3, 600)
                    .settings(s -> s.withFiniteSamples(0))
                    .check("so(3)"))
        .withMessageStartingWith("LIEGG-MODEL-STEPS")
        .withMessageContaining("--finite-samples");
  }

  private static double[][] normal(int count, int inputs) {
    Random random = new Random(7);
    double[][] samples = new double[count][inputs];
    for (double[] sample : samples) {
      for (int i = 0; i < sample.length; i++) {
        sample[i] = random.nextGaussian();
      }
    }
    return samples;
  }
}
