package org.liegg.engine.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;

/** x/2 + 2 as two generations of TensorFlow saved it, and x/2 + 3 beside it. */
class HalfPlusTwoTest {

  @ParameterizedTest
  @CsvSource({
    "half-plus-two, serving_default, 2",
    "half-plus-two, regress_x2_to_y3, 3",
    "half-plus-two-2, serving_default, 2",
    "half-plus-two-2, classify_x2_to_y3, 3",
  })
  void isHalvedWhicheverSignatureIsTaken(String name, String signature, double added) {
    ModelOptions options = new ModelOptions(Precision.DOUBLE).withOutput(signature);
    try (ModelGradient model = Resources.open(name, options)) {
      Jacobians jacobians = model.jacobians(new Batch(3, 1, new double[] {-1, 0, 4}));
      assertThat(jacobians.values()).containsExactly(new double[] {0.5, 0.5, 0.5}, within(1e-12));
      assertThat(jacobians.responses())
          .containsExactly(new double[] {-0.5 + added, added, 2 + added}, within(1e-12));
    }
  }
}
