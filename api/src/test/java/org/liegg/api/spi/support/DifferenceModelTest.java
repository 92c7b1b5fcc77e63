package org.liegg.api.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.List;
import java.util.Optional;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;
import org.liegg.api.Warning;
import org.liegg.api.WarningCode;
import org.liegg.api.spi.ModelGradient;

class DifferenceModelTest {

  /** sin(x₀) e^{x₁} and x₁², on inputs of very different sizes. */
  private static double[] smooth(double[] x) {
    return new double[] {Math.sin(x[0] / 1000) * Math.exp(x[1]), x[1] * x[1]};
  }

  private static double[] inFloat(double[] x) {
    double[] exact = smooth(x);
    return new double[] {(float) exact[0], (float) exact[1]};
  }

  @Test
  void smoothFunctionsInDoublePrecisionAreRightToTenDigits() {
    try (ModelGradient model = ValueEngine.open(DifferenceModelTest::smooth, 2, 2, scaled())) {
      assertThat(model.info().gradientNoise()).isBetween(1e-14, 1e-8);
      assertThat(error(model)).isLessThan(1e-8);
      assertThat(model.warnings())
          .singleElement()
          .satisfies(
              warning -> {
                assertThat(warning.code()).isEqualTo(WarningCode.FINITE_DIFFERENCES.label());
                assertThat(warning.message()).contains("4 values a sample");
              });
    }
  }

  @Test
  void theNoiseOfSinglePrecisionIsSeenAndBoundsTheError() {
    try (ModelGradient model = ValueEngine.open(DifferenceModelTest::inFloat, 2, 2, scaled())) {
      assertThat(model.info().gradientNoise()).isBetween(1e-7, 1e-3);
      assertThat(error(model)).isLessThan(10 * model.info().gradientNoise());
    }
  }

  @Test
  void whatTheModelWarnsOfIsKept() {
    Warning own = new Warning(WarningCode.NORMALIZER_IGNORED, "a normalizer was left out");
    ModelInfo info =
        new ModelInfo(
            new ModelInfo.Origin("a model", "0".repeat(64), "values", "1"),
            1,
            new ModelInfo.Taken(1, "output", "output"),
            Precision.DOUBLE);
    GradientKernel square =
        new SquareKernel() {
          @Override
          public void jacobians(double[] x, int samples, double[] responses, double[] jacobians) {
            throw new IllegalStateException("Nobody asks for them");
          }
        };
    DifferenceModel model =
        new DifferenceModel(
            precision -> new KernelGradient(info, List.of(own), square), Optional.empty());
    try (ModelGradient session = model.session(Precision.DOUBLE);
        ModelGradient fork = session.fork()) {
      assertThat(session.warnings()).hasSize(2).contains(own);
      assertThat(fork.warnings()).isEqualTo(session.warnings());
    }
  }

  @Test
  void forksGiveTheSame() {
    try (ModelGradient model = ValueEngine.open(DifferenceModelTest::smooth, 2, 2, scaled());
        ModelGradient fork = model.fork()) {
      assertThat(fork.jacobians(scaled()).values()).isEqualTo(model.jacobians(scaled()).values());
      assertThat(fork.info()).isEqualTo(model.info());
    }
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 100, 784})
  void linearFunctionsOfManyInputsAreRight(int inputs) {
    UnaryOperator<double[]> sum =
        x -> {
          double total = 0;
          for (int i = 0; i < x.length; i++) {
            total += (i + 1) * x[i];
          }
          return new double[] {total};
        };
    try (ModelGradient model = ValueEngine.open(sum, inputs, 1, normal(3, inputs, 1))) {
      double[] gradient = model.jacobians(normal(1, inputs, 2)).values();
      for (int i = 0; i < inputs; i++) {
        assertThat(gradient[i])
            .isCloseTo(i + 1, org.assertj.core.api.Assertions.within(1e-6 * inputs));
      }
    }
  }

  @Test
  void treesAreRefused() {
    UnaryOperator<double[]> tree =
        x -> new double[] {(x[0] > 0.1 ? 1 : 0) + (x[1] > -0.3 ? 2 : 0) + (x[0] > 1 ? 4 : 0)};
    assertRefused(tree, "LIEGG-MODEL-STEPS", "jump");
    assertRefused(
        x -> new double[] {Math.rint(100 * Math.sin(x[0] + x[1])) / 100}, "LIEGG-MODEL-STEPS", "");
  }

  @Test
  void whatIsRandomIsRefused() {
    Random random = new Random(5);
    assertRefused(x -> new double[] {x[0] + random.nextGaussian()}, "LIEGG-MODEL-NOISE", "noise");
  }

  @Test
  void aConstantHasNoSlope() {
    try (ModelGradient model = ValueEngine.open(x -> new double[] {3}, 2, 1, normal(5, 2, 1))) {
      assertThat(model.jacobians(normal(1, 2, 2)).values()).containsOnly(0);
    }
  }

  @Test
  void aFunctionOfAnotherSizeSaysSo() {
    assertRefused(x -> new double[] {1, 2, 3}, "LIEGG-MODEL-FAILS", "3 values");
  }

  private static void assertRefused(UnaryOperator<double[]> function, String code, String named) {
    assertThatExceptionOfType(ModelException.class)
        .isThrownBy(() -> ValueEngine.open(function, 2, 1, normal(5, 2, 1)))
        .withMessageStartingWith(code)
        .withMessageContaining(named);
  }

  /** The largest error, as a share of the largest derivative of each output. */
  private static double error(ModelGradient model) {
    Batch samples = scaled();
    double[] found = model.jacobians(samples).values();
    double[] error = new double[2];
    double[] size = new double[2];
    for (int n = 0; n < samples.rows(); n++) {
      double a = samples.values()[2 * n] / 1000;
      double b = samples.values()[2 * n + 1];
      double[] exact = {Math.cos(a) * Math.exp(b), Math.sin(a) * Math.exp(b), 0, 2 * b};
      for (int i = 0; i < 4; i++) {
        double unit = i % 2 == 0 ? 1000 : 1;
        double value = unit * found[4 * n + i];
        error[i / 2] = Math.max(error[i / 2], Math.abs(value - exact[i]));
        size[i / 2] = Math.max(size[i / 2], Math.abs(exact[i]));
      }
    }
    return Math.max(error[0] / size[0], error[1] / size[1]);
  }

  private static Batch scaled() {
    Batch normal = normal(5, 2, 3);
    double[] values = normal.values().clone();
    for (int i = 0; i < values.length; i += 2) {
      values[i] *= 1000;
    }
    return new Batch(5, 2, values);
  }

  private static Batch normal(int rows, int columns, long seed) {
    Random random = new Random(seed);
    return new Batch(
        rows,
        columns,
        random.doubles(0, 1).limit((long) rows * columns).map(u -> 2 * u - 1).toArray());
  }
}
