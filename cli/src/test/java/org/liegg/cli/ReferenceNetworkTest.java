package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.withinPercentage;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The trained O(5) network against what an independent double-precision implementation found. */
class ReferenceNetworkTest {
  private static final ObjectMapper JSON = new ObjectMapper();

  @EveryDecomposition
  void agreesOnVariancesAndDefectsOfOneMatrixOnBothVectors(
      String precision, String decomposition, double percent) throws IOException {
    JsonNode expected = expected();

    JsonNode report = extract("gl(5)^2", precision, decomposition);

    assertThat(report.at("/nullspace/dimension").asInt()).isEqualTo(10);
    assertClose(
        report.at("/spectrum/symmetryVariance"), expected.at("/symmetry_variance"), percent);
    assertClose(report.at("/spectrum/singularValues"), expected.at("/singular_values"), percent);
    assertClose(report.at("/spectrum/defect"), expected.at("/defect"), percent);
    assertThat(report.at("/algebra/name").asText()).isEqualTo("so(5)");
    assertThat(report.at("/algebra/dimension").asInt()).isEqualTo(10);
    assertThat(report.at("/algebra/killingSignature")).hasToString("[0,10,0]");
    assertThat(report.at("/algebra/closureResidual").asDouble()).isBetween(1e-6, 0.02);
    assertThat(report.at("/algebra/invariantForms/0/signature")).hasToString("[5,0,0]");
    assertThat(report.at("/warnings").findValuesAsText("code")).doesNotContain("not-closed");
  }

  @EveryDecomposition
  void findsTenAmongAHundredWhereTheLargestGapSaysSixty(
      String precision, String decomposition, double percent) throws IOException {
    JsonNode expected = expected();

    JsonNode report = extract("gl(10)", precision, decomposition);

    assertThat(report.at("/nullspace/dimension").asInt()).isEqualTo(10);
    assertThat(report.at("/nullspace/largestGapDimension").asInt()).isEqualTo(60);
    // Sixty fields are hardly sensitive, and the ten are known only up to them.
    assertThat(report.at("/algebra/name").asText()).isEqualTo("so(5)");
    assertThat(report.at("/algebra/killingSignature")).hasToString("[0,10,0]");
    assertThat(report.at("/algebra/closureResidual").asDouble()).isBetween(1e-6, 0.02);
    assertClose(
        report.at("/spectrum/singularValues"), expected.at("/gl10_singular_values"), percent);
    assertClose(report.at("/spectrum/defect"), expected.at("/gl10_defect"), percent);
  }

  /** Arithmetic, decomposition, and how many percent it may be off. */
  @Retention(RetentionPolicy.RUNTIME)
  @ParameterizedTest(name = "{0}, {1}")
  @CsvSource({
    "float, gram, 0.1",
    "float, ejml-svd, 0.1",
    "float, auto, 0.1",
    "double, gram, 0.001",
    "double, ejml-svd, 0.001",
    "double, qr, 0.001",
    "double, svd, 0.001",
    "double, lobpcg, 0.001",
    "double, auto, 0.001"
  })
  private @interface EveryDecomposition {}

  private static JsonNode expected() throws IOException {
    return JSON.readTree(CommandRun.reference("expected.json").toFile());
  }

  private static JsonNode extract(String action, String precision, String decomposition)
      throws IOException {
    CommandRun run =
        CommandRun.onReference(
            "extract",
            "--action",
            action,
            "--precision",
            precision,
            "--decomposition",
            decomposition,
            "--json",
            "-");
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    return run.json();
  }

  private static void assertClose(JsonNode actual, JsonNode expected, double percent) {
    assertThat(actual.size()).isEqualTo(expected.size()).isPositive();
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).asDouble())
          .as("value %d", i)
          .isCloseTo(expected.get(i).asDouble(), withinPercentage(percent));
    }
  }
}
