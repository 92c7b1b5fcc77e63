package org.liegg.api.spi;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Precision;

/** That every kind of wrong gradient is far above the tolerance. */
class GradientCheckWrongTest {
  private static final double WRONG = 1e-2;

  @Test
  void findsTheSumOfTheOutputs() {
    assertThat(error(j -> both(j, 1))).isGreaterThan(WRONG);
  }

  @Test
  void findsTheMeanOfTheOutputs() {
    assertThat(error(j -> both(j, 0.5))).isGreaterThan(WRONG);
  }

  @Test
  void findsSwappedOutputs() {
    assertThat(error(j -> new double[] {j[3], j[4], j[5], j[0], j[1], j[2]})).isGreaterThan(WRONG);
  }

  @Test
  void findsTransposedJacobians() {
    assertThat(error(j -> new double[] {j[0], j[3], j[1], j[4], j[2], j[5]})).isGreaterThan(WRONG);
  }

  @Test
  void findsFactors() {
    for (double factor : new double[] {2, 0.5, -1, 0, 1.02}) {
      assertThat(error(j -> scaled(j, factor))).as("factor %s", factor).isGreaterThan(WRONG);
    }
  }

  @Test
  void findsAnInputThatIsLeftOut() {
    for (int i = 0; i < 6; i++) {
      int left = i;
      assertThat(
              error(
                  j -> {
                    j[left] = 0;
                    return j;
                  }))
          .as("derivative %d left out", i)
          .isGreaterThan(WRONG);
    }
  }

  @Test
  void findsTheGradientOfAnotherSample() {
    Batch samples = GradientCheck.randomSamples(3);
    double[] first = Functions.smoothDerivative(samples.slice(0, 1).values());
    assertThat(error(j -> first)).isGreaterThan(WRONG);
  }

  @Test
  void findsTheWrongPlaceInASample() {
    FunctionModel model =
        new FunctionModel(
            FunctionModel.info(3, 2, 6, 1, Precision.DOUBLE),
            sample -> Functions.smooth(Arrays.copyOfRange(sample, 2, 5)),
            sample -> Functions.smoothDerivative(Arrays.copyOfRange(sample, 2, 5)));
    assertThat(GradientCheck.error(model, GradientCheck.randomSamples(6))).isGreaterThan(WRONG);
  }

  @Test
  void findsRectifiersThatPassEverything() {
    FunctionModel model =
        new FunctionModel(
            2,
            1,
            x -> new double[] {Math.max(0, x[0]) + Math.max(0, x[1])},
            x -> new double[] {1, 1});
    assertThat(GradientCheck.error(model, GradientCheck.randomSamples(2))).isGreaterThan(WRONG);
  }

  /** A small slope on a large value is not lost among the roundings of the value. */
  @Test
  void findsWrongGradientsOfSmallSlopes() {
    for (double slope : new double[] {1e-3, 1e-6, 1e-8}) {
      FunctionModel model =
          new FunctionModel(
              1, 1, x -> new double[] {1 + slope * x[0]}, x -> new double[] {2 * slope});
      assertThat(GradientCheck.error(model, GradientCheck.randomSamples(1)))
          .as("slope %s", slope)
          .isGreaterThan(WRONG);
    }
  }

  @Test
  void findsWhatIsNoNumber() {
    assertThat(error(j -> scaled(j, Double.NaN))).isInfinite();
    FunctionModel noOutputs =
        new FunctionModel(1, 1, x -> new double[] {Double.NaN}, x -> new double[] {1});
    assertThat(GradientCheck.error(noOutputs, GradientCheck.randomSamples(1))).isInfinite();
  }

  /** The error of the smooth function whose derivative at every sample is spoilt. */
  private static double error(UnaryOperator<double[]> mistake) {
    FunctionModel model =
        new FunctionModel(
            3, 2, Functions::smooth, x -> mistake.apply(Functions.smoothDerivative(x)));
    return GradientCheck.error(model, GradientCheck.randomSamples(3));
  }

  private static double[] both(double[] j, double factor) {
    double[] both = new double[6];
    for (int i = 0; i < 6; i++) {
      both[i] = factor * (j[i % 3] + j[i % 3 + 3]);
    }
    return both;
  }

  private static double[] scaled(double[] j, double factor) {
    return Arrays.stream(j).map(value -> factor * value).toArray();
  }
}
