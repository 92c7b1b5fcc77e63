package org.liegg.spring;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion;
import com.networknt.schema.ValidationMessage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Set;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.liegg.api.report.SymmetryReport;
import org.liegg.report.GeneratorsJson;
import org.liegg.report.ReportJson;
import org.springframework.web.servlet.ViewResolver;

class WebTest {
  private static RunningApplication application;

  @BeforeAll
  static void start() {
    application = new RunningApplication(GatedApplication.class);
  }

  @AfterAll
  static void stop() {
    application.close();
  }

  @Test
  void aReportThatAControllerReturnsObeysItsSchema() throws Exception {
    String body = body("/report");

    assertThat(violations(ReportJson.schema().openStream(), body)).isEmpty();
    assertThat(body).doesNotContain("\n").contains("\"verdict\":\"invariant\"");
  }

  @Test
  void aReportThatAControllerReturnsIsThatOfTheReportModuleToTheLetter() throws Exception {
    String body = body("/report");

    SymmetryReport read =
        ReportJson.read(
            new ByteArrayInputStream(body.getBytes(StandardCharsets.UTF_8)), "the answer");
    String written = ReportJson.toString(read);
    assertThat(tree(body)).isEqualTo(tree(written));
    assertThat(numbers(body)).isEqualTo(numbers(written));
  }

  @Test
  void manifestsInsideOtherAnswersObeyTheirSchema() throws Exception {
    JsonNode of = tree(body("/generators")).get("of");

    assertThat(violations(GeneratorsJson.schema().openStream(), of.toString())).isEmpty();
  }

  @Test
  void comparisonsAreWrittenAsTheCommandDoes() throws Exception {
    assertThat(body("/comparison")).contains("\"angles\":[0.0]", "\"change\":\"SAME\"");
  }

  @Test
  void partsOfReportsInRecordsOfTheApplicationAreWrittenAsInReports() throws Exception {
    JsonNode answer = tree(body("/check"));

    assertThat(answer.get("verdict").asText()).isEqualTo("invariant");
    assertThat(answer.get("gate").get("verdict").asText()).isEqualTo("invariant");
    assertThat(answer.get("gate").get("worst").get("value").isNumber()).isTrue();
  }

  @Test
  void whatIsCheckedIsAComponentOfHealthAndMetersOfTheApplication() throws Exception {
    body("/check");

    JsonNode health = tree(application.get("/actuator/health").body()).get("components");
    assertThat(health.get("liegg").get("status").asText()).isEqualTo("UP");
    JsonNode details = health.get("liegg").get("details").get("distance").get("so(2)");
    assertThat(details.get("verdict").asText()).isEqualTo("invariant");
    JsonNode meter =
        tree(
            application
                .get(
                    "/actuator/metrics/liegg.gate.verdict?tag=model:distance&tag=verdict:invariant")
                .body());
    assertThat(meter.get("measurements").get(0).get("value").asDouble()).isEqualTo(1);
    assertThat(application.get("/actuator/metrics/liegg.symmetry.dimension").statusCode())
        .isEqualTo(200);
  }

  @Test
  void noViewsAreResolvedByMustache() {
    assertThat(application.context().getBeansOfType(ViewResolver.class).keySet())
        .isNotEmpty()
        .noneMatch(name -> name.contains("mustache"));
  }

  private static String body(String path) throws IOException, InterruptedException {
    HttpResponse<String> answer = application.get(path);
    assertThat(answer.statusCode()).as(answer.body()).isEqualTo(200);
    return answer.body();
  }

  private static JsonNode tree(String json) throws IOException {
    return new ObjectMapper().readTree(json);
  }

  private static Set<ValidationMessage> violations(InputStream schema, String json)
      throws IOException {
    try (schema) {
      return JsonSchemaFactory.getInstance(SpecVersion.VersionFlag.V202012)
          .getSchema(schema)
          .validate(tree(json));
    }
  }

  /** The numbers of a text as they are spelt, in their order. */
  private static List<String> numbers(String json) {
    return Pattern.compile("-?\\d+(\\.\\d+)?([eE][-+]?\\d+)?")
        .matcher(json)
        .results()
        .map(MatchResult::group)
        .toList();
  }
}
