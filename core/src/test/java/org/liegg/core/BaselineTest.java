package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Warning;
import org.liegg.api.report.DefectMeasure.OutputDefect;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.GroupAction;
import org.liegg.core.evidence.ReferenceAlgebra;
import org.liegg.data.Datasets;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;
import org.liegg.linalg.AutoProvider;
import org.liegg.tck.fixtures.ExactModel;

/** What defects are compared with: translations, inputs that do not matter, several outputs. */
class BaselineTest {
  private static final int SAMPLES = 2000;
  private static final double NOISE = 0.02;

  @Test
  void aPairPotentialOfFourParticlesHasTheSixRigidMotions() {
    SymmetryReport report = extract(pairs(4, 0), normal(12, 3, 1), "aff(3)^4");
    assertThat(report.nullspace().dimension()).isEqualTo(6);
    assertThat(report.nullspace().trivial()).isZero();
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.algebra().orElseThrow().name()).isEqualTo("se(3)");
  }

  @Test
  void aTranslationThatIsLearnedWithNoiseHasADefectInProportion() {
    double small = largest(extract(pairs(3, NOISE), normal(9, 0, 2), "translate(3)^3"));
    double large = largest(extract(pairs(3, 10 * NOISE), normal(9, 0, 2), "translate(3)^3"));
    assertThat(small).isBetween(1e-5, 0.01);
    assertThat(large / small).isBetween(30.0, 300.0);
  }

  @Test
  void translationsOfOneBlockCountAndFieldsAlongThemAreInsensitive() {
    ExactModel difference =
        ExactModel.of(
            3,
            1,
            x -> new double[] {Math.sin(x[0] - x[1]) * Math.cos(x[2])},
            x -> {
              double c = Math.cos(x[0] - x[1]) * Math.cos(x[2]);
              return new double[] {c, -c, -Math.sin(x[0] - x[1]) * Math.sin(x[2])};
            });
    SymmetryReport translations = extract(difference, normal(3, 5, 3), "translate(3)");
    assertThat(translations.nullspace().dimension()).isEqualTo(1);
    assertThat(translations.nullspace().trivial()).isZero();
    SymmetryReport affine = extract(difference, normal(3, 5, 3), "aff(3)");
    assertThat(affine.nullspace().dimension()).isEqualTo(4);
    assertThat(affine.nullspace().trivial()).isEqualTo(3);
    double[] along = affine.measure().orElseThrow().insensitive().orElseThrow().directions()[0];
    assertThat(along[0]).isCloseTo(Math.sqrt(0.5), within(1e-6));
    assertThat(along[1]).isCloseTo(along[0], within(1e-6));
  }

  @Test
  void aNearlyLinearModelHasInsensitiveFieldsAndNoLearnedOnes() {
    ExactModel nearly =
        ExactModel.of(
            3,
            1,
            x -> new double[] {x[0] + 2 * x[1] - x[2] + 0.01 * Math.sin(3 * x[1] + x[2])},
            x -> {
              double c = 0.01 * Math.cos(3 * x[1] + x[2]);
              return new double[] {1, 2 + 3 * c, -1 + c};
            });
    SymmetryReport report = extract(nearly, normal(3, 1, 4), "gl(3)");
    assertThat(report.nullspace().dimension()).isEqualTo(6);
    assertThat(report.nullspace().trivial()).isEqualTo(6);
    assertThat(report.nullspace().interval().orElseThrow()).containsExactly(6, 6);
  }

  @Test
  void theLoudestOutputDoesNotDecideAlone() {
    ExactModel two =
        ExactModel.of(
            2,
            2,
            x -> new double[] {1000 * ExactModel.square(x, 0), Math.sin(2 * x[0]) + x[1]},
            x -> new double[] {2000 * x[0], 2000 * x[1], 2 * Math.cos(2 * x[0]), 1});
    SymmetryReport report = extract(two, normal(2, 0, 5), "gl(2)", "so(2)");
    assertThat(report.reference().orElseThrow().defect().orElseThrow().verdict())
        .isEqualTo(Verdict.BROKEN);
    assertThat(report.measure().orElseThrow().outputs())
        .extracting(OutputDefect::output)
        .containsExactly(0, 1);
    assertThat(report.measure().orElseThrow().outputs().get(0).defect()).isLessThan(1e-10);
    assertThat(report.measure().orElseThrow().outputs().get(1).defect()).isGreaterThan(0.3);
  }

  @Test
  void rescalingAnOutputMovesNothing() {
    double[] once = extract(outputs(1), normal(3, 1, 6), "gl(3)").spectrum().defect();
    double[] louder = extract(outputs(1e4), normal(3, 1, 6), "gl(3)").spectrum().defect();
    assertThat(louder).containsExactly(once, within(1e-6));
  }

  @Test
  void whatAFewSamplesDecideIsSaidToDifferAtATypicalOne() {
    // Gradients of a few far samples are radial and large; everywhere else the field matters.
    ExactModel tails =
        ExactModel.of(
            2,
            1,
            x -> new double[] {Math.pow(ExactModel.square(x, 0), 4) + 3 * Math.sin(2 * x[0])},
            x -> {
              double r = 8 * Math.pow(ExactModel.square(x, 0), 3);
              return new double[] {r * x[0] + 6 * Math.cos(2 * x[0]), r * x[1]};
            });
    Batch samples = normal(2, 0, 7);
    for (int n = 0; n < SAMPLES; n++) {
      double factor = n % 20 == 0 ? 5 : 0.5;
      samples.values()[2 * n] *= factor;
      samples.values()[2 * n + 1] *= factor;
    }
    SymmetryReport report = extract(tails, samples, "gl(2)");
    assertThat(report.nullspace().dimension()).isEqualTo(1);
    assertThat(report.measure().orElseThrow().typicalDefect().orElseThrow()).isGreaterThan(0.01);
    assertThat(report.warnings()).extracting(Warning::code).contains("typical-sample-differs");
  }

  @Test
  void anAlgebraThatHoldsIsNotCalledBrokenOnFewSamples() {
    for (int n = 24; n <= 60; n += 6) {
      for (int seed = 0; seed < 8; seed++) {
        Batch few = new Batch(n, 9, gaussian(n * 9, 100L * n + seed, 0));
        SymmetryReport report = extract(pairs(3, 0.03), few, "gl(3)^3", "so(3)^3");
        report
            .reference()
            .orElseThrow()
            .defect()
            .ifPresent(
                defect ->
                    assertThat(defect.verdict())
                        .as("%d samples: %s", few.rows(), defect)
                        .isNotEqualTo(Verdict.BROKEN));
      }
    }
  }

  @Test
  void anInputThatIsUsedIsNotInsensitiveOnFewSamples() {
    // Fewer gradients than inputs always leave a direction along which none of them points.
    ExactModel sine =
        ExactModel.of(
            12,
            1,
            x -> {
              double sum = 0;
              for (double value : x) {
                sum += Math.sin(value);
              }
              return new double[] {sum};
            },
            x -> {
              double[] slopes = new double[12];
              for (int i = 0; i < 12; i++) {
                slopes[i] = Math.cos(x[i]);
              }
              return slopes;
            });
    SymmetryReport report =
        extract(sine, new Batch(16, 12, gaussian(16 * 12, 9, 0)), "translate(12)");
    assertThat(report.nullspace().verdict()).isNotEqualTo(Verdict.INVARIANT);
  }

  /** Of the three translations, the one that is broken. */
  private static double largest(SymmetryReport report) {
    return report.spectrum().defect()[0];
  }

  /** Three outputs of unlike symmetry, the second of any size. */
  private static ExactModel outputs(double size) {
    return ExactModel.of(
        3,
        2,
        x -> new double[] {Math.sin(x[0]) * x[1], size * (x[0] * x[0] + x[1] * x[2])},
        x ->
            new double[] {
              Math.cos(x[0]) * x[1], Math.sin(x[0]), 0, size * 2 * x[0], size * x[2], size * x[1]
            });
  }

  /** Σ sin‖r_i − r_j‖, and the first coordinate's sine, times a number. */
  private static ExactModel pairs(int particles, double broken) {
    UnaryOperator<double[]> values =
        x -> {
          double sum = broken * Math.sin(x[0]);
          for (int i = 0; i < particles; i++) {
            for (int j = 0; j < i; j++) {
              sum += Math.sin(distance(x, i, j));
            }
          }
          return new double[] {sum};
        };
    return ExactModel.of(
        3 * particles,
        1,
        values,
        x -> {
          double[] slopes = new double[3 * particles];
          slopes[0] = broken * Math.cos(x[0]);
          for (int i = 0; i < particles; i++) {
            for (int j = 0; j < i; j++) {
              double r = distance(x, i, j);
              for (int a = 0; a < 3; a++) {
                double slope = Math.cos(r) * (x[3 * i + a] - x[3 * j + a]) / r;
                slopes[3 * i + a] += slope;
                slopes[3 * j + a] -= slope;
              }
            }
          }
          return slopes;
        });
  }

  private static double distance(double[] x, int i, int j) {
    double square = 0;
    for (int a = 0; a < 3; a++) {
      square += Math.pow(x[3 * i + a] - x[3 * j + a], 2);
    }
    return Math.sqrt(square);
  }

  private static Batch normal(int inputs, double mean, long seed) {
    return new Batch(SAMPLES, inputs, gaussian(SAMPLES * inputs, seed, mean));
  }

  private static double[] gaussian(int count, long seed, double mean) {
    Random random = new Random(seed);
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = mean + random.nextGaussian();
    }
    return values;
  }

  private static SymmetryReport extract(ExactModel model, Batch samples, String action) {
    return builder(model, samples, action).build().extract();
  }

  private static SymmetryReport extract(
      ExactModel model, Batch samples, String action, String expected) {
    GroupAction candidates = Actions.parse(action);
    return builder(model, samples, action)
        .reference(
            new ReferenceAlgebra(
                expected, Embeddings.coefficients(Actions.parse(expected), candidates)))
        .build()
        .extract();
  }

  private static SymmetryExtractorBuilder builder(ExactModel model, Batch samples, String action) {
    return SymmetryExtractor.builder()
        .model(model)
        .data(Datasets.of("samples", samples))
        .action(Actions.parse(action))
        .decomposition(new AutoProvider());
  }
}
