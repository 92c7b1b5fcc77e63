package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.report.HeldOut;
import org.liegg.api.report.Nullspace;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.data.Datasets;
import org.liegg.tck.fixtures.ExactModel;

/** What held-out samples say of directions, on functions whose answer is known. */
class HeldOutEvidenceTest {

  @ParameterizedTest
  @ValueSource(strings = {"gram", "qr", "ejml-svd"})
  void tenRotationsAreBackedAndNothingElseIsLeftOpen(String decomposition) {
    assertTenRotations(ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", decomposition));
  }

  @Test
  void aBrokenSymmetryIsOneAtALooseToleranceOnly() {
    SymmetryExtractorBuilder broken = ExactCases.extractor(ExactModel.o5(0.01), "gl(5)^2", "gram");

    Nullspace loose = broken.build().extract().nullspace();
    Nullspace strict = broken.with(s -> s.withTolerance(1e-9)).build().extract().nullspace();

    assertThat(loose.interval().orElseThrow()).containsExactly(10, 10);
    assertThat(loose.verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(strict.interval().orElseThrow()).containsExactly(3, 3);
    assertThat(strict.verdict()).isEqualTo(Verdict.INVARIANT);
  }

  @Test
  void aToleranceAmongTheDefectsIsLeftOpen() {
    // Seven defects lie between 4e-6 and 8e-6.
    SymmetryReport report =
        ExactCases.extractor(ExactModel.o5(0.01), "gl(5)^2", "gram")
            .with(s -> s.withTolerance(6e-6).withLimit(400))
            .build()
            .extract();

    int[] interval = report.nullspace().interval().orElseThrow();
    assertThat(interval[0]).isGreaterThanOrEqualTo(3);
    assertThat(interval[1]).isLessThanOrEqualTo(10).isGreaterThan(interval[0]);
    assertThat(report.warnings()).extracting(w -> w.code()).contains("undecided");
  }

  @Test
  void aFunctionWithoutSymmetryIsBroken() {
    ExactModel quartic =
        ExactModel.ofGradient(
            4,
            (x, g) -> {
              for (int i = 0; i < 4; i++) {
                g[i] = 4 * x[i] * x[i] * x[i];
              }
            });

    Nullspace nullspace =
        ExactCases.extract(quartic, ExactCases.normal(4000, 4), "gl(4)").nullspace();

    assertThat(nullspace.interval().orElseThrow()).containsExactly(0, 0);
    assertThat(nullspace.verdict()).isEqualTo(Verdict.BROKEN);
  }

  @Test
  void twelveSamplesDecideNothing() {
    Nullspace nullspace =
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "gram")
            .with(s -> s.withLimit(12))
            .build()
            .extract()
            .nullspace();

    assertThat(nullspace.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(nullspace.interval().orElseThrow()).containsExactly(0, 25);
  }

  @Test
  void aModelThatStandsStillSaysNothing() {
    SymmetryReport report =
        ExactCases.extract(
            ExactModel.ofGradient(3, (x, g) -> {}), ExactCases.normal(4000, 3), "gl(3)");

    assertThat(report.nullspace().dimension()).isEqualTo(9);
    assertThat(report.nullspace().trivial()).isEqualTo(9);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(report.warnings()).extracting(w -> w.code()).containsExactly("zero-gradient");
  }

  @Test
  void everyGeneratorHasBoundsAroundItsDefect() {
    SymmetryReport report =
        ExactCases.extractor(ExactModel.o5(0.1), "gl(5)^2", "gram").build().extract();

    assertThat(report.generators())
        .isNotEmpty()
        .filteredOn(generator -> generator.defect() > 1e-8)
        .isNotEmpty()
        .allSatisfy(
            generator -> {
              double[] bounds = generator.defectInterval().orElseThrow();
              // The generator is chosen on all samples, its bounds come from one half.
              assertThat(generator.defect()).isBetween(bounds[0] * 0.7, bounds[1] * 1.4);
              double[] variance = generator.varianceInterval().orElseThrow();
              assertThat(generator.symmetryVariance())
                  .isBetween(variance[0] * 0.7, variance[1] * 1.4);
            });
  }

  @Test
  void halvesAreAboutEqualAndMakeUpTheWhole() {
    HeldOut section =
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "gram")
            .build()
            .extract()
            .heldOut()
            .orElseThrow();

    assertThat(section.chosenOn() + section.measuredOn()).isEqualTo(4000);
    assertThat(section.chosenOn()).isCloseTo(2000, within(150L));
    assertThat(section.blocks()).isEqualTo(32);
    assertThat(section.directions()).hasSize(25);
    assertThat(section.directions().get(9).defect()).isLessThan(1e-12);
    assertThat(section.directions().get(10).defectInterval()[0]).isGreaterThan(1);
  }

  @Test
  void theAnswerDoesNotDependOnTheOrderOfTheSamples() {
    double[] values = ExactCases.gaussians(1000 * 10, 3);
    double[] reversed = new double[values.length];
    for (int n = 0; n < 1000; n++) {
      System.arraycopy(values, n * 10, reversed, (999 - n) * 10, 10);
    }
    HeldOut forwards = section(new Batch(1000, 10, values));
    HeldOut backwards = section(new Batch(1000, 10, reversed));

    assertThat(backwards.chosenOn()).isEqualTo(forwards.chosenOn());
    // The samples that lengths are made of are drawn in the order of the file: a floor of 1 %
    // moves.
    assertThat(backwards.directions().get(12).chosenDefect())
        .isCloseTo(forwards.directions().get(12).chosenDefect(), within(1e-9));
  }

  private static HeldOut section(Batch samples) {
    return ExactCases.extract(ExactModel.o5(0.1), Datasets.of("samples", samples), "gl(5)^2")
        .heldOut()
        .orElseThrow();
  }

  @Test
  void allOfAKnownAlgebraIsMeasuredOnAllSamples() {
    ReferenceDefects exact = reference(ExactModel.o5(0), "so(5)");
    ReferenceDefects toomuch = reference(ExactModel.o5(0), "sl(5)");
    ReferenceDefects partly = reference(ExactModel.o5(0.3), "so(5)");

    assertThat(exact.worst()).isLessThan(1e-12);
    assertThat(exact.contained()).isEqualTo(10);
    assertThat(exact.verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(toomuch.verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(toomuch.contained()).isEqualTo(10);
    assertThat(partly.worstInterval()[0]).isGreaterThan(1e-4);
    assertThat(partly.mean()).isLessThan(partly.worst()).isPositive();
  }

  private static ReferenceDefects reference(ExactModel model, String known) {
    return ExactCases.extractor(model, "gl(5)^2", "gram")
        .reference(ExactCases.reference(known, "gl(5)^2"))
        .build()
        .extract()
        .reference()
        .orElseThrow()
        .defect()
        .orElseThrow();
  }

  @Test
  void withoutHeldOutSamplesThereAreNoBounds() {
    SymmetryReport report =
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "gram")
            .with(s -> s.withHeldOut(false))
            .build()
            .extract();

    assertThat(report.heldOut()).isEmpty();
    assertThat(report.nullspace().interval()).isEqualTo(Optional.empty());
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.generators()).allMatch(g -> g.defectInterval().isEmpty());
  }

  @Test
  void theSmallestDirectionsAloneStillHaveBounds() {
    assertTenRotations(
        ExactCases.extractor(ExactModel.o5(0), "gl(10)", "lobpcg").with(s -> s.withSmallest(14)));
  }

  /**
   * A weak function: its gradients are small throughout, and so is its symmetry variance, smaller
   * than that of a strong function with a symmetry that is all but exact. The defect is not fooled.
   */
  @Test
  void aSmallSymmetryVarianceIsNoSymmetry() {
    ExactModel weak =
        ExactModel.ofGradient(
            10,
            (x, g) -> {
              for (int i = 0; i < 10; i++) {
                g[i] = 1e-4 * x[i] * x[i] * (i + 1);
              }
            });
    SymmetryReport untrained = ExactCases.extract(weak, ExactCases.normal(4000, 10), "gl(5)^2");
    SymmetryReport trained =
        ExactCases.extract(ExactModel.o5(0.05), ExactCases.normal(4000, 10), "gl(5)^2");

    assertThat(smallestVariance(untrained)).isLessThan(1e-6);
    assertThat(trained.generators().get(9).symmetryVariance())
        .isGreaterThan(smallestVariance(untrained));
    assertThat(untrained.nullspace().verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(trained.nullspace().interval().orElseThrow()).containsExactly(10, 10);
  }

  private static double smallestVariance(SymmetryReport report) {
    double[] variances = report.spectrum().symmetryVariance();
    return variances[variances.length - 1];
  }

  private static void assertTenRotations(SymmetryExtractorBuilder extractor) {
    Nullspace nullspace = extractor.build().extract().nullspace();

    assertThat(nullspace.interval().orElseThrow()).containsExactly(10, 10);
    assertThat(nullspace.verdict()).isEqualTo(Verdict.INVARIANT);
  }
}
