package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.report.ReportComparison;
import org.liegg.api.report.ReportComparison.Aspect;
import org.liegg.api.report.ReportComparison.Change;
import org.liegg.api.report.ReportComparison.Difference;
import org.liegg.api.report.ReportComparison.Dimension;

class ComparisonTextTest {

  @Test
  void saysNothingOfDifferencesWhereThereAreNone() {
    assertThat(text()).doesNotContain("different", "reference");
  }

  @Test
  void saysThatTheReferencesDiffer() {
    assertThat(text(new Difference(Aspect.REFERENCE, Optional.of("so(5)"), Optional.of("sl(5)"))))
        .contains(
            "They have different references, so(5) before and sl(5) after. Neither is compared.");
  }

  @Test
  void saysThatOnlyOneHasAReference() {
    assertThat(text(new Difference(Aspect.REFERENCE, Optional.empty(), Optional.of("so(5)"))))
        .contains("Only one of them has a reference, none before and so(5) after.");
  }

  @Test
  void saysThatTheRulesDiffer() {
    assertThat(text(new Difference(Aspect.RULE, Optional.of("first"), Optional.of("second"))))
        .contains("decided by different rules, \"first\" before and \"second\" after");
  }

  @Test
  void saysWhatElseWasAskedDifferently() {
    assertThat(
            text(
                new Difference(Aspect.HEAD, Optional.of("output"), Optional.of("logits")),
                new Difference(Aspect.TOLERANCE, Optional.of("0.01"), Optional.of("0.02"))))
        .contains("different heads, output before and logits after")
        .contains("different tolerances, 0.01 before and 0.02 after");
  }

  @Test
  void differencesAreInTheJson() {
    assertThat(
            ComparisonJson.toString(
                comparison(
                    new Difference(Aspect.REFERENCE, Optional.empty(), Optional.of("so(5)")))))
        .contains("\"aspect\": \"REFERENCE\"", "\"after\": \"so(5)\"");
  }

  private static String text(Difference... differences) {
    return new ComparisonText(1000, false, true).format(comparison(differences));
  }

  private static ReportComparison comparison(Difference... differences) {
    Dimension dimension = new Dimension(10, 10, 10);
    return new ReportComparison(
        dimension,
        dimension,
        new double[0],
        List.of(),
        Optional.empty(),
        List.of(differences),
        Change.SAME);
  }
}
