package org.liegg.app.samples;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Arrays;
import java.util.Optional;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.report.Reference;
import org.liegg.api.report.ReferenceDefects;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;
import org.liegg.app.SampleSource;
import org.liegg.data.Datasets;

/** What errors of samples leave of an answer. */
class InexactSamplesTest {
  private static final int SAMPLES = 3000;
  private static final Liegg LIEGG = Liegg.create();

  private static Dataset disc() {
    SplittableRandom random = new SplittableRandom(2);
    double[] values = new double[2 * SAMPLES];
    for (int n = 0; n < SAMPLES; n++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double radius = 0.9 * Math.sqrt(random.nextDouble());
      values[2 * n] = radius * Math.cos(angle);
      values[2 * n + 1] = radius * Math.sin(angle);
    }
    return Datasets.of("disc", new Batch(SAMPLES, 2, values));
  }

  private static Dataset errors(int rows, double size) {
    double[] values = new double[2 * rows];
    Arrays.fill(values, size);
    return Datasets.of("errors", new Batch(rows, 2, values));
  }

  /** Round inside of the unit disc; beyond it x alone bends it. */
  private static void bent(double[] x, double[] values, double[] jacobian) {
    double beyond = Math.max(0, Math.hypot(x[0], x[1]) - 1);
    double bend = 0.5 * beyond * beyond;
    double radius = Math.hypot(x[0], x[1]);
    values[0] = x[0] * x[0] + x[1] * x[1] + bend * x[0];
    jacobian[0] = 2 * x[0] + bend + (beyond == 0 ? 0 : beyond * x[0] * x[0] / radius);
    jacobian[1] = 2 * x[1] + (beyond == 0 ? 0 : beyond * x[0] * x[1] / radius);
  }

  private static SymmetryReport report(Optional<Dataset> errors, String reference) {
    Extraction asked =
        LIEGG
            .model(2, 1, InexactSamplesTest::bent)
            .data(disc())
            .action("gl(2)")
            .reference(reference)
            .settings(s -> s.withFiniteSamples(0).withTolerance(1e-3));
    return errors.map(known -> asked.inputErrors(SampleSource.of(known))).orElse(asked).extract();
  }

  private static ReferenceDefects reference(SymmetryReport report) {
    return report.reference().flatMap(Reference::defect).orElseThrow();
  }

  @Test
  void doesNotHoldWhatSamplesThatAreMovedDoNotHold() {
    SymmetryReport exact = report(Optional.empty(), "so(2)");
    SymmetryReport inexact = report(Optional.of(errors(SAMPLES, 0.4)), "so(2)");

    assertThat(exact.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(reference(exact).verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(inexact.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(reference(inexact).verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(inexact.nullspace().count().interval()).contains(new int[] {0, 1});
    assertThat(inexact.warnings())
        .extracting(Warning::code)
        .contains(WarningCode.INPUT_ERRORS.label());
  }

  @Test
  void holdsWithWiderBoundsWhatSmallErrorsChangeLittle() {
    SymmetryReport exact = report(Optional.empty(), "so(2)");
    SymmetryReport inexact = report(Optional.of(errors(1, 0.06)), "so(2)");

    assertThat(inexact.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    double[] before = exact.generators().get(0).defectInterval().orElseThrow();
    double[] after = inexact.generators().get(0).defectInterval().orElseThrow();
    assertThat(after[0]).isLessThanOrEqualTo(before[0]);
    assertThat(after[1]).isGreaterThan(10 * before[1]).isLessThan(1e-3);
    assertThat(reference(inexact).worstInterval()[1])
        .isGreaterThan(reference(exact).worstInterval()[1]);
    assertThat(inexact.warnings())
        .extracting(Warning::code)
        .doesNotContain(WarningCode.INPUT_ERRORS.label());
  }

  @Test
  void whatIsBrokenStaysBroken() {
    assertThat(reference(report(Optional.of(errors(1, 0.02)), "sl(2)")).verdict())
        .isEqualTo(Verdict.BROKEN);
  }

  @Test
  void errorsOfNothingChangeNothing() {
    SymmetryReport exact = report(Optional.empty(), "so(2)");
    SymmetryReport inexact = report(Optional.of(errors(1, 0)), "so(2)");

    assertThat(inexact.generators().get(0).defectInterval().orElseThrow())
        .containsExactly(exact.generators().get(0).defectInterval().orElseThrow());
  }

  @Test
  void refusesErrorsThatAreNone() {
    assertThatThrownBy(() -> report(Optional.of(errors(1, -1)), "so(2)"))
        .isInstanceOf(DataException.class)
        .hasMessageContaining("LIEGG-DATA-ERRORS")
        .hasMessageContaining("one is -1.0");
    assertThatThrownBy(() -> report(Optional.of(errors(7, 1)), "so(2)"))
        .hasMessageContaining("LIEGG-DATA-LENGTH");
    assertThatThrownBy(
            () -> report(Optional.of(Datasets.of("e", new Batch(1, 3, new double[3]))), "so(2)"))
        .hasMessageContaining("they have 3 columns, the samples have 2");
  }

  @Test
  void modelsWithoutDerivativesDoNotKnowOfErrors() {
    assertThatThrownBy(
            () ->
                LIEGG
                    .model(2, 1, x -> new double[] {Math.floor(5 * x[0])})
                    .data(disc())
                    .reference("so(2)")
                    .inputErrors(SampleSource.of(errors(1, 0.1)))
                    .extract())
        .hasMessageContaining("a model without derivatives");
  }
}
