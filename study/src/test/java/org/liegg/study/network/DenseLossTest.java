package org.liegg.study.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;

class DenseLossTest {

  @Test
  void takesTheMeanOfSquaresOverSamplesAndOutputs() {
    Batch outputs = new Batch(2, 2, new double[] {1, 2, 3, 4});
    Batch targets = new Batch(2, 2, new double[] {1, 0, 0, 4});

    assertThat(DenseLoss.MEAN_SQUARED_ERROR.mean(outputs, targets)).isEqualTo(13.0 / 4);
  }

  @Test
  void takesTheMeanOfLogarithmsOverSamples() {
    Batch outputs = new Batch(2, 2, new double[] {0.5, 0.5, 0.25, 0.75});
    Batch targets = new Batch(2, 2, new double[] {1, 0, 1, 0});

    assertThat(DenseLoss.CROSS_ENTROPY.mean(outputs, targets))
        .isCloseTo((Math.log(2) + Math.log(4)) / 2, within(1e-12));
  }

  @Test
  void aProbabilityOfZeroIsNoInfinity() {
    Batch outputs = new Batch(1, 2, new double[] {0, 1});
    Batch targets = new Batch(1, 2, new double[] {1, 0});

    assertThat(DenseLoss.CROSS_ENTROPY.mean(outputs, targets)).isFinite().isGreaterThan(80);
  }

  @Test
  void refusesOtherShapes() {
    assertThatThrownBy(
            () ->
                DenseLoss.CROSS_ENTROPY.mean(
                    new Batch(1, 2, new double[2]), new Batch(2, 1, new double[2])))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageContaining("outputs 1 × 2, targets 2 × 1");
  }
}
