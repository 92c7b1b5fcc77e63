package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.support.Models;
import org.liegg.data.Datasets;

/** The same weights in Deeplearning4j and in TensorFlow. */
class EnginesAgreeTest {
  private static final Path DL4J = CommandRun.reference("model.zip");
  private static final Path TENSORFLOW = CommandRun.reference("saved_model");

  @ParameterizedTest(name = "{0}")
  @CsvSource({"FLOAT, 1e-5", "DOUBLE, 1e-9"})
  void onEveryDerivative(Precision precision, double tolerance) {
    Batch samples = Datasets.open(CommandRun.reference("x.npy")).batches(500).next().orElseThrow();

    double[] expected = jacobians("dl4j", DL4J, precision, samples).values();
    double[] actual = jacobians("tensorflow", TENSORFLOW, precision, samples).values();

    double largest = 0;
    for (double value : expected) {
      largest = Math.max(largest, Math.abs(value));
    }
    assertThat(actual).hasSameSizeAs(expected).isNotEmpty();
    for (int i = 0; i < expected.length; i++) {
      assertThat(actual[i])
          .as("derivative %d", i)
          .isCloseTo(expected[i], within(tolerance * largest));
    }
  }

  @ParameterizedTest(name = "{0}")
  @CsvSource({"float, 1e-4", "double, 1e-9"})
  void onTheReport(String precision, double tolerance) throws IOException {
    JsonNode expected = extract(DL4J, precision);
    JsonNode actual = extract(TENSORFLOW, precision);

    assertThat(expected.at("/model/engine").asText()).isEqualTo("dl4j");
    assertThat(actual.at("/model/engine").asText()).isEqualTo("tensorflow");
    assertThat(actual.at("/model/selfCheck/status").asText()).isEqualTo("passed");
    assertThat(actual.at("/nullspace/dimension").asInt()).isEqualTo(10);
    assertThat(actual.at("/nullspace/verdict")).isEqualTo(expected.at("/nullspace/verdict"));
    assertThat(actual.at("/generators")).hasSameSizeAs(expected.at("/generators"));
    for (String list : new String[] {"/spectrum/singularValues", "/spectrum/defect"}) {
      for (int i = 0; i < expected.at(list).size(); i++) {
        double value = expected.at(list).get(i).asDouble();
        assertThat(actual.at(list).get(i).asDouble())
            .as("%s %d", list, i)
            .isCloseTo(value, within(tolerance * value));
      }
    }
  }

  private static Jacobians jacobians(
      String engine, Path model, Precision precision, Batch samples) {
    ModelGradientProvider provider =
        ProviderRegistry.load(ProviderKind.ENGINE, EnginesAgreeTest.class.getClassLoader())
            .require(engine);
    try (ModelGradient gradient =
        Models.open(provider, ModelSource.of(model), new ModelOptions(precision))) {
      return gradient.jacobians(samples);
    }
  }

  private static JsonNode extract(Path model, String precision) throws IOException {
    CommandRun run =
        CommandRun.on(
            "extract",
            model,
            CommandRun.reference("x.npy"),
            "--action",
            "gl(5)^2",
            "--precision",
            precision,
            "--json",
            "-");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return new ObjectMapper().readTree(run.out());
  }
}
