package org.liegg.service;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.AnalysisState;
import org.liegg.client.DataRef;
import org.liegg.client.ModelRef;
import org.liegg.service.RunningService.Answer;

/** What cannot be done is refused at once, with a code, and no file is read that may not be. */
class RefusedRequestsTest {
  private static final String ALL = "/api/v1/analyses";

  @TempDir static Path folder;
  private static RunningService running;
  private static AnalysisRequest request;

  @BeforeAll
  static void start() throws IOException {
    Path root = Files.createDirectories(folder.resolve("root/inside"));
    Given.distance(root);
    Given.samples(root);
    Given.distance(folder);
    Files.createSymbolicLink(root.resolve("out.formula"), folder.resolve("distance1.formula"));
    Files.createSymbolicLink(root.resolve("in.formula"), root.resolve("distance1.formula"));
    running =
        RunningService.in(
            folder.resolve("data"),
            settings ->
                settings.with(settings.storage().withRoots(List.of(folder.resolve("root")))));
    request = running.request(Given.distance(folder), Given.samples(folder));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @ParameterizedTest(name = "{0} = {1}: {2}")
  @CsvSource({
    "no-such, 1, LIEGG-SERVICE-OPTION",
    "limit, many, LIEGG-SERVICE-OPTION",
    "limit, -1, LIEGG-SERVICE-OPTION",
    "head, none-of-them, LIEGG-SERVICE-OPTION",
    "precision, quadruple, LIEGG-SERVICE-OPTION",
    "slice, rows=/etc/passwd, LIEGG-SERVICE-OPTION"
  })
  void refusesOptionsThatAreNone(String option, String value, String code) {
    Object said = value.matches("-?\\d+") ? Integer.valueOf(value) : value;

    Answer refused =
        running.post(
            ALL,
            RunningService.asked(
                request.model().id().orElseThrow(),
                request.data().id().orElseThrow(),
                Map.of(option, said)));

    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(refused.code()).as(refused.body()).isEqualTo(code);
  }

  @ParameterizedTest(name = "{0}: {1}")
  @CsvSource({
    "reference, generators:/etc/passwd",
    "action, generators:x.json",
    "expect, matrix:/etc/passwd.npy",
    "expect, matrix:x.npy",
    "reference, ../report.json",
    "action, report.json"
  })
  void refusesNamesOfFilesInPlaceOfGroups(String field, String text) {
    Map<String, Object> asked =
        Map.of(
            "model",
            Map.of("id", request.model().id().orElseThrow()),
            "data",
            Map.of("id", request.data().id().orElseThrow()),
            field,
            text);

    Answer refused = running.post(ALL, asked);

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("LIEGG-SERVICE-REQUEST");
    assertThat(refused.body()).contains("names a file");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "",
        ".",
        "..",
        "../root",
        "../distance1.formula",
        "inside/../../distance1.formula",
        "inside/out.formula",
        "/etc/passwd",
        "/",
        "inside/none.formula",
        "in\u0000side"
      })
  void readsNoFileOutsideOfTheRoots(String path) {
    Map<String, Object> model = Map.of("path", path);
    Answer refused =
        running.post(ALL, Map.of("model", model, "data", Map.of("path", "inside/x1000.csv")));

    assertThat(refused.status()).as(refused.body()).isEqualTo(404);
    assertThat(refused.code()).isEqualTo("LIEGG-SERVICE-NOT-FOUND");
  }

  @ParameterizedTest
  @ValueSource(strings = {"inside/distance1.formula", "inside/in.formula", "./inside/in.formula"})
  void readsFilesBelowTheRoots(String path) {
    Analysis done =
        running.run(
            AnalysisRequest.of(ModelRef.ofPath(path), DataRef.ofPath("inside/x1000.csv"))
                .withAction("gl(3)"));

    assertThat(done.state()).isEqualTo(AnalysisState.DONE);
    assertThat(running.get(ALL + "/" + done.id() + "/report").body())
        .contains(path)
        .doesNotContain(folder.toString());
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "{}|LIEGG-SERVICE-JSON",
        "[]|LIEGG-SERVICE-JSON",
        "null|LIEGG-SERVICE-JSON",
        "{|LIEGG-SERVICE-JSON",
        "{\"model\": {}, \"data\": {}}|LIEGG-SERVICE-REQUEST",
        "{\"model\": {\"id\": [5]}, \"data\": {}}|LIEGG-SERVICE-JSON",
        "{\"model\": {\"id\": \"a\", \"path\": \"b\"}, \"data\": {}}|LIEGG-SERVICE-REQUEST",
        "{\"model\": {}, \"data\": {}, \"extra\": 1}|LIEGG-SERVICE-JSON"
      })
  void wantsRequestsOfTheRightForm(String json, String code) {
    Answer refused = running.postText(ALL, json);

    assertThat(refused.code()).as(refused.body()).isEqualTo(code);
    assertThat(refused.body()).doesNotContain("org.liegg").doesNotContain("jackson");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "a\u0000b", "a\nb"})
  void keepsNoModelUnderANameThatNobodyCanRead(String name) {
    Answer refused =
        running.post(
            ALL,
            Map.of(
                "model", Map.of("id", request.model().id().orElseThrow(), "name", name),
                "data", Map.of("id", request.data().id().orElseThrow())));

    assertThat(refused.status()).isEqualTo(422);
    assertThat(refused.code()).isEqualTo("LIEGG-SERVICE-REQUEST");
    assertThat(refused.body()).contains("field model.name");
  }

  @Test
  void knowsThatActionsMayBeTooLarge() {
    Map<String, Object> asked =
        Map.of(
            "model", Map.of("id", request.model().id().orElseThrow()),
            "data", Map.of("id", request.data().id().orElseThrow()),
            "action", "gl(100000)");

    Answer refused = running.post(ALL, asked);

    assertThat(refused.status()).as(refused.body()).isEqualTo(422);
    assertThat(running.get("/health/ready").status()).isEqualTo(200);
  }
}
