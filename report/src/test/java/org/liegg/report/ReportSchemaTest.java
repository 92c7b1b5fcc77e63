package org.liegg.report;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchema;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SchemaId;
import com.networknt.schema.SchemaLocation;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.Set;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.tck.fixtures.ReportBuilder;

/** What is written obeys the schema that is published, and the schema tells other things apart. */
class ReportSchemaTest {
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  static Stream<SymmetryReport> reports() {
    return Stream.of(
        Reports.o5(),
        Reports.extreme(),
        FiniteReport.of(Verdict.BROKEN, 0.5, 0.4, 0.6),
        GroupReport.ofQuarterTurns(Verdict.BROKEN, 0.5, 0.4, 0.6),
        GroupReport.ofTurnedImages(Verdict.INVARIANT, 0.003, 0.001),
        WhereReport.report(),
        DiscreteReport.of(DiscreteReport.found()),
        DiscreteReport.of(DiscreteReport.found(DiscreteReport.swap(0.001))),
        new ReportBuilder().build(),
        new ReportBuilder().nullspace(Verdict.INVARIANT, 3, 0).isolation(2.5, 180, 1).build(),
        new ReportBuilder().rounding(1e-9, 1e-14).build(),
        new ReportBuilder()
            .used(0)
            .action("gl(0)", 0)
            .spectrum(new double[0], new double[0])
            .nullspace(Verdict.INSUFFICIENT_EVIDENCE, 0, 0)
            .build());
  }

  @ParameterizedTest
  @MethodSource("reports")
  void acceptsEveryReport(SymmetryReport report) {
    assertThat(violations(ReportJson.toString(report))).isEmpty();
  }

  @ParameterizedTest(name = "{1} for {0}")
  @CsvSource(
      delimiter = '|',
      value = {
        "\"schema\": \"liegg-report/1\"|\"schema\": \"liegg-report/2\"",
        "\"precision\": \"float\"|\"precision\": \"FLOAT\"",
        "\"verdict\": \"invariant\"|\"verdict\": \"INVARIANT\"",
        "\"trivial\": 0,|",
        "\"trivial\": 0|\"trivial\": 0, \"trivia\": 0",
        "\"trivial\": 0|\"trivial\": 0, \"interval\": [1]",
        "\"warnings\": []|\"warnings\": [{\"code\": \"x\"}]",
        "\"warnings\": []|\"warnings\": [], \"extra\": 1",
        "\"identified\": true|\"identified\": \"yes\"",
        "\"killingSignature\": [0, 10, 0]|\"killingSignature\": [0, 10]",
        "\"kind\": \"symmetric\"|\"kind\": \"SYMMETRIC\"",
        "\"seed\": 42|\"seed\": \"42\"",
        "\"tolerance\": 0.01|\"tolerance\": \"0.01\""
      })
  void rejectsWhatIsNoReport(String text, String replacement) {
    String json = ReportJson.toString(Reports.o5());
    assertThat(json).contains(text);
    assertThat(violations(json.replace(text, replacement == null ? "" : replacement))).isNotEmpty();
  }

  @Test
  void allowsTheSectionsThatOtherWritersAdd() {
    String json =
        ReportJson.toString(Reports.o5())
            .replaceFirst(
                "\"warnings\"",
                """
                "finiteCheck": [{"generator": 0, "t": 0.1, "measured": 1e-4, "predicted": 1e-4}],
                "warnings"\
                """)
            .replace("\"trivial\"", "\"interval\": [10, 10], \"trivial\"")
            .replace("\"defect\": 0.0", "\"defectInterval\": [0.001, 0.002], \"defect\": 0.0");
    assertThat(violations(json)).isEmpty();
  }

  @Test
  void isItselfAValidSchema() {
    JsonSchema meta = FACTORY.getSchema(SchemaLocation.of(SchemaId.V202012));
    assertThat(meta.validate(schemaNode())).isEmpty();
  }

  private static Set<ValidationMessage> violations(String json) {
    return FACTORY.getSchema(schemaNode()).validate(json, InputFormat.JSON);
  }

  private static JsonNode schemaNode() {
    try (InputStream in = ReportJson.schema().openStream()) {
      return new ObjectMapper().readTree(in);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
