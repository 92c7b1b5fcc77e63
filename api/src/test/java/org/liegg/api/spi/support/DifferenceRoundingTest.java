package org.liegg.api.spi.support;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.util.Random;
import java.util.function.DoubleUnaryOperator;
import java.util.function.ToDoubleFunction;
import java.util.function.UnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.spi.ModelGradient;

/** Differences of values that are large or rounded, by inputs far from 0. */
class DifferenceRoundingTest {
  private static final int SEEDS = 12;

  private static double smooth(double[] x) {
    return Math.sin(x[0]) + x[0] * x[1] + Math.exp(x[1] / 2);
  }

  private static double[] slopes(double a, double b) {
    return new double[] {Math.cos(a) + b, a + Math.exp(b / 2) / 2};
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 1e2, 1e3, 1e4, 1e5, 1e6, -1e4})
  void singlePrecisionBesideAnOffsetIsNoStep(double offset) {
    int opened = 0;
    for (int seed = 0; seed < SEEDS; seed++) {
      Batch samples = normal(5, seed);
      try (ModelGradient model = open(x -> (float) (offset + smooth(x)), 2, samples)) {
        opened++;
        double noise = model.info().gradientNoise();
        assertThat(error(model, samples, 0, 1)).as("seed %d", seed).isLessThan(3 * noise);
        // No less than the rounding of the values leaves at the widest step.
        assertThat(noise).isGreaterThan(Math.ulp((float) offset) / 20);
      } catch (ModelException e) {
        assertThat(e).hasMessageStartingWith("LIEGG-MODEL-NOISE").hasMessageContaining("offset");
      }
    }
    assertThat(opened).isGreaterThan(Math.abs(offset) <= 1e4 ? SEEDS - 1 : -1);
  }

  @Test
  void tenMillionsHideChangesOfOne() {
    for (int seed = 0; seed < SEEDS; seed++) {
      Batch samples = normal(5, seed);
      for (double offset : new double[] {1e7, 3e7}) {
        if (areAlike(samples, offset)) {
          continue;
        }
        assertThatExceptionOfType(ModelException.class)
            .isThrownBy(() -> open(x -> (float) (offset + smooth(x)), 2, samples))
            .withMessageStartingWith("LIEGG-MODEL-NOISE")
            .withMessageContaining("single precision tells them apart by")
            .withMessageContaining("without their offset");
      }
    }
  }

  /** Values that are all the same are those of a constant. */
  private static boolean areAlike(Batch samples, double offset) {
    double[] x = samples.values();
    return IntStream.range(0, 5)
            .mapToObj(n -> (float) (offset + smooth(new double[] {x[2 * n], x[2 * n + 1]})))
            .distinct()
            .count()
        == 1;
  }

  @Test
  void inDoublePrecisionOffsetsCostDigits() {
    Batch samples = normal(5, 1);
    try (ModelGradient model = open(x -> 1e6 + smooth(x), 2, samples)) {
      assertThat(model.info().gradientNoise()).isBetween(1e-9, 1e-5);
      assertThat(error(model, samples, 0, 1)).isLessThan(3 * model.info().gradientNoise());
    }
  }

  @Test
  void singlePrecisionInFewDecimals() {
    Batch samples = normal(5, 1);
    ToDoubleFunction<double[]> printed =
        x -> Double.parseDouble(Float.toString((float) (1e4 + smooth(x))));
    try (ModelGradient model = open(printed, 2, samples)) {
      assertThat(model.info().gradientNoise()).isBetween(1e-4, 0.1);
      assertThat(error(model, samples, 0, 1)).isLessThan(3 * model.info().gradientNoise());
    }
  }

  @ParameterizedTest
  @CsvSource({"0,1", "100,1", "10000,1", "1000000,10", "1000000,1000", "0,0.01", "100,0.01"})
  void treesAreStepsWhateverTheirOffset(double offset, double size) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Batch samples = normal(5, seed);
      ToDoubleFunction<double[]> tree =
          x -> {
            double y = 0;
            for (int split = -8; split <= 8; split++) {
              y += (x[0] > split / 4.0 ? 1 : 0) + (x[1] > split / 4.0 + 0.1 ? 2 : 0);
            }
            return (float) (offset + size * y);
          };
      assertSteps(tree, samples, seed);
    }
  }

  @ParameterizedTest
  @ValueSource(doubles = {0, 10})
  void twoDigitsAreSteps(double offset) {
    for (int seed = 0; seed < SEEDS; seed++) {
      Batch samples = normal(5, seed);
      assertSteps(x -> offset + Math.rint(100 * smooth(x)) / 100, samples, seed);
    }
  }

  private static void assertSteps(ToDoubleFunction<double[]> f, Batch samples, int seed) {
    assertThatExceptionOfType(ModelException.class)
        .as("seed %d", seed)
        .isThrownBy(() -> open(f, 2, samples))
        .withMessageStartingWith("LIEGG-MODEL-STEPS");
  }

  @ParameterizedTest
  @CsvSource({"1e5,1,false", "1e5,1,true", "1.7e9,10,false", "1e3,1e-3,false", "-1e5,1,true"})
  void columnsFarFromZeroAreMovedByTheirSpread(double mean, double spread, boolean single) {
    for (int seed = 0; seed < SEEDS; seed++) {
      double[] values = normal(5, seed).values().clone();
      for (int n = 0; n < 5; n++) {
        values[2 * n] = mean + spread * values[2 * n];
      }
      Batch samples = new Batch(5, 2, values);
      ToDoubleFunction<double[]> centred =
          x -> {
            double y = smooth(new double[] {(x[0] - mean) / spread, x[1]});
            return single ? (float) y : y;
          };
      try (ModelGradient model = open(centred, 2, samples)) {
        double noise = model.info().gradientNoise();
        assertThat(error(model, samples, mean, spread)).as("seed %d", seed).isLessThan(3 * noise);
        assertThat(noise).isLessThan(single ? 1e-3 : 1e-6);
      }
    }
  }

  /** The model takes its inputs in single precision itself. */
  @Test
  void inputsThatAreRoundedAreMovedFarEnough() {
    for (int seed = 0; seed < SEEDS; seed++) {
      double[] values = normal(5, seed).values().clone();
      for (int n = 0; n < 5; n++) {
        values[2 * n] = 1e4 + values[2 * n];
      }
      Batch samples = new Batch(5, 2, values);
      ToDoubleFunction<double[]> rounded =
          x -> (float) smooth(new double[] {(float) x[0] - 1e4, (float) x[1]});
      try (ModelGradient model = open(rounded, 2, samples)) {
        double noise = model.info().gradientNoise();
        assertThat(noise).isBetween(1e-4, 0.1);
        assertThat(error(model, samples, 1e4, 1)).as("seed %d", seed).isLessThan(4 * noise);
      }
    }
  }

  /** A constant column says no scale; the others are differentiated at their own. */
  @ParameterizedTest
  @ValueSource(doubles = {0, 1, 1e5})
  void constantColumnsDoNotSpoilTheOthers(double constant) {
    double[] values = new double[15];
    Batch pairs = normal(5, 3);
    for (int n = 0; n < 5; n++) {
      values[3 * n] = pairs.values()[2 * n];
      values[3 * n + 1] = pairs.values()[2 * n + 1];
      values[3 * n + 2] = constant;
    }
    Batch samples = new Batch(5, 3, values);
    DoubleUnaryOperator third = x -> Math.cos(x - constant + 1);
    try (ModelGradient model = open(x -> smooth(x) + third.applyAsDouble(x[2]), 3, samples)) {
      double[] found = model.jacobians(samples).values();
      for (int n = 0; n < 5; n++) {
        double[] exact = slopes(values[3 * n], values[3 * n + 1]);
        assertThat(Math.abs(found[3 * n] - exact[0])).isLessThan(1e-7);
        assertThat(Math.abs(found[3 * n + 1] - exact[1])).isLessThan(1e-7);
        assertThat(Math.abs(found[3 * n + 2] + Math.sin(1))).isLessThan(1e-5);
      }
    }
  }

  /** Far steps may leave where the function is defined. */
  @Test
  void stepsOutOfTheDomainAreLeftOut() {
    Batch samples = new Batch(2, 1, new double[] {1, 0.01});
    try (ModelGradient model = open(x -> Math.log(x[0]), 1, samples)) {
      double[] found = model.jacobians(samples).values();
      assertThat(Math.abs(found[1] / 100 - 1)).isLessThan(1e-4);
    }
  }

  /** The largest error of a derivative in units of the spread, as a share of the typical one. */
  private static double error(ModelGradient model, Batch samples, double mean, double spread) {
    double[] found = model.jacobians(samples).values();
    double error = 0;
    double size = 0;
    for (int n = 0; n < samples.rows(); n++) {
      double a = (samples.values()[2 * n] - mean) / spread;
      double[] exact = slopes(a, samples.values()[2 * n + 1]);
      double[] off = {spread * found[2 * n] - exact[0], found[2 * n + 1] - exact[1]};
      error += off[0] * off[0] + off[1] * off[1];
      size += exact[0] * exact[0] + exact[1] * exact[1];
    }
    return Math.sqrt(error / size);
  }

  private static Batch normal(int rows, long seed) {
    Random random = new Random(seed);
    double[] values = new double[2 * rows];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new Batch(rows, 2, values);
  }

  private static ModelGradient open(ToDoubleFunction<double[]> f, int inputs, Batch probe) {
    UnaryOperator<double[]> function = x -> new double[] {f.applyAsDouble(x)};
    return ValueEngine.open(function, inputs, 1, probe);
  }
}
