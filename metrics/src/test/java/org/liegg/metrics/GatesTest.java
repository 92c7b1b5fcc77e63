package org.liegg.metrics;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.Bounded;
import org.liegg.api.report.Gate;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReportEvidence;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;

class GatesTest {

  @Test
  void theWorstDirectionOfTheReferenceDecides() {
    Gate gate = Gates.of(SmallReports.withReference(Verdict.INVARIANT, 0.001, 0.002, 0.004));

    assertThat(gate.verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(gate.expected()).isEqualTo("so(2)");
    assertThat(gate.worst()).contains(new Bounded(0.002, 0.001, 0.004));
    assertThat(gate.maxDefect()).isEqualTo(0.01);
  }

  @Test
  void aBrokenReferenceIsBrokenAndAnOpenOneOpen() {
    assertThat(Gates.of(SmallReports.withReference(Verdict.BROKEN, 0.1, 0.2, 0.4)).verdict())
        .isEqualTo(Verdict.BROKEN);
    assertThat(
            Gates.of(SmallReports.withReference(Verdict.INSUFFICIENT_EVIDENCE, 0.001, 0.002, 0.04))
                .verdict())
        .isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
  }

  @Test
  void whatWasNotMeasuredIsOpen() {
    SymmetryReport plain = SmallReports.withDefects(0.001, 0.001, 2);
    SymmetryReport unmeasured =
        new SymmetryReport(
            plain.schema(),
            new SymmetryReport.Subject(plain.model(), plain.data(), plain.action()),
            new SymmetryReport.Answer(
                plain.decomposition(),
                plain.spectrum(),
                plain.nullspace(),
                plain.generators(),
                plain.algebra(),
                Optional.of(new Reference("so(2)", 1, new double[0], new double[0]))),
            ReportEvidence.none(),
            List.of(),
            plain.provenance());

    assertThat(Gates.of(unmeasured).verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(Gates.of(unmeasured).worst()).isEmpty();
  }

  @Test
  void aReportWithoutAReferenceIsNoGate() {
    assertThatThrownBy(() -> Gates.of(SmallReports.withDefects(0.001, 0.001, 2)))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("reference");
  }
}
