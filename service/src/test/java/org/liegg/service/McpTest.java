package org.liegg.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.service.RunningService.Answer;

/** What assistants ask by the Model Context Protocol. */
class McpTest {
  @TempDir static Path folder;
  private static RunningService running;

  @BeforeAll
  static void start() {
    running = RunningService.in(folder.resolve("data"));
    running.request(Given.distance(folder), Given.samples(folder, 2000));
    running.client().uploadModel(Given.crooked(folder));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void introducesItselfAndItsTools() {
    Map<String, Object> hello =
        Map.of(
            "protocolVersion", "2025-03-26",
            "capabilities", Map.of(),
            "clientInfo", Map.of("name", "test", "version", "1"));

    assertThat(ask("initialize", hello).path("serverInfo").path("name").asText())
        .isEqualTo("liegg");
    JsonNode tools = ask("tools/list", Map.of()).path("tools");
    assertThat(tools.findValuesAsText("name"))
        .contains("list", "extract", "check", "analysis", "compare");
    for (JsonNode tool : tools) {
      assertThat(tool.path("inputSchema").path("type").asText()).isEqualTo("object");
    }
  }

  @Test
  void checksAModelByItsName() {
    String holds = call("check", check("distance1.formula", "so(3)"));
    String not = call("check", check("crooked.formula", "so(3)"));

    assertThat(holds).contains("is done", "Holds: the model is invariant to so(3)");
    assertThat(not).contains("is done", "Does not hold");
  }

  @Test
  void extractsAndCompares() {
    Map<String, Object> asked =
        Map.of("model", "distance1.formula", "data", "x2000.csv", "action", "gl(3)");
    String first = call("extract", asked);
    String second = call("extract", asked);

    assertThat(first).contains("invariant to so(3)");
    String compared = call("compare", Map.of("before", id(first), "after", id(second)));
    assertThat(compared).isNotBlank().doesNotContain("LIEGG-");
    assertThat(call("analysis", Map.of("id", id(first)))).isEqualTo(first);
    assertThat(call("list", Map.of())).contains(id(first), "distance1.formula");
  }

  @Test
  void saysWhatIsWrongByItsCode() {
    assertThat(failing("check", Map.of("model", "distance1.formula", "data", "x2000.csv")))
        .contains("LIEGG-SERVICE-REQUEST", "argument expect");
    assertThat(failing("list", Map.of("modl", "x"))).contains("argument modl");
    assertThat(failing("extract", Map.of("model", "none", "data", "x2000.csv")))
        .contains("LIEGG-SERVICE-NOT-FOUND");
    assertThat(failing("extract", Map.of("model", "/etc/passwd", "data", "x2000.csv")))
        .contains("LIEGG-SERVICE-NOT-FOUND");
    assertThat(failing("analysis", Map.of("id", "none"))).contains("LIEGG-SERVICE-NOT-FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"garbage", "{}", "[]", "{\"jsonrpc\":\"2.0\",\"id\":1,\"method\":5}"})
  void tellsNothingOfItselfInErrors(String body) {
    Answer answer = running.send(running.request("/mcp").POST(BodyPublishers.ofString(body)));

    assertThat(answer.status()).isBetween(400, 499);
    assertThat(answer.body()).doesNotContain("stackTrace", ".java", "org.liegg");
  }

  private static Map<String, Object> check(String model, String expected) {
    return Map.of("model", model, "data", "x2000.csv", "action", "gl(3)", "expect", expected);
  }

  /** The name in {@code Analysis … is done.} */
  private static String id(String said) {
    return said.split(" ", 3)[1];
  }

  private static String call(String tool, Map<String, Object> arguments) {
    JsonNode result = ask("tools/call", Map.of("name", tool, "arguments", arguments));
    assertThat(result.path("isError").asBoolean()).as(result.toString()).isFalse();
    return result.path("content").path(0).path("text").asText();
  }

  private static String failing(String tool, Map<String, Object> arguments) {
    JsonNode result = ask("tools/call", Map.of("name", tool, "arguments", arguments));
    assertThat(result.path("isError").asBoolean()).as(result.toString()).isTrue();
    return result.path("content").path(0).path("text").asText();
  }

  private static JsonNode ask(String method, Map<String, Object> parameters) {
    Map<String, Object> message =
        Map.of("jsonrpc", "2.0", "id", 1, "method", method, "params", parameters);
    String body = RunningService.json(message);
    Answer answer =
        running.send(
            running
                .request("/mcp")
                .header("Content-Type", "application/json")
                .header(
                    "Accept", String.join(", ", List.of("application/json", "text/event-stream")))
                .POST(BodyPublishers.ofString(body)));
    assertThat(answer.status()).as(answer.body()).isEqualTo(200);
    return answer.json().path("result");
  }
}
