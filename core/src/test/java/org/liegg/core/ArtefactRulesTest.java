package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.api.Warning;
import org.liegg.api.report.SymmetryReport;
import org.liegg.data.Datasets;
import org.liegg.tck.fixtures.ExactModel;

/** Every artefact is named, with how many dimensions it explains, and no symmetry is made of it. */
class ArtefactRulesTest {

  @Test
  void namesDeadInputs() {
    ExactModel deadInputs =
        ExactModel.ofGradient(
            5,
            (x, g) -> {
              for (int i = 0; i < 3; i++) {
                g[i] = 2 * x[i];
              }
            });

    SymmetryReport report = ExactCases.extract(deadInputs, ExactCases.normal(4000, 5), "gl(5)");

    Warning warning = only(report, "insensitive-inputs");
    assertThat(warning.message()).contains("10 of the 13 symmetries", "inputs 4, 5", "3 others");
    assertThat(warning.explains()).contains(10);
    assertThat(report.nullspace().interval().orElseThrow()).containsExactly(13, 13);
  }

  @Test
  void countsTheCombinationsThatABottleneckLosesApart() {
    // g(w·x): one direction of three is seen.
    ExactModel bottleneck =
        ExactModel.ofGradient(
            3,
            (x, g) -> {
              double slope = Math.cos(x[0] + x[1] - 2 * x[2]);
              g[0] = slope;
              g[1] = slope;
              g[2] = -2 * slope;
            });

    SymmetryReport report = ExactCases.extract(bottleneck, ExactCases.normal(4000, 3), "gl(3)");

    Warning warning = only(report, "insensitive-inputs");
    assertThat(warning.message()).contains("2 combinations of inputs");
    assertThat(warning.explains()).contains(6);
    assertThat(report.nullspace().trivial()).isEqualTo(6);
  }

  @Test
  void dataOnAHyperplaneHasFieldsThatVanish() {
    double[] values = ExactCases.gaussians(4000 * 3, 2);
    for (int n = 0; n < 4000; n++) {
      values[n * 3 + 2] = values[n * 3] + values[n * 3 + 1];
    }
    SymmetryReport report = ExactCases.extract(cubic(), data(values, 3), "gl(3)");

    Warning warning = only(report, "degenerate-fields");
    assertThat(warning.message()).contains("one combination of features", "vanish on the data");
    assertThat(warning.explains()).contains(3);
    assertThat(report.nullspace().trivial()).isEqualTo(3);
    assertThat(report.warnings()).extracting(Warning::code).doesNotContain("insensitive-inputs");
  }

  @Test
  void dataOnASphereHasQuadraticFieldsThatVanish() {
    double[] values = ExactCases.gaussians(4000 * 2, 2);
    for (int n = 0; n < 4000; n++) {
      double norm = Math.hypot(values[n * 2], values[n * 2 + 1]);
      values[n * 2] /= norm;
      values[n * 2 + 1] /= norm;
    }
    ExactModel steep =
        ExactModel.ofGradient(
            2,
            (x, g) -> {
              g[0] = 1 + x[1] * x[0];
              g[1] = Math.exp(x[0]);
            });

    SymmetryReport report = ExactCases.extract(steep, data(values, 2), "poly(2,2)");

    assertThat(only(report, "degenerate-fields").explains()).contains(2);
    assertThat(report.nullspace().trivial()).isEqualTo(2);
  }

  @Test
  void saturatedOutputsAreNamed() {
    ExactModel step =
        ExactModel.ofGradient(
            2,
            (x, g) -> {
              double slope = Math.exp(-400 * x[0] * x[0]);
              g[0] = slope;
              g[1] = slope * x[0];
            });

    SymmetryReport report = ExactCases.extract(step, ExactCases.normal(4000, 2), "gl(2)");

    assertThat(only(report, "saturated-outputs").message()).contains("Output 0 hardly changes");
  }

  @Test
  void copiesAreCountedAndNeverStraddleTheHalves() {
    double[] once = ExactCases.gaussians(500 * 10, 5);
    double[] values = new double[4 * once.length];
    for (int copy = 0; copy < 4; copy++) {
      System.arraycopy(once, 0, values, copy * once.length, once.length);
    }
    SymmetryReport report = ExactCases.extract(ExactModel.o5(0.1), data(values, 10), "gl(5)^2");
    SymmetryReport plain = ExactCases.extract(ExactModel.o5(0.1), data(once, 10), "gl(5)^2");

    assertThat(only(report, "duplicated-samples").message()).contains("75.0 %");
    assertThat(report.heldOut().orElseThrow().chosenOn())
        .isEqualTo(4 * plain.heldOut().orElseThrow().chosenOn());
    assertThat(plain.warnings()).extracting(Warning::code).doesNotContain("duplicated-samples");
  }

  @Test
  void tooFewRowsExplainWhatTheyLeaveOpen() {
    SymmetryReport report =
        ExactCases.extractor(ExactModel.o5(0), "gl(5)^2", "gram")
            .with(s -> s.withLimit(12))
            .build()
            .extract();

    Warning warning = only(report, "undersampled");
    assertThat(warning.message()).contains("12 rows", "of rank 12", "25 unknowns");
    assertThat(warning.explains()).contains(13);
  }

  @Test
  void anHonestCaseHasNoWarning() {
    assertThat(
            ExactCases.extractor(ExactModel.o5(0.05), "gl(5)^2", "qr").build().extract().warnings())
        .isEmpty();
  }

  private static ExactModel cubic() {
    return ExactModel.ofGradient(
        3,
        (x, g) -> {
          for (int i = 0; i < 3; i++) {
            g[i] = (i + 1) * x[i] * x[i] + x[(i + 1) % 3];
          }
        });
  }

  private static Dataset data(double[] values, int columns) {
    return Datasets.of("samples", new Batch(values.length / columns, columns, values));
  }

  private static Warning only(SymmetryReport report, String code) {
    assertThat(report.warnings()).filteredOn(w -> w.code().equals(code)).hasSize(1);
    return report.warnings().stream().filter(w -> w.code().equals(code)).findFirst().orElseThrow();
  }
}
