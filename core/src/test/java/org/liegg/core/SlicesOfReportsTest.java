package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.IntToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.report.SamplePart;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.report.Where;
import org.liegg.core.settings.Locating;
import org.liegg.core.settings.Slicing;
import org.liegg.data.Datasets;
import org.liegg.tck.fixtures.ExactModel;

/** Defects of slices, of functions that break a mirror in some of them. */
class SlicesOfReportsTest {
  private static final Dataset DATA = ExactCases.normal(ExactCases.SAMPLES, 3);

  private static Dataset values(int count, IntToDoubleFunction value) {
    return Datasets.of(
        "labels", new Batch(count, 1, IntStream.range(0, count).mapToDouble(value).toArray()));
  }

  private static Locating by(String... specs) {
    return new Locating(
        List.of(specs).stream()
            .map(spec -> Slicing.parse(spec, file -> values(ExactCases.SAMPLES, n -> n % 3)))
            .toList(),
        false,
        false,
        false);
  }

  private static Where.SlicedBy slices(UnaryOperator<double[]> function, String spec) {
    return WhereCases.of(3, function, DATA, by(spec)).slices().get(0);
  }

  @Test
  void quartersSayWhereItBreaks() {
    Where.SlicedBy found = slices(WhereCases::breaksAboveOne, "x1");

    assertThat(found.how()).isEqualTo("quantiles");
    assertThat(found.parts())
        .extracting(SamplePart::verdict)
        .containsExactly(Verdict.INVARIANT, Verdict.INVARIANT, Verdict.INVARIANT, Verdict.BROKEN);
    assertThat(found.parts().get(3).name()).startsWith("x1 > 0.");
    assertThat(found.parts().get(3).ofChange()).isEqualTo(1);
    assertThat(found.parts()).allSatisfy(p -> assertThat(p.share()).isCloseTo(0.25, within(0.001)));
  }

  @Test
  void defectsOfSlicesAddUpToThatOfAll() {
    SymmetryReport report =
        WhereCases.report(3, WhereCases::breaksAboveOne, DATA, by("x1 in 7", "cluster(4)"));
    double all =
        report.where().orElseThrow().slices().get(1).parts().stream()
            .mapToDouble(p -> p.share() * p.worst().orElseThrow().defect())
            .sum();

    for (Where.SlicedBy sliced : report.where().orElseThrow().slices()) {
      double sum =
          sliced.parts().stream()
              .mapToDouble(part -> part.share() * part.worst().orElseThrow().defect())
              .sum();
      assertThat(sum).isCloseTo(all, within(1e-9));
      assertThat(sliced.parts().stream().mapToDouble(SamplePart::ofChange).sum())
          .isCloseTo(1, within(1e-9));
    }
  }

  @Test
  void anotherInputTellsNothing() {
    assertThat(slices(WhereCases::breaksAboveOne, "x3").parts())
        .allMatch(part -> part.verdict() == Verdict.BROKEN);
  }

  @Test
  void aModelThatHoldsHoldsInEverySlice() {
    Where found =
        WhereCases.of(
            3,
            x -> new double[] {x[1] * x[1] + Math.sin(x[0])},
            DATA,
            by("x1", "x2", "x3 in 3", "cluster(3)"));

    assertThat(found.slices())
        .flatExtracting(Where.SlicedBy::parts)
        .allMatch(part -> part.verdict() == Verdict.INVARIANT);
  }

  @Test
  void decisionsAreSlices() {
    UnaryOperator<double[]> scores = x -> new double[] {x[0], -x[0] + (x[0] < 0 ? x[1] : 0)};
    Where.SlicedBy found = slices(scores, "class");

    assertThat(found.how()).isEqualTo("decisions");
    assertThat(found.parts())
        .extracting(SamplePart::name)
        .containsExactly("output 0 is the largest", "output 1 is the largest");
    assertThat(found.parts().get(1).verdict()).isEqualTo(Verdict.BROKEN);
    assertThat(found.parts().get(1).ofChange()).isGreaterThan(0.7);
  }

