package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.tck.fixtures.ReportBuilder;

class VerdictTextTest {

  @Test
  void namesTheAlgebraThatWasFound() {
    assertThat(VerdictText.of(Reports.o5()))
        .isEqualTo(
            "The model is invariant to so(5) (10-dimensional; the reference so(5), largest"
                + " principal angle 0.31°): 10 of 25 directions have a defect ≤ 0.01.");
  }

  @Test
  void saysWhenItIsNotTheAlgebraThatWasExpected() {
    assertThat(VerdictText.of(against(2, 88.5)))
        .startsWith(
            "The model is invariant to a 2-dimensional algebra (not the reference so(2): largest"
                + " principal angle 88.50°): 2 of 4");
    assertThat(VerdictText.of(against(3, 0)))
        .contains(
            "algebra (not the reference so(2), which has dimension 3): 2 of 4 directions have");
  }

  @Test
  void saysWhenItContainsTheReference() {
    assertThat(VerdictText.of(against(1, 0.2)))
        .contains(
            "algebra (it contains the reference so(2), largest principal angle 0.20°): 2 of 4");
  }

  @Test
  void claimsNoAlgebraWhereBracketsLeaveTheSpan() {
    assertThat(VerdictText.of(withAlgebra(0.4, 0.25)))
        .startsWith("The model is invariant to 2 directions that are not closed under brackets: 2");
    assertThat(VerdictText.of(withAlgebra(0.1, 0.25)))
        .startsWith("The model is invariant to a 2-dimensional algebra: 2 of 4");
  }

  @Test
  void speaksOfOneDirectionInTheSingular() {
    assertThat(VerdictText.of(new ReportBuilder().nullspace(Verdict.INVARIANT, 1, 0).build()))
        .isEqualTo(
            "The model is invariant to a 1-dimensional algebra: 1 of 4 directions has a defect ≤"
                + " 0.01.");
  }

  @Test
  void doesNotHideThatSomeStandApart() {
    ReportBuilder five = new ReportBuilder().nullspace(Verdict.INVARIANT, 5, 0);

    assertThat(VerdictText.of(five.isolation(900, 5, 4).build()))
        .endsWith(
            "have a defect ≤ 0.01. One of them stands apart, nearer to what does not count: see the"
                + " warnings.");
    assertThat(VerdictText.of(five.isolation(900, 5, 3).build()))
        .contains(" 2 of them stand apart, nearer to what does not count");
    assertThat(VerdictText.of(five.isolation(5, 900, 4).build())).endsWith("a defect ≤ 0.01.");
  }

  @Test
  void putsTheRightArticleBeforeTheNumber() {
    assertThat(VerdictText.of(invariant(8))).contains("an 8-dimensional");
    assertThat(VerdictText.of(invariant(11))).contains("an 11-dimensional");
    assertThat(VerdictText.of(invariant(18))).contains("an 18-dimensional");
    assertThat(VerdictText.of(invariant(81))).contains("an 81-dimensional");
    assertThat(VerdictText.of(invariant(10))).contains("a 10-dimensional");
    assertThat(VerdictText.of(invariant(110))).contains("a 110-dimensional");
  }

  @Test
  void tellsTrivialDirectionsApart() {
    assertThat(
            VerdictText.of(
                new ReportBuilder()
                    .action("gl(5)", 25)
                    .nullspace(Verdict.INVARIANT, 13, 10)
                    .build()))
        .isEqualTo(
            "The model is invariant to a 13-dimensional algebra: 13 of 25 directions have a defect"
                + " ≤ 0.01; 10 of them are insensitive: the model does not depend on what they"
                + " move, at this tolerance.");
  }

  @Test
  void tellsPairsThatActOnNothingApart() {
    assertThat(
            VerdictText.of(
                new ReportBuilder()
                    .action("gl(3)^3->gl(9)", 90)
                    .nullspace(Verdict.INVARIANT, 36, 27)
                    .build()))
        .endsWith("27 of them are insensitive: they act on nothing.");
  }

