package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.nio.file.Path;
import java.util.Locale;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.ModelGradientProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.api.spi.support.Models;
import org.liegg.app.Liegg;
import org.liegg.data.Datasets;

/** The same network in every format: whoever changes the engine gets the same answer. */
class EnginesAgreeTest {
  private static final Path DL4J = CommandRun.reference("model.zip");
  private static final String ACTION = "gl(5)^2";

  @ParameterizedTest(name = "{1}, {2}")
  @CsvSource({
    "saved_model, tensorflow, FLOAT, 1e-5",
    "model.h5, keras, FLOAT, 1e-5",
    "model.keras, keras, FLOAT, 1e-5",
    "model.onnx, onnx, FLOAT, 1e-5",
    "model.pt, pytorch, FLOAT, 1e-5",
    "saved_model, tensorflow, DOUBLE, 1e-9",
    "model.h5, keras, DOUBLE, 1e-9",
    "model.keras, keras, DOUBLE, 1e-9",
    "model.onnx, onnx, DOUBLE, 1e-9",
    "model.pt, pytorch, DOUBLE, 1e-9"
  })
  void onEveryDerivativeAndTheReport(
      String file, String engine, Precision precision, double tolerance) throws IOException {
    Path model = CommandRun.reference(file);
    assertDerivatives(model, precision, tolerance);

    String name = precision.name().toLowerCase(Locale.ROOT);
    JsonNode expected = extract(DL4J, name);
    JsonNode actual = extract(model, name);
    assertThat(expected.at("/model/engine").asText()).isEqualTo("dl4j");
    assertThat(actual.at("/model/engine").asText()).isEqualTo(engine);
    assertThat(actual.at("/model/selfCheck/status").asText()).isEqualTo("passed");
    assertThat(actual.at("/nullspace/dimension").asInt()).isEqualTo(10);
    assertThat(actual.at("/nullspace/verdict")).isEqualTo(expected.at("/nullspace/verdict"));
    assertThat(actual.at("/generators")).hasSameSizeAs(expected.at("/generators"));
    for (String list : new String[] {"/spectrum/singularValues", "/spectrum/defect"}) {
      for (int i = 0; i < expected.at(list).size(); i++) {
        double value = expected.at(list).get(i).asDouble();
        // The smallest are differences of numbers a thousand times as large.
        assertThat(actual.at(list).get(i).asDouble())
            .as("%s %d", list, i)
            .isCloseTo(value, within(10 * tolerance * value));
      }
    }
  }

  /** A function of which only values are known: here those of the network. */
  @ParameterizedTest
  @CsvSource("1e-6")
  void aFunctionGivesTheSameToTheNoiseOfItsDifferences(double tolerance) throws IOException {
    JsonNode expected = extract(DL4J, "double");
    SymmetryReport actual;
    try (ModelGradient network = open(DL4J, Precision.DOUBLE)) {
      actual =
          Liegg.create()
              .model(10, 1, (double[] x) -> valueOf(network, x))
              .data(CommandRun.reference("x.npy"))
              .action(ACTION)
              .settings(settings -> settings.withThreads(1))
              .extract();
    }
    assertThat(actual.model().gradientNoise()).isPositive().isLessThan(1e-8);
    assertThat(actual.nullspace().dimension()).isEqualTo(10);
    for (int i = 0; i < 25; i++) {
      double value = expected.at("/spectrum/singularValues").get(i).asDouble();
      assertThat(actual.spectrum().singularValues()[i])
          .as("singular value %d", i)
          .isCloseTo(value, within(tolerance * value));
    }
  }

  private static synchronized double[] valueOf(ModelGradient network, double[] x) {
    return network.outputs(new Batch(1, x.length, x)).values();
  }

  private static void assertDerivatives(Path model, Precision precision, double tolerance) {
    Batch samples = Datasets.open(CommandRun.reference("x.npy")).batches(500).next().orElseThrow();
    double[] expected = jacobians(DL4J, precision, samples);
    double[] actual = jacobians(model, precision, samples);
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

  private static double[] jacobians(Path model, Precision precision, Batch samples) {
    try (ModelGradient gradient = open(model, precision)) {
      return gradient.jacobians(samples).values();
    }
  }

  private static ModelGradient open(Path model, Precision precision) {
    ModelSource source = ModelSource.of(model);
    ModelGradientProvider provider =
        ProviderRegistry.load(ProviderKind.ENGINE, EnginesAgreeTest.class.getClassLoader())
            .choose("the model", engine -> engine.accepts(source));
    return Models.open(provider, source, new ModelOptions(precision));
  }

  private static JsonNode extract(Path model, String precision) throws IOException {
    CommandRun run =
        CommandRun.on(
            "extract",
            model,
            CommandRun.reference("x.npy"),
            "--action",
            ACTION,
            "--precision",
            precision,
            "--json",
            "-");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.json();
  }
}