  @Test
  void labelsOfAFileBelongToTheirSamples() {
    double[] rows = ExactCases.gaussians(3 * 3000, 4);
    for (int n = 0; n < 3000; n++) {
      rows[3 * n] = rows[3 * n] < -0.43 ? 0 : rows[3 * n] < 0.43 ? 1 : 2;
    }
    Dataset data = Datasets.of("thirds", new Batch(3000, 3, rows));
    Slicing labels = Slicing.parse("site=FILE", file -> values(3000, n -> rows[3 * n]));
    Where.SlicedBy found =
        WhereCases.of(
                3,
                x -> new double[] {x[1] * x[1] + (x[0] == 1 ? x[1] : 0)},
                data,
                new Locating(List.of(labels), false, false, false))
            .slices()
            .get(0);

    assertThat(found.parts())
        .extracting(SamplePart::name)
        .containsExactly("site = 0", "site = 1", "site = 2");
    assertThat(found.parts())
        .extracting(SamplePart::verdict)
        .containsExactly(Verdict.INVARIANT, Verdict.BROKEN, Verdict.INVARIANT);
  }

  @Test
  void aSliceOfFewSamplesIsNotEnough() {
    Slicing labels = Slicing.parse("rare=FILE", file -> values(4000, n -> n % 400 == 0 ? 1 : 0));
    SamplePart rare =
        WhereCases.of(
                3,
                WhereCases::breaksAboveOne,
                DATA,
                new Locating(List.of(labels), false, false, false))
            .slices()
            .get(0)
            .parts()
            .get(1);

    assertThat(rare.samples()).isEqualTo(10);
    assertThat(rare.worst()).isEmpty();
    assertThat(rare.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
  }

  @ParameterizedTest
  @CsvSource({
    "x4, LIEGG-SLICE-COLUMN, x1 to x3",
    "age, LIEGG-SLICE-COLUMN, age=FILE.npy",
    "class, LIEGG-SLICE-CLASS, one output",
    "label=FILE in 4, LIEGG-SLICE-EMPTY, 3 values",
    "x1 in 1, LIEGG-SLICE-SYNTAX, x3 in 4",
    "cluster(99), LIEGG-SLICE-SYNTAX, 2 to 50",
    "=FILE, LIEGG-SLICE-SYNTAX, nothing to slice by"
  })
  void whatCannotBeSlicedIsSaid(String spec, String code, String found) {
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> slices(WhereCases::breaksAboveOne, spec))
        .withMessageStartingWith(code)
        .withMessageContaining(found);
  }

  @Test
  void valuesOfOtherSamplesAreRefused() {
    Slicing fewer = Slicing.parse("label=FILE", file -> values(17, n -> n % 3));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(
            () ->
                WhereCases.of(
                    3,
                    WhereCases::breaksAboveOne,
                    DATA,
                    new Locating(List.of(fewer), false, false, false)))
        .withMessageStartingWith("LIEGG-SLICE-ROWS")
        .withMessageContaining("17 samples, and there are 4000");
  }

  @Test
  void aSliceOfEverythingIsEmptyElsewhere() {
    Dataset constant =
        Datasets.of(
            "constant",
            new Batch(
                600,
                2,
                IntStream.range(0, 1200).mapToDouble(i -> i % 2 == 0 ? 5 : Math.sin(i)).toArray()));
    assertThatExceptionOfType(DataException.class)
        .isThrownBy(() -> WhereCases.of(2, WhereCases::breaksAboveOne, constant, by("x1")))
        .withMessageStartingWith("LIEGG-SLICE-EMPTY")
        .withMessageContaining("x1 is 5 at all samples");
  }

  @Test
  void aModelThatIsTheSameEverywhereHasNoAnswer() {
    assertThat(WhereCases.of(3, x -> new double[] {7}, DATA, by("x1")).slices().get(0).parts())
        .allMatch(part -> part.verdict() == Verdict.INSUFFICIENT_EVIDENCE);
  }

  @Test
  void whatIsNotUsedIsKept() {
    assertThat(
            WhereCases.of(3, x -> new double[] {Math.floor(3 * x[0])}, DATA, by("x1"))
                .slices()
                .get(0)
                .parts())
        .allMatch(part -> part.verdict() == Verdict.INVARIANT)
        .allMatch(part -> part.worst().orElseThrow().interval()[1] == 0);
  }

  @Test
  void somethingKnownHasToBeAsked() {
    SymmetryExtractorBuilder open =
        SymmetryExtractor.builder()
            .model(ExactModel.of(2, 1, x -> new double[] {x[0]}, x -> new double[] {1, 0}))
            .data(ExactCases.normal(100, 2))
            .with(s -> s.with(by("x1")));
    assertThatExceptionOfType(ActionException.class)
        .isThrownBy(() -> open.build().extract())
        .withMessageStartingWith("LIEGG-SLICE-GROUP");
  }
}
