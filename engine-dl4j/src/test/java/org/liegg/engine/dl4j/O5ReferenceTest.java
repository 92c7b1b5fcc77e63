package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.liegg.tck.fixtures.Nearness.assertNear;

import java.net.URISyntaxException;
import java.nio.file.Path;
import java.util.Objects;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.liegg.data.Datasets;

/**
 * A trained 10 → 64 → 64 → 1 network whose gradients were computed by another framework, before its
 * last layer was rounded to single precision.
 */
class O5ReferenceTest {

  @ParameterizedTest
  @CsvSource({"FLOAT, 1e-6", "DOUBLE, 1e-8"})
  void agreesWithTheReference(Precision precision, double tolerance) {
    Batch x = read("o5-mlp/x_head.npy");
    try (ModelGradient model =
        Models.open(
            new Dl4jGradientProvider(),
            ModelSource.of(path("o5-mlp/model.zip")),
            new ModelOptions(precision))) {
      Jacobians jacobians = model.jacobians(x);
      assertNear(jacobians.values(), read("o5-mlp/expected_gradients_head.npy"), tolerance);
      assertNear(jacobians.responses(), read("o5-mlp/expected_outputs_head.npy"), tolerance);
      assertThat(model.info().sha256())
          .isEqualTo("6cd5249b7eb2d8bc04cd0d3b3c6ee49b607e9b28f148a6dd56be9d111eba03f6");
    }
  }

  private static Path path(String name) {
    try {
      return Path.of(Objects.requireNonNull(O5ReferenceTest.class.getResource(name)).toURI());
    } catch (URISyntaxException e) {
      throw new IllegalArgumentException(name, e);
    }
  }

  private static Batch read(String name) {
    try (BatchStream samples = Datasets.open(path(name)).batches(1 << 10)) {
      return samples.next().orElseThrow();
    }
  }
}
