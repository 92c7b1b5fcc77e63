package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;

/** Values beyond the arithmetic are told, not passed on. */
class NonFiniteTest {
  private final MultiLayerNetwork cube = Nets.of(DataType.FLOAT, Nets.dense(2, 2, Activation.CUBE));

  @Test
  void outputsThatOverflowNameTheirSample() {
    Batch batch = new Batch(3, 2, new double[] {1, 2, 3, 4, 1e20, 1e20});
    try (ModelGradient model = Dl4jGradients.of(cube)) {
      assertThatExceptionOfType(ModelException.class)
          .isThrownBy(() -> model.jacobians(batch))
          .withMessageStartingWith("LIEGG-MODEL-NONFINITE: model live MultiLayerNetwork: sample 2")
          .withMessageContaining("double precision");
    }
  }

  @Test
  void doublePrecisionReachesFurther() {
    Batch batch = new Batch(1, 2, new double[] {1e20, 1e20});
    try (ModelGradient model = Dl4jGradients.of(cube, new ModelOptions(Precision.DOUBLE))) {
      assertThat(model.jacobians(batch).samples()).isEqualTo(1);
    }
  }

  @Test
  void inputsBeyondSinglePrecisionAreNotInfinity() {
    Batch batch = new Batch(1, 2, new double[] {1e300, 0});
    try (ModelGradient model = Dl4jGradients.of(cube)) {
      assertThatExceptionOfType(ModelException.class)
          .isThrownBy(() -> model.outputs(batch))
          .withMessageContaining("sample 0 of the batch: input 0 is 1.0E300; use double precision");
    }
  }
}
