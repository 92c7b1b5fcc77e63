package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Precision;
import org.liegg.api.Warning;
import org.liegg.api.report.Orbit;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.data.Datasets;
import org.liegg.tck.fixtures.ExactModel;

class FiniteChecksTest {

  @Test
  void anExactInvarianceHoldsAlongTheWholeCircle() {
    SymmetryReport report = extractor(ExactModel.sphere(2), "gl(2)", random(500, 2)).extract();

    assertThat(report.provenance().seconds()).containsKey("finite");
    assertThat(report.finiteCheck()).hasSize(6);
    assertThat(report.finiteCheck())
        .allSatisfy(check -> assertThat(check.measured()).isLessThan(1e-14));
    assertThat(codes(report)).doesNotContain("finite-mismatch", "finite-check-incomplete");
    assertThat(report.breakingSamples()).isEmpty();
    Orbit orbit = report.orbits().get(0);
    assertThat(orbit.t()[12] - orbit.t()[0]).isCloseTo(Math.PI * Math.sqrt(8), within(1e-6));
    assertThat(orbit.t()[6]).isZero();
    assertThat(orbit.inputs()[12]).containsExactly(orbit.inputs()[0], within(1e-6));
    assertThat(List.of(orbit.outputs()))
        .allSatisfy(f -> assertThat(f[0]).isCloseTo(orbit.outputs()[6][0], within(1e-6)));
  }

  @Test
  void theFirstCoordinateTurnsByItsClosedForm() {
    // (x, y) and (x, −y) are both there, so that E xy = 0.
    Batch half = random(200, 2);
    double[] values = new double[800];
    System.arraycopy(half.values(), 0, values, 0, 400);
    double xx = 0;
    double yy = 0;
    for (int n = 0; n < 200; n++) {
      values[400 + 2 * n] = half.get(n, 0);
      values[400 + 2 * n + 1] = -half.get(n, 1);
      xx += half.get(n, 0) * half.get(n, 0) / 200;
      yy += half.get(n, 1) * half.get(n, 1) / 200;
    }
    ExactModel first = ExactModel.of(2, 1, x -> new double[] {x[0]}, x -> new double[] {1, 0});

    SymmetryReport report =
        described(first, "so(2)", new Batch(400, 2, values))
            .with(s -> s.withTolerance(10))
            .build()
            .extract();

    double ofX = xx;
    double ofY = yy;
    assertThat(report.finiteCheck()).hasSize(6);
    assertThat(report.finiteCheck())
        .allSatisfy(
            check -> {
              double angle = check.t() / Math.sqrt(2);
              double expected =
                  Math.pow(Math.cos(angle) - 1, 2) * ofX + Math.pow(Math.sin(angle), 2) * ofY;
              assertThat(check.measured()).isCloseTo(expected, within(1e-12));
              assertThat(check.predicted()).isCloseTo(angle * angle * ofY, within(1e-12));
            });
    assertThat(codes(report)).doesNotContain("finite-mismatch");
  }

  @Test
  void namesTheSamplesThatBreakMost() {
    Batch samples = random(100, 2);
    samples.values()[2 * 17 + 1] = 100;
    ExactModel first = ExactModel.of(2, 1, x -> new double[] {x[0]}, x -> new double[] {1, 0});

    SymmetryReport report =
        described(first, "so(2)", samples).with(s -> s.withTolerance(10)).build().extract();

    assertThat(report.breakingSamples()).hasSize(5);
    assertThat(report.breakingSamples().get(0).sample()).isEqualTo(17);
    assertThat(report.breakingSamples().get(0).share()).isBetween(0.9, 1.0);
    assertThat(report.breakingSamples().get(0).change())
        .isGreaterThan(report.breakingSamples().get(1).change());
  }

  @Test
  void namesTheirPlacesInTheDataWhereOnlySomeAreDrawn() {
    Batch samples = random(300, 2);
    ExactModel first = ExactModel.of(2, 1, x -> new double[] {x[0]}, x -> new double[] {1, 0});

    SymmetryReport report =
        described(first, "so(2)", samples)
            .with(s -> s.withTolerance(10).withFiniteSamples(40))
            .build()
            .extract();

    double sign = Math.signum(report.generators().get(0).matrix().orElseThrow()[0][1]);
    double angle = sign * Math.sqrt(0.5);
    assertThat(report.breakingSamples())
        .hasSize(5)
        .allSatisfy(
            broken -> {
              double x = samples.get((int) broken.sample(), 0);
              double y = samples.get((int) broken.sample(), 1);
              double change = (Math.cos(angle) - 1) * x + Math.sin(angle) * y;
              assertThat(broken.change()).isCloseTo(change * change, within(1e-12));
            });
  }

