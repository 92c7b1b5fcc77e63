package org.liegg.api.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.api.Head;
import org.liegg.api.Precision;

/** What right gradients give; what wrong ones do is in {@link GradientCheckWrongTest}. */
class GradientCheckTest {
  private static final FunctionModel SMOOTH =
      new FunctionModel(3, 2, Functions::smooth, Functions::smoothDerivative);

  @Test
  void rightGradientsOfSmoothFunctionsAreFarBelowTheTolerance() {
    assertThat(GradientCheck.error(SMOOTH, GradientCheck.randomSamples(3))).isLessThan(1e-8);
  }

  @Test
  void rightGradientsAreRightAtLargeAndAtSmallSamples() {
    for (double factor : new double[] {1e3, 1e-3, 1e-9}) {
      assertThat(GradientCheck.error(SMOOTH, Functions.samples(5, 3, factor)))
          .as("samples of about %s", factor)
          .isLessThan(1e-6);
    }
  }

  @Test
  void rightGradientsOfRectifiedNetworksAreFarBelowTheTolerance() {
    for (int units : new int[] {10, 300, 20_000}) {
      FunctionModel model = Functions.rectified(8, units, units);
      assertThat(GradientCheck.error(model, GradientCheck.randomSamples(8)))
          .as("%d rectifiers", units)
          .isLessThan(1e-6);
    }
  }

  /** As in the background of an image: every rectifier is at its kink. */
  @Test
  void samplesOnAKinkDoNotFail() {
    FunctionModel model = Functions.rectified(8, 50, 1);
    assertThat(GradientCheck.error(model, new Batch(3, 8, new double[24]))).isLessThan(1e-6);
  }

  /** As where a maximum is taken over a window of equal values. */
  @Test
  void samplesOnATieDoNotFail() {
    FunctionModel model =
        new FunctionModel(
            2,
            1,
            x -> new double[] {Math.max(x[0], x[1])},
            x -> x[0] >= x[1] ? new double[] {1, 0} : new double[] {0, 1});
    assertThat(GradientCheck.error(model, new Batch(2, 2, new double[] {1, 1, -7, -7})))
        .isLessThan(1e-6);
  }

  @Test
  void constantFunctionsHaveNoError() {
    FunctionModel model = new FunctionModel(3, 2, x -> new double[] {1e6, 0.1}, x -> new double[6]);
    assertThat(GradientCheck.error(model, GradientCheck.randomSamples(3))).isZero();
  }

  /** 1 − 1e-18 is 1, and the differences of that are 0. */
  @Test
  void saturatedSoftmaxDoesNotFail() {
    FunctionModel logits =
        new FunctionModel(
            2, 2, x -> new double[] {x[0], x[1] - 41}, x -> new double[] {1, 0, 0, 1});
    ModelGradient model = HeadedGradient.of(logits, Head.SOFTMAX);
    assertThat(GradientCheck.error(model, GradientCheck.randomSamples(2)))
        .isLessThan(GradientCheck.TOLERANCE);
  }

  @Test
  void variesTheInputThatVariesAndNoOther() {
    List<double[]> seen = new ArrayList<>();
    FunctionModel model =
        new FunctionModel(
            FunctionModel.info(3, 2, 6, 2, Precision.DOUBLE),
            sample -> {
              seen.add(sample);
              return Functions.smooth(Arrays.copyOfRange(sample, 2, 5));
            },
            sample -> Functions.smoothDerivative(Arrays.copyOfRange(sample, 2, 5)));
    Batch samples = GradientCheck.randomSamples(6);
    assertThat(GradientCheck.error(model, samples)).isLessThan(1e-8);
    List<double[]> others = new ArrayList<>();
    for (int n = 0; n < samples.rows(); n++) {
      others.add(new double[] {samples.get(n, 0), samples.get(n, 1), samples.get(n, 5)});
    }
    assertThat(seen).hasSizeGreaterThan(2 * samples.rows());
    for (double[] sample : seen) {
      assertThat(others).contains(new double[] {sample[0], sample[1], sample[5]});
    }
  }

  @Test
  void leavesTheSamplesAlone() {
    Batch samples = GradientCheck.randomSamples(3);
    double[] before = samples.values().clone();
    GradientCheck.error(SMOOTH, samples);
    assertThat(samples.values()).containsExactly(before);
  }

  @Test
  void takesTheSameRandomSamplesEveryTime() {
    Batch samples = GradientCheck.randomSamples(40);
    assertThat(samples.rows()).isEqualTo(GradientCheck.SAMPLES);
    assertThat(samples.columns()).isEqualTo(40);
    assertThat(samples.values()).containsExactly(GradientCheck.randomSamples(40).values());
    assertThat(samples.values()).doesNotHaveDuplicates();
  }

  @Test
  void refusesSinglePrecision() {
    FunctionModel model =
        new FunctionModel(
            FunctionModel.info(3, 2, 3, 0, Precision.FLOAT),
            Functions::smooth,
            Functions::smoothDerivative);
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GradientCheck.error(model, GradientCheck.randomSamples(3)))
        .withMessageContaining("single precision");
  }

  @Test
  void refusesSamplesOfAnotherWidthAndSaysBoth() {
    for (int width : new int[] {2, 5}) {
      assertThatExceptionOfType(DataException.class)
          .isThrownBy(() -> GradientCheck.error(SMOOTH, GradientCheck.randomSamples(width)))
          .withMessageStartingWith("LIEGG-DATA-WIDTH")
          .withMessageContaining("a sample has %d values, the model takes 3".formatted(width));
    }
  }
}
