package org.liegg.core.estimate;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.groups.Actions;

class SampleFitTest {
  private static final double TOLERANCE = 0.01;
  private final SplittableRandom random = new SplittableRandom(5);

  private Batch normal(int samples, int inputs) {
    double[] values = new double[samples * inputs];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new Batch(samples, inputs, values);
  }

  private Batch cube(int samples, int inputs) {
    return new Batch(samples, inputs, random.doubles(samples * (long) inputs, -1, 1).toArray());
  }

  @Test
  void gradientsAreThoseOfTheFunction() {
    Batch x = cube(600, 2);
    Batch y = new Batch(600, 1, normal(600, 1).values());
    for (SampleFit fit : new SampleFit[] {SampleFit.density(x, 1), SampleFit.levelSets(x, y, 1)}) {
      double[] jacobian = new double[2];
      fit.whole().at(new double[] {0.3, -0.2}, new double[1], jacobian);
      for (int i = 0; i < 2; i++) {
        double h = 1e-5;
        double difference = value(fit, i, h) - value(fit, i, -h);
        assertThat(jacobian[i]).isCloseTo(difference / (2 * h), within(1e-6));
      }
    }
  }

  private static double value(SampleFit fit, int input, double off) {
    double[] x = {0.3, -0.2};
    x[input] += off;
    double[] value = new double[1];
    fit.whole().at(x, value, new double[2]);
    return value[0];
  }

  @Test
  void parabolasAreFittedExactly() {
    Batch x = cube(1000, 2);
    double[] y = new double[1000];
    for (int n = 0; n < y.length; n++) {
      y[n] = Math.pow(x.get(n, 0) - 1, 2) + 4 * Math.pow(x.get(n, 1), 2);
    }
    SampleFit fit = SampleFit.levelSets(x, new Batch(1000, 1, y), 1);
    double[] jacobian = new double[2];
    fit.whole().at(new double[] {0.5, 0.25}, new double[1], jacobian);
    assertThat(jacobian).containsExactly(new double[] {-1, 2}, within(1e-6));
    assertThat(fit.gradientNoise()).isLessThan(1e-4);
    assertThat(fit.queries().rows()).isBetween(500, 506);
  }

  @Test
  void aNormalDensityTurnsAndDoesNothingElse() {
    FitEvidence evidence = FitEvidence.of(SampleFit.density(normal(12_000, 2), 1), Actions.gl(2));
    double half = Math.sqrt(0.5);
    assertThat(evidence.holdsFiner(new double[] {0, half, -half, 0}, 2 * TOLERANCE)).isTrue();
    assertThat(evidence.holdsFiner(new double[] {half, 0, 0, -half}, 2 * TOLERANCE)).isFalse();
    assertThat(evidence.possible(TOLERANCE)).isEqualTo(1);
  }

  @Test
  void aSquareHasNoContinuousSymmetry() {
    FitEvidence evidence = FitEvidence.of(SampleFit.density(cube(16_000, 2), 1), Actions.gl(2));
    assertThat(evidence.possible(TOLERANCE)).isZero();
  }

  @Test
  void fewSamplesInManyDimensionsAreNotTrusted() {
    FitEvidence evidence = FitEvidence.of(SampleFit.density(cube(300, 6), 1), Actions.so(6));
    for (int field = 0; field < 15; field++) {
      double[] direction = new double[15];
      direction[field] = 1;
      assertThat(evidence.holdsFiner(direction, 2 * TOLERANCE)).isFalse();
    }
  }
}
