package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Optional;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.SymmetryReport;
import org.liegg.api.SymmetryReport.Verdict;
import org.liegg.api.SymmetryReport.Warning;
import org.liegg.data.Datasets;

class ArtefactTest {

  @Test
  void namesTheDeadInputsAndHowMuchTheyExplain() {
    ExactModel dead =
        new ExactModel(
            5,
            (x, g) -> {
              for (int i = 0; i < 5; i++) {
                g[i] = i < 3 ? 2 * x[i] : 0;
              }
            });

    Warning warning =
        only("insensitive-inputs", Extractions.extractor(dead, "gl(5)", "gram").build().extract());

    assertThat(warning.message()).contains("inputs 3, 4", "3 others are left");
    assertThat(warning.explains()).isEqualTo(Optional.of(10));
  }

  @Test
  void dataOnAPlaneLeavesFieldsThatVanish() {
    Random random = new Random(1);
    double[] values = new double[3 * 1_000];
    for (int n = 0; n < 1_000; n++) {
      values[3 * n] = random.nextGaussian();
      values[3 * n + 1] = random.nextGaussian();
      values[3 * n + 2] = values[3 * n] + values[3 * n + 1];
    }

    SymmetryReport report =
        Extractions.extractor(quartic(3), "gl(3)", "ejml-svd")
            .data(Datasets.of("plane", new Batch(1_000, 3, values)))
            .build()
            .extract();

    // A x = 0 on a plane: one free vector of R³.
    assertThat(only("degenerate-fields", report).explains()).isEqualTo(Optional.of(3));
  }

  @Test
  void aSphereMakesQuadraticFieldsVanish() {
    Random random = new Random(2);
    double[] values = new double[2 * 1_000];
    for (int n = 0; n < 1_000; n++) {
      double angle = 2 * Math.PI * random.nextDouble();
      values[2 * n] = Math.cos(angle);
      values[2 * n + 1] = Math.sin(angle);
    }

    SymmetryReport report =
        Extractions.extractor(quartic(2), "poly(2,2)", "ejml-svd")
            .data(Datasets.of("circle", new Batch(1_000, 2, values)))
            .build()
            .extract();

    // (x² + y² − 1)·∂x and ·∂y.
    assertThat(only("degenerate-fields", report).explains()).isEqualTo(Optional.of(2));
  }

  @Test
  void countsCopies() {
    double[] values = new Random(3).doubles(2 * 500, -1, 1).toArray();
    double[] twice = new double[2 * values.length];
    System.arraycopy(values, 0, twice, 0, values.length);
    System.arraycopy(values, 0, twice, values.length, values.length);

    SymmetryReport report =
        Extractions.extractor(quartic(2), "gl(2)", "gram")
            .data(Datasets.of("copies", new Batch(1_000, 2, twice)))
            .build()
            .extract();

    assertThat(only("duplicated-samples", report).message()).startsWith("50.0 % of the samples");
  }

  @Test
  void aSortedFileIsNotMistakenForOneWithoutChance() {
    // Neighbours of a sorted file are alike; paired with each other they would make a defect of 1.
    ExactModel line =
        new ExactModel(
            1,
            (x, g) -> {
              g[0] = Math.abs(x[0]) < 1 ? 0.01 : 1 / (x[0] * x[0]);
            });
    double[] sorted = new Random(4).doubles(4_000, -10, 10).sorted().toArray();
    double[] shuffled = new Random(4).doubles(4_000, -10, 10).toArray();

    double one = heldOut(line, sorted);
    double other = heldOut(line, shuffled);

    assertThat(one / other).isBetween(0.8, 1.25);
  }

  @Test
  void aConstantIsNoEvidence() {
    SymmetryReport report =
        Extractions.extractor(new ExactModel(3, (x, g) -> {}), "gl(3)", "gram").build().extract();

    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(only("zero-gradient", report).explains()).isEqualTo(Optional.of(9));
  }

  private static double heldOut(ExactModel model, double[] samples) {
    return Extractions.extractor(model, "gl(1)", "gram")
        .data(Datasets.of("line", new Batch(samples.length, 1, samples)))
        .build()
        .extract()
        .heldOut()
        .orElseThrow()
        .directions()
        .get(0)
        .defect();
  }

  private static ExactModel quartic(int inputs) {
    return new ExactModel(
        inputs,
        (x, g) -> {
          for (int i = 0; i < inputs; i++) {
            g[i] = (4 + i) * x[i] * x[i] * x[i] + 1;
          }
        });
  }

  private static Warning only(String code, SymmetryReport report) {
    return report.warnings().stream()
        .filter(warning -> warning.code().equals(code))
        .reduce(
            (a, b) -> {
              throw new AssertionError("twice " + code);
            })
        .orElseThrow(() -> new AssertionError(code + " not in " + report.warnings()));
  }
}