  @Test
  void movesTheOutputOfAnEquivarianceBack() {
    ExactModel cubic =
        ExactModel.of(
            2,
            2,
            x -> new double[] {x[0] * ExactModel.square(x, 0), x[1] * ExactModel.square(x, 0)},
            x ->
                new double[] {
                  3 * x[0] * x[0] + x[1] * x[1],
                  2 * x[0] * x[1],
                  2 * x[0] * x[1],
                  x[0] * x[0] + 3 * x[1] * x[1]
                });

    SymmetryReport report = extractor(cubic, "gl(2) -> same", random(300, 2)).extract();

    assertThat(report.nullspace().dimension()).isEqualTo(1);
    assertThat(report.finiteCheck()).hasSize(6);
    assertThat(report.finiteCheck())
        .allSatisfy(check -> assertThat(check.measured()).isLessThan(1e-12));
  }

  @Test
  void seesThatASymmetryHoldsOnTheLineOfTheDataOnly() {
    Batch line = random(300, 2);
    for (int n = 0; n < 300; n++) {
      line.values()[2 * n + 1] = 0;
    }
    ExactModel parabola =
        ExactModel.of(
            2, 1, x -> new double[] {x[0] + x[1] * x[1]}, x -> new double[] {1, 2 * x[1]});

    SymmetryReport report = extractor(parabola, "gl(2)", line).extract();

    assertThat(codes(report)).contains("finite-mismatch");
  }

  @Test
  void otherInputsOfTheModelStayAsTheyAre() {
    ExactModel conditioned =
        new ExactModel(
            3,
            1,
            2,
            1,
            Precision.DOUBLE,
            x -> {
              assertThat(x[0]).isEqualTo(7);
              return new double[] {x[0] + ExactModel.square(x, 1) / 2};
            },
            x -> new double[] {x[1], x[2]});
    Batch samples = random(200, 3);
    for (int n = 0; n < 200; n++) {
      samples.values()[3 * n] = 7;
    }

    SymmetryReport report = extractor(conditioned, "gl(2)", samples).extract();

    assertThat(report.finiteCheck()).hasSize(6);
    assertThat(report.finiteCheck())
        .allSatisfy(check -> assertThat(check.measured()).isLessThan(1e-12));
    assertThat(report.orbits().get(0).shape()).containsExactly(2);
  }

  @Test
  void theNearestElementOfTheReferenceIsTriedBeside() {
    // What moves along an ellipse is no rotation; the nearest rotation leaves the ellipse.
    ExactModel ellipse =
        ExactModel.of(
            2,
            1,
            x -> new double[] {(x[0] * x[0] + 1.01 * x[1] * x[1]) / 2},
            x -> new double[] {x[0], 1.01 * x[1]});

    SymmetryReport report =
        described(ellipse, "gl(2)", random(500, 2)).reference("so(2)").build().extract();

    assertThat(report.finiteCheck())
        .allSatisfy(
            check -> {
              assertThat(check.measured()).isLessThan(1e-12);
              assertThat(check.exact().orElseThrow()).isGreaterThan(1e-10);
            });
  }

  @Test
  void noSamplesForItMeanNoCheck() {
    SymmetryReport report =
        described(ExactModel.sphere(2), "gl(2)", random(100, 2))
            .with(s -> s.withFiniteSamples(0))
            .build()
            .extract();

    assertThat(report.finiteCheck()).isEmpty();
    assertThat(report.orbits()).isEmpty();
  }

  static List<String> codes(SymmetryReport report) {
    return report.warnings().stream().map(Warning::code).toList();
  }

  static SymmetryExtractor extractor(ModelGradient model, String action, Batch samples) {
    return described(model, action, samples).build();
  }

  static SymmetryExtractorBuilder described(ModelGradient model, String action, Batch samples) {
    return SymmetryExtractor.builder()
        .model(model)
        .data(Datasets.of("random", samples))
        .action(action)
        .decomposition(
            ProviderRegistry.load(
                    ProviderKind.DECOMPOSITION, FiniteChecksTest.class.getClassLoader())
                .require("ejml-svd"))
        .with(s -> s.withThreads(1));
  }

  static Batch random(int samples, int columns) {
    Random random = new Random(11);
    double[] values = new double[samples * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new Batch(samples, columns, values);
  }
}
