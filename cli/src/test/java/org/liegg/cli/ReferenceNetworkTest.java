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
    JsonNode report = extract("gl(5)^2", precision, decomposition);

    assertClose(report, "symmetryVariance", "symmetry_variance", percent);
    assertClose(report, "singularValues", "singular_values", percent);
    assertClose(report, "defect", "defect", percent);
    assertRotations(report);
    assertThat(report.at("/algebra/invariantForms/0/signature")).hasToString("[5,0,0]");
    assertThat(report.at("/warnings").findValuesAsText("code")).doesNotContain("not-closed");
  }

  @EveryDecomposition
  void findsTenAmongAHundredWhereTheLargestGapSaysSixty(
      String precision, String decomposition, double percent) throws IOException {
    JsonNode report = extract("gl(10)", precision, decomposition);

    assertThat(report.at("/nullspace/largestGapDimension").asInt()).isEqualTo(60);
    // Sixty fields are hardly sensitive, and the ten are known only up to them.
    assertRotations(report);
    assertClose(report, "singularValues", "gl10_singular_values", percent);
    assertClose(report, "defect", "gl10_defect", percent);
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

  /** The ten rotations of R⁵, among whatever fields they were looked for. */
  private static void assertRotations(JsonNode report) {
    assertThat(report.at("/nullspace/dimension").asInt()).isEqualTo(10);
    assertThat(report.at("/algebra/name").asText()).isEqualTo("so(5)");
    assertThat(report.at("/algebra/dimension").asInt()).isEqualTo(10);
    assertThat(report.at("/algebra/killingSignature")).hasToString("[0,10,0]");
    assertThat(report.at("/algebra/closureResidual").asDouble()).isBetween(1e-6, 0.02);
  }

  /**
   * @param name of the spectrum's values in the report
   * @param reference name of the values that they are compared with
   */
  private static void assertClose(JsonNode report, String name, String reference, double percent)
      throws IOException {
    JsonNode actual = report.at("/spectrum").path(name);
    JsonNode expected =
        JSON.readTree(CommandRun.reference("expected.json").toFile()).path(reference);
    assertThat(actual.size()).as(name).isEqualTo(expected.size()).isPositive();
    for (int i = 0; i < expected.size(); i++) {
      assertThat(actual.get(i).asDouble())
          .as("%s %d", name, i)
          .isCloseTo(expected.get(i).asDouble(), withinPercentage(percent));
    }
  }
}