  @Test
  void claimsNoSymmetryWhereAllAreTrivial() {
    assertThat(
            VerdictText.of(
                new ReportBuilder()
                    .action("gl(5)", 25)
                    .nullspace(Verdict.INVARIANT, 15, 15)
                    .build()))
        .isEqualTo(
            "The model is invariant along 15 of 25 directions: the model does not depend on what"
                + " they move, at this tolerance. No other direction has a defect ≤ 0.01.");
    assertThat(VerdictText.of(new ReportBuilder().nullspace(Verdict.INVARIANT, 4, 4).build()))
        .isEqualTo(
            "The model depends on nothing that the 4 directions move: all are symmetries of this"
                + " kind.");
  }

  @Test
  void saysHowFarABrokenSymmetryIs() {
    assertThat(VerdictText.of(new ReportBuilder().build()))
        .isEqualTo(
            "The model has no symmetry among the 4 directions: the smallest defect is 0.500, a"
                + " symmetry has ≤ 0.01.");
  }

  @Test
  void callsAModelPartlyInvariantThatIsFarBelowTheBaseline() {
    assertThat(
            VerdictText.of(
                new ReportBuilder()
                    .spectrum(new double[] {4, 3, 2, 1}, new double[] {1, 0.9, 0.8, 0.17})
                    .build()))
        .endsWith(
            "Along that direction it is partly invariant: it changes 5.88 times less than if"
                + " it were not related.");
  }

  @Test
  void saysThatNothingIsBrokenWithoutADefectToShow() {
    assertThat(
            VerdictText.of(
                new ReportBuilder().spectrum(new double[] {4, 3, 2, 1}, new double[0]).build()))
        .isEqualTo("The model has no symmetry among the 4 directions.");
  }

  @Test
  void saysThatFewRowsCannotTell() {
    assertThat(
            VerdictText.of(
                new ReportBuilder()
                    .used(3)
                    .outputs(2)
                    .action("gl(5)", 25)
                    .nullspace(Verdict.INSUFFICIENT_EVIDENCE, 19, 0)
                    .build()))
        .isEqualTo(
            "Not enough evidence to say: 3 samples with 2 outputs give 6 rows for 25 unknown"
                + " directions. 19 directions look like symmetries, and may only be unseen.");
  }

  @Test
  void saysThatEnoughRowsMayStillNotTell() {
    assertThat(
            VerdictText.of(
                new ReportBuilder().nullspace(Verdict.INSUFFICIENT_EVIDENCE, 1, 0).build()))
        .isEqualTo(
            "Not enough evidence to say: 1\u00a0000 samples cannot settle 4 directions at a defect"
                + " of 0.01. 1 direction looks like a symmetry, and may only be unseen.");
  }

  @Test
  void saysThatNoSampleTellsNothing() {
    assertThat(
            VerdictText.of(
                new ReportBuilder().used(0).nullspace(Verdict.INSUFFICIENT_EVIDENCE, 4, 0).build()))
        .isEqualTo("Not enough evidence to say: no sample was used.");
  }

  private static SymmetryReport against(int dimension, double angle) {
    return new ReportBuilder()
        .nullspace(Verdict.INVARIANT, 2, 0)
        .reference("so(2)", dimension, new double[] {0, 0}, new double[] {0, angle})
        .build();
  }

  private static SymmetryReport withAlgebra(double residual, double bound) {
    return new ReportBuilder()
        .nullspace(Verdict.INVARIANT, 2, 0)
        .algebra(Reports.algebra(residual, bound))
        .build();
  }

  private static SymmetryReport invariant(int dimension) {
    return new ReportBuilder()
        .action("gl(20)", 400)
        .nullspace(Verdict.INVARIANT, dimension, 0)
        .build();
  }
}
