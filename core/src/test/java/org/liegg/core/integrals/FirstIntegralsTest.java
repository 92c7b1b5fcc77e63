package org.liegg.core.integrals;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.api.ModelException;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.core.ExactCases;
import org.liegg.core.ProgressListener;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.data.Datasets;
import org.liegg.tck.fixtures.ExactModel;

class FirstIntegralsTest {
  private static final List<String> PLANE = List.of("x", "y", "u", "v");

  private static final CandidateFunctions.Others INVERSE_RADIUS =
      new CandidateFunctions.Others(
          List.of("1/r", "x/r", "y/r"),
          (x, values, jacobian) -> {
            double r = Math.hypot(x[0], x[1]);
            double cube = r * r * r;
            values[0] = 1 / r;
            values[1] = x[0] / r;
            values[2] = x[1] / r;
            jacobian[0] = -x[0] / cube;
            jacobian[1] = -x[1] / cube;
            jacobian[4] = 1 / r - x[0] * x[0] / cube;
            jacobian[5] = -x[0] * x[1] / cube;
            jacobian[8] = -x[0] * x[1] / cube;
            jacobian[9] = 1 / r - x[1] * x[1] / cube;
          });

  private static double[] kepler(double[] x) {
    double cube = Math.pow(Math.hypot(x[0], x[1]), 3);
    return new double[] {x[2], x[3], -x[0] / cube, -x[1] / cube};
  }

  private static FoundIntegrals find(
      int inputs,
      UnaryOperator<double[]> velocity,
      Dataset data,
      int degree,
      CandidateFunctions.Others others) {
    return new FirstIntegrals(
            ExactModel.of(inputs, inputs, velocity, x -> new double[inputs * inputs]),
            data,
            ExtractionSettings.defaults().withThreads(1))
        .find(
            degree,
            others,
            inputs == 4 ? PLANE : List.of("x", "y", "z").subList(0, inputs),
            ProviderRegistry.load(ProviderKind.DECOMPOSITION, ExactCases.class.getClassLoader())
                .require("auto"),
            ProgressListener.silent());
  }

  private static FoundIntegrals find(
      int inputs, UnaryOperator<double[]> velocity, int degree, CandidateFunctions.Others others) {
    return find(inputs, velocity, ExactCases.normal(2000, inputs), degree, others);
  }

  /** Positions outside of a core, where 1/r³ is no wild number. */
  private static Dataset outside() {
    Random random = new Random(3);
    double[] values = new double[8000];
    for (int n = 0; n < 2000; n++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double radius = 0.7 + random.nextDouble();
      values[4 * n] = radius * Math.cos(angle);
      values[4 * n + 1] = radius * Math.sin(angle);
      values[4 * n + 2] = random.nextGaussian();
      values[4 * n + 3] = random.nextGaussian();
    }
    return Datasets.of("outside", new Batch(2000, 4, values));
  }

  /** Energy, angular momentum and the vector of Laplace, Runge and Lenz. */
  @Test
  void keplerKeepsFourQuantitiesOfWhichThreeAreIndependent() {
    FoundIntegrals found = find(4, FirstIntegralsTest::kepler, outside(), 3, INVERSE_RADIUS);

    assertThat(found.verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(found.integrals())
        .extracting(Integral::text)
        .containsExactlyInAnyOrder(
            "0.5 u² + 0.5 v² − 1/r", "x v − y u", "x v² − y u v − x/r", "x u v − y u² + y/r");
    assertThat(found.independent()).isEqualTo(3);
    assertThat(found.integrals()).allMatch(one -> one.defect() < 1e-12);
  }

  @Test
  void lorenzKeepsNoPolynomial() {
    Random random = new Random(4);
    double[] states = new double[6000];
    for (int n = 0; n < 2000; n++) {
      states[3 * n] = 8 * random.nextGaussian();
      states[3 * n + 1] = 9 * random.nextGaussian();
      states[3 * n + 2] = 23 + 8 * random.nextGaussian();
    }

    FoundIntegrals found =
        find(
            3,
            x ->
                new double[] {
                  10 * (x[1] - x[0]), x[0] * (28 - x[2]) - x[1], x[0] * x[1] - 8 * x[2] / 3
                },
            Datasets.of("states", new Batch(2000, 3, states)),
            3,
            CandidateFunctions.Others.none());

    assertThat(found.integrals()).isEmpty();
    assertThat(found.verdict()).isEqualTo(Verdict.BROKEN);
  }

  /** Euler's top: energy and the square of the angular momentum. */
  @Test
  void aTopKeepsTwo() {
    FoundIntegrals found =
        find(
            3,
            x -> new double[] {-x[1] * x[2] / 3, x[0] * x[2], -x[0] * x[1] / 2},
            2,
            CandidateFunctions.Others.none());

    assertThat(found.integrals()).hasSize(2);
    assertThat(found.independent()).isEqualTo(2);
    double[] from = {0.3, -0.4, 0.5};
    for (Integral integral : found.integrals()) {
      double[] gradient = new double[3];
      for (int i = 0; i < 3; i++) {
        double[] ahead = from.clone();
        ahead[i] += 1e-6;
        gradient[i] = (value(found, integral, ahead) - value(found, integral, from)) / 1e-6;
      }
      double change =
          -from[1] * from[2] / 3 * gradient[0]
              + from[0] * from[2] * gradient[1]
              - from[0] * from[1] / 2 * gradient[2];
      assertThat(change).isCloseTo(0, within(1e-5));
    }
  }

  private static double value(FoundIntegrals found, Integral integral, double[] x) {
    return found.functions().values(integral.coefficients(), new Batch(1, x.length, x))[0];
  }

  /** A parameter among the inputs does not move, which is no accident. */
  @Test
  void whatDoesNotMoveIsConserved() {
    FoundIntegrals found =
        find(
            3,
            x -> new double[] {x[1], -x[2] * x[2] * x[0], 0},
            2,
            CandidateFunctions.Others.none());

    assertThat(found.integrals()).extracting(Integral::text).contains("z", "z²");
    assertThat(found.independent()).isEqualTo(1);
  }

  /** On one orbit a polynomial vanishes that is conserved nowhere else. */
  @Test
  void oneOrbitSaysNothing() {
    double[] states = new double[8000];
    for (int n = 0; n < 2000; n++) {
      double t = 2 * Math.PI * n / 2000;
      states[4 * n] = Math.cos(t);
      states[4 * n + 1] = Math.sin(t);
      states[4 * n + 2] = -Math.sin(t);
      states[4 * n + 3] = Math.cos(t);
    }

    FoundIntegrals found =
        find(
            4,
            FirstIntegralsTest::kepler,
            Datasets.of("orbit", new Batch(2000, 4, states)),
            2,
            INVERSE_RADIUS);

    assertThat(found.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(found.integrals()).isEmpty();
    assertThat(found.objection().orElseThrow()).contains("lie on a curve");
  }

  @Test
  void fewStatesSayNothing() {
    FoundIntegrals found =
        find(
            4,
            FirstIntegralsTest::kepler,
            ExactCases.normal(12, 4),
            3,
            CandidateFunctions.Others.none());

    assertThat(found.verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
  }

  @Test
  void aModelThatIsNoVelocityIsRefused() {
    assertThatThrownBy(
            () ->
                new FirstIntegrals(
                    ExactModel.of(3, 1, x -> new double[1], x -> new double[3]),
                    ExactCases.normal(10, 3),
                    ExtractionSettings.defaults()))
        .isInstanceOf(ModelException.class)
        .hasMessageContaining("1 outputs and 3 inputs");
  }
}
