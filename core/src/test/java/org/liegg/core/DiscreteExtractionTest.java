package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.api.ModelException;
import org.liegg.api.Warning;
import org.liegg.api.report.DiscreteSymmetries;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.data.Datasets;
import org.liegg.tck.fixtures.ExactModel;

/** Discrete symmetries beside an answer, and alone. */
class DiscreteExtractionTest {
  private static final ExactModel QUARTIC =
      ExactModel.of(
          3,
          1,
          x -> new double[] {Arrays.stream(x).map(v -> v * v * v * v).sum()},
          x -> Arrays.stream(x).map(v -> 4 * v * v * v).toArray());

  private static SymmetryReport extract(ExactModel model, Dataset data) {
    return ExactCases.extractor(model, data, "gl(3)", "gram")
        .with(s -> s.withDiscrete(true))
        .build()
        .extract();
  }

  private static Dataset samples(int count) {
    return ExactCases.normal(count, 3);
  }

  @Test
  void areFoundBesideTheSpectrum() {
    SymmetryReport report = extract(QUARTIC, samples(4000));
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.BROKEN);
    DiscreteSymmetries found = report.discrete().orElseThrow();
    assertThat(found.name()).isEqualTo("B(3)");
    assertThat(found.order()).isEqualTo("48");
    assertThat(report.provenance().options()).containsEntry("discrete", "yes");
    assertThat(report.provenance().seconds()).containsKey("discrete");
  }

  @Test
  void addReflectionsToTheRotationsOfASphere() {
    SymmetryReport report = extract(ExactModel.sphere(3), samples(4000));
    assertThat(report.algebra().orElseThrow().name()).isEqualTo("so(3)");
    assertThat(report.discrete().orElseThrow().name()).isEqualTo("B(3)");
    assertThat(report.discrete().orElseThrow().generators())
        .anyMatch(one -> Arrays.stream(one.signs()).reduce(1, (a, b) -> a * b) < 0);
  }

  @Test
  void areNotLookedForUnlessTheyAreAskedFor() {
    SymmetryReport report = ExactCases.extract(QUARTIC, samples(1000), "gl(3)");
    assertThat(report.discrete()).isEmpty();
    assertThat(report.provenance().options()).doesNotContainKey("discrete");
  }

  @Test
  void areNotCertainOnFewSamples() {
    SymmetryReport few = extract(QUARTIC, samples(300));
    assertThat(few.discrete().orElseThrow().name()).isEqualTo("trivial");
    assertThat(few.discrete().orElseThrow().trial().measured()).isEqualTo(3);
    assertThat(few.warnings())
        .filteredOn(warning -> warning.code().equals("discrete-undecided"))
        .singleElement()
        .extracting(Warning::message)
        .asString()
        .startsWith("3 of 3 discrete symmetries")
        .contains("the first being the swap of x1 and x2. Exact ones take about 1436 samples");
    SymmetryReport fewer = extract(QUARTIC, samples(60));
    assertThat(fewer.discrete().orElseThrow().trial().tested()).isZero();
    assertThat(fewer.warnings())
        .extracting(Warning::message)
        .anyMatch(message -> message.startsWith("Discrete symmetries were not looked for"));
  }

  @Test
  void failWithoutCostingTheAnswer() {
    UnaryOperator<double[]> picky =
        x -> {
          if (Arrays.stream(x).anyMatch(v -> v < 0)) {
            throw new IllegalStateException("a negative input");
          }
          return QUARTIC.values().apply(x);
        };
    double[] positive = ExactCases.gaussians(12_000, 1);
    Arrays.setAll(positive, i -> Math.abs(positive[i]));
    Dataset data = Datasets.of("positive", new Batch(4000, 3, positive));
    SymmetryReport report = extract(ExactModel.of(3, 1, picky, QUARTIC.jacobian()), data);
    assertThat(report.discrete()).isEmpty();
    assertThat(report.warnings()).extracting(Warning::code).contains("discrete-failed");
  }

  @Test
  void leaveOutWhatTheModelHasNoAnswerFor() {
    UnaryOperator<double[]> picky =
        x -> {
          if (Arrays.stream(x).anyMatch(v -> v < -10)) {
            throw new ModelException("LIEGG-MODEL-RANGE", "model", "too small", "give more");
          }
          return QUARTIC.values().apply(x);
        };
    double[] large = ExactCases.gaussians(12_000, 1);
    Arrays.setAll(large, i -> 11 + large[i]);
    Dataset data = Datasets.of("large", new Batch(4000, 3, large));
    SymmetryReport report = extract(ExactModel.of(3, 1, picky, QUARTIC.jacobian()), data);
    assertThat(report.discrete().orElseThrow().name()).isEqualTo("S(3)");
  }

  @Test
  void areAllThatIsSaidOfAModelWithoutDerivatives() {
    SymmetryExtractorBuilder steps =
        ExactCases.extractor(QUARTIC, samples(4000), "gl(3)", "gram").byValues();
    assertThatExceptionOfType(ModelException.class).isThrownBy(() -> steps.build().extract());
    SymmetryReport report = steps.with(s -> s.withDiscrete(true)).build().extract();
    assertThat(report.discrete().orElseThrow().name()).isEqualTo("B(3)");
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(report.spectrum().defect()).isEmpty();
    assertThat(report.warnings()).extracting(Warning::code).containsExactly("no-derivatives");
  }

  @Test
  void standBesideTheTransformationsOfAKnownGroup() {
    SymmetryReport report =
        ExactCases.extractor(ExactModel.sphere(3), samples(4000), "gl(3)", "gram")
            .reference("so(3)")
            .with(s -> s.withDiscrete(true).withFiniteSamples(500))
            .byValues()
            .build()
            .extract();
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.finite()).isPresent();
    assertThat(report.discrete().orElseThrow().name()).isEqualTo("B(3)");
  }
}
