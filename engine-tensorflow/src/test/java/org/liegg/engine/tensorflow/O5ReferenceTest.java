package org.liegg.engine.tensorflow;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.tck.fixtures.Nearness.assertNear;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.SelfCheck;
import org.liegg.api.spi.ModelGradient;
import org.liegg.data.Datasets;

/** A trained 10 → 64 → 64 → 1 network whose gradients were computed by another framework. */
class O5ReferenceTest {

  @ParameterizedTest
  @CsvSource({"FLOAT, 1e-6", "DOUBLE, 1e-8"})
  void agreesWithTheReference(Precision precision, double tolerance) {
    Batch x = read("o5-mlp/x_head.npy");
    try (ModelGradient model = Resources.open("o5-mlp/saved_model", new ModelOptions(precision))) {
      Jacobians jacobians = model.jacobians(x);
      assertNear(jacobians.values(), read("o5-mlp/expected_gradients_head.npy"), tolerance);
      assertNear(jacobians.responses(), read("o5-mlp/expected_outputs_head.npy"), tolerance);
      assertThat(model.info().selfCheck().status()).isEqualTo(SelfCheck.Status.PASSED);
      assertThat(model.info().selfCheck().error()).isLessThan(1e-9);
      assertThat(model.warnings()).isEmpty();
    }
  }

  private static Batch read(String name) {
    try (BatchStream samples = Datasets.open(Resources.path(name)).batches(1 << 10)) {
      return samples.next().orElseThrow();
    }
  }
}
