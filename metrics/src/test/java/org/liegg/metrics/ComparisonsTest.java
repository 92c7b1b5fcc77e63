package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.DataException;
import org.liegg.api.report.ReportComparison;
import org.liegg.api.report.ReportComparison.Aspect;
import org.liegg.api.report.ReportComparison.Change;
import org.liegg.api.report.ReportComparison.Difference;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

class ComparisonsTest {

  @Test
  void aReportIsLikeItself() {
    SymmetryReport report = SmallReports.withDefects(0.002, 0.004, 1.2);

    ReportComparison same = Comparisons.of(report, report);

    assertThat(same.change()).isEqualTo(Change.SAME);
    assertThat(same.largestAngle()).hasValueCloseTo(0.0, within(1e-6));
    assertThat(same.pairs()).extracting(pair -> pair.after()).containsExactly(0, 1);
  }

  @Test
  void defectsThatGrowBeyondTheirBoundsAreWorse() {
    SymmetryReport before = SmallReports.withDefects(0.002, 0.004, 1.1);
    SymmetryReport after = SmallReports.withDefects(0.002, 0.008, 1.1);

    assertThat(change(before, after)).isEqualTo(Change.WORSE);
    assertThat(change(after, before)).isEqualTo(Change.BETTER);
  }

  @Test
  void theRatioOfTwoDefectsAddsTheirLogarithmsInSquare() {
    ReportComparison comparison =
        Comparisons.of(
            SmallReports.withDefects(0.002, 0.004, 1.1),
            SmallReports.withDefects(0.002, 0.008, 1.1));

    assertThat(comparison.pairs().get(1).ratio().orElseThrow().value()).isCloseTo(2, within(1e-9));
    assertThat(comparison.pairs().get(1).ratio().orElseThrow().high())
        .isCloseTo(2 * Math.exp(Math.sqrt(2) * Math.log(1.1)), within(1e-9));
  }

  @Test
  void defectsThatGrowWithinTheirBoundsAreTheSame() {
    assertThat(
            change(
                SmallReports.withDefects(0.002, 0.004, 2),
                SmallReports.withDefects(0.002, 0.006, 2)))
        .isEqualTo(Change.SAME);
  }

  @Test
  void roundingIsNoChange() {
    assertThat(
            change(
                SmallReports.withDefects(1e-30, 1e-29, 1.1),
                SmallReports.withDefects(1e-20, 1e-31, 1.1)))
        .isEqualTo(Change.SAME);
  }

  @Test
  void fewerSymmetriesAreWorseThoughTheRestIsTheSame() {
    SymmetryReport before = SmallReports.withDefects(0.002, 0.004, 1.1);
    SymmetryReport after =
        SmallReports.of(Verdict.INVARIANT, 1, 1, List.of(SmallReports.generator(0, 0.002, 1.1)))
            .build();

    assertThat(change(before, after)).isEqualTo(Change.WORSE);
    assertThat(change(after, before)).isEqualTo(Change.BETTER);
  }

  @Test
  void anUndecidedReportCannotBeCompared() {
    SymmetryReport before = SmallReports.withDefects(0.002, 0.004, 1.1);
    SymmetryReport open =
        SmallReports.of(Verdict.INSUFFICIENT_EVIDENCE, 0, 3, before.generators()).build();

    assertThat(change(before, open)).isEqualTo(Change.INSUFFICIENT_EVIDENCE);
  }

  @Test
  void oneOfManyRatiosMayBeOffByChance() {
    // The interval of one ratio excludes 1, but not the wider one that holds for two at once.
    double factor = 1.3;
    double both = Math.exp(1.02 * Math.sqrt(2) * Math.log(factor));

    assertThat(
            change(
                SmallReports.withDefects(0.002, 0.004, factor),
                SmallReports.withDefects(0.002, 0.004 * both, factor)))
        .isEqualTo(Change.SAME);
  }

  @Test
  void otherActionsAreRefused() {
    SymmetryReport scale = SmallReports.withDefects(0.002, 0.004, 1.1);
    SymmetryReport other =
        SmallReports.of(Verdict.INVARIANT, 2, 2, scale.generators()).action("so(3)", 3).build();

    assertThatThrownBy(() -> Comparisons.of(scale, other))
        .isInstanceOf(DataException.class)
        .hasMessageContainingAll("LIEGG-COMPARE-ACTION", "scale(3)", "so(3)");
  }

  @Test
  void theReferenceIsComparedByItsWorstDirection() {
    ReportComparison comparison =
        Comparisons.of(
            SmallReports.withReference(Verdict.INVARIANT, 0.0019, 0.002, 0.0021),
            SmallReports.withReference(Verdict.BROKEN, 0.19, 0.2, 0.21));

    assertThat(comparison.reference().orElseThrow().value()).isCloseTo(100, within(1e-9));
    assertThat(comparison.change()).isEqualTo(Change.WORSE);
  }

  @Test
  void nothingIsSaidToDifferWhereTheSameWasAsked() {
    assertThat(
            Comparisons.of(
                    SmallReports.withDefects(0.002, 0.004, 1.1),
                    SmallReports.withDefects(0.002, 0.008, 1.1))
                .differences())
        .isEmpty();
  }

  @Test
  void aReferenceThatOnlyOneHasIsADifference() {
    ReportComparison comparison =
        Comparisons.of(
            SmallReports.withReference(Verdict.INVARIANT, 0.0019, 0.002, 0.0021),
            SmallReports.withDefects(0.002, 0.002, 2));

    assertThat(comparison.reference()).isEmpty();
    assertThat(comparison.differences())
        .containsExactly(new Difference(Aspect.REFERENCE, Optional.of("so(2)"), Optional.empty()));
  }

  @Test
  void otherHeadsTolerancesAndRulesAreDifferences() {
    SymmetryReport before = SmallReports.withDefects(0.002, 0.004, 1.1);

    assertThat(Comparisons.of(before, SmallReports.askedOtherwise(before)).differences())
        .extracting(Difference::aspect)
        .containsExactly(Aspect.HEAD, Aspect.TOLERANCE, Aspect.RULE);
  }

  private static Change change(SymmetryReport before, SymmetryReport after) {
    return Comparisons.of(before, after).change();
  }
}
