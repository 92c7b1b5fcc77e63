package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Warning;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.core.settings.Gradients;
import org.liegg.data.Datasets;
import org.liegg.tck.fixtures.ExactModel;

/** What samples are worth limits what is said of a model. */
class SampleEvidenceTest {
  /** Not invariant to anything. */
  private static final ExactModel ROUGH =
      ExactModel.ofGradient(
          4,
          (x, g) -> {
            for (int i = 0; i < 4; i++) {
              g[i] = Math.cos((i + 1) * x[i] + x[(i + 1) % 4]);
            }
          });

  /** {@code sin 2x₀ + x₁x₂} of the direction, and steep across the sphere. */
  private static final ExactModel STEEP =
      ExactModel.ofGradient(
          3,
          (x, g) -> {
            double[] full = {2 * Math.cos(2 * x[0]), x[2], x[1]};
            double radial = full[0] * x[0] + full[1] * x[1] + full[2] * x[2];
            for (int i = 0; i < 3; i++) {
              g[i] = full[i] - radial * x[i] + 30 * x[i];
            }
          });

  @Test
  void noisyCopiesOfAFewPointsAreNoEvidenceOfASymmetry() {
    Random random = new Random(1);
    double[] points = random.doubles(12 * 4, -1, 1).toArray();
    double[] values = new double[2_400 * 4];
    for (int n = 0; n < 2_400; n++) {
      int point = random.nextInt(12);
      for (int i = 0; i < 4; i++) {
        values[4 * n + i] = points[4 * point + i] + 1e-4 * random.nextGaussian();
      }
    }
    SymmetryReport report =
        ExactCases.extract(ROUGH, Datasets.of("copies", new Batch(2_400, 4, values)), "gl(4)");

    assertThat(report.warnings()).extracting(Warning::code).contains("near-copies", "undersampled");
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(report.heldOut()).isEmpty();
  }

  @Test
  void anOrbitIsNoEvidenceOfASymmetry() {
    double[] values = new double[4_000 * 4];
    for (int n = 0; n < 4_000; n++) {
      values[4 * n] = Math.cos(0.002 * n);
      values[4 * n + 1] = Math.sin(0.002 * n);
      values[4 * n + 2] = Math.cos(0.003 * n);
      values[4 * n + 3] = Math.sin(0.003 * n);
    }
    SymmetryReport report =
        ExactCases.extract(ROUGH, Datasets.of("orbit", new Batch(4_000, 4, values)), "gl(4)");

    assertThat(report.warnings()).extracting(Warning::code).contains("dependent-samples");
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
  }

  @Test
  void aLongSeriesIsEvidenceAsFarAsItGoes() {
    Random random = new Random(2);
    double[] values = new double[40_000 * 10];
    for (int i = 0; i < values.length; i++) {
      double before = i < 10 ? 0 : values[i - 10];
      values[i] = 0.8 * before + 0.6 * random.nextGaussian();
    }
    SymmetryReport report =
        ExactCases.extract(
            ExactModel.o5(0), Datasets.of("series", new Batch(40_000, 10, values)), "gl(5)^2");

    assertThat(report.warnings()).extracting(Warning::code).contains("dependent-samples");
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.nullspace().dimension()).isEqualTo(10);
  }

  @Test
  void aSlopeOffTheSphereDoesNotMakeItsRotationsSymmetries() {
    SymmetryReport report = sphere(Gradients.FULL);

    assertThat(report.warnings()).extracting(Warning::code).contains("off-support");
    assertThat(report.nullspace().verdict()).isNotEqualTo(Verdict.INVARIANT);
    assertThat(report.reference().orElseThrow().defect().orElseThrow().verdict())
        .isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
  }

  @Test
  void alongTheSphereItsRotationsAreBroken() {
    SymmetryReport report = sphere(Gradients.TANGENTIAL);

    assertThat(report.warnings()).extracting(Warning::code).doesNotContain("off-support");
    assertThat(report.reference().orElseThrow().defect().orElseThrow().verdict())
        .isEqualTo(Verdict.BROKEN);
  }

  private static SymmetryReport sphere(Gradients gradients) {
    double[] values = ExactCases.gaussians(4_000 * 3, 1);
    for (int n = 0; n < 4_000; n++) {
      double length =
          Math.sqrt(
              values[3 * n] * values[3 * n]
                  + values[3 * n + 1] * values[3 * n + 1]
                  + values[3 * n + 2] * values[3 * n + 2]);
      for (int i = 0; i < 3; i++) {
        values[3 * n + i] /= length;
      }
    }
    return ExactCases.extractor(
            STEEP, Datasets.of("sphere", new Batch(4_000, 3, values)), "gl(3)", "gram")
        .reference(ExactCases.reference("so(3)", "gl(3)"))
        .with(s -> s.withGradients(gradients))
        .build()
        .extract();
  }
}
