package org.liegg.client;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** What a client makes of what a service answers. */
class LieggClientTest {
  private static final String ID = "0196f0000000000000000000";
  private static final String FULL =
      """
      {"error": {"code": "LIEGG-SERVICE-QUEUE-FULL", "message":
      "LIEGG-SERVICE-QUEUE-FULL: queue: 3 analyses wait already, and 3 may; try again later"}}
      """;

  private final FakeService service = new FakeService();

  @AfterEach
  void stop() {
    service.close();
  }

  private static String analysis(String state) {
    return ("{\"id\": \"%s\", \"state\": \"%s\", \"request\": {\"model\": {\"path\": \"m\"},"
            + " \"data\": {\"path\": \"x\"}, \"options\": {\"limit\": 5}}, \"times\":"
            + " {\"created\": \"2026-01-02T03:04:05Z\", \"attempts\": 0}, \"later\": [1]}")
        .formatted(ID, state);
  }

  @Test
  void readsAnAnalysisAndPassesOverWhatLaterVersionsAdd() {
    service.then(200, analysis("queued"));

    Analysis read = service.client().analysis(ID);

    assertThat(read.state()).isEqualTo(AnalysisState.QUEUED);
    assertThat(read.request().options()).containsEntry("limit", 5);
    assertThat(service.asked()).containsExactly("GET /api/v1/analyses/" + ID + " null ");
  }

  @Test
  void showsTheTokenAndNeverPrintsIt() {
    service.then(200, "{\"items\": [\"digits\"]}");
    LieggClient.Builder builder = LieggClient.builder(service.address()).token("very-secret-token");

    assertThat(builder.build().modelNames()).containsExactly("digits");
    assertThat(service.asked()).singleElement().asString().contains("Bearer very-secret-token");
    assertThat(builder.toString()).doesNotContain("secret");
  }

  @Test
  void asksAgainWhereTheServiceSaysSo() {
    service.then(429, "0", FULL).then(503, "0", FULL).then(202, analysis("queued"));

    Analysis asked =
        service.client().create(AnalysisRequest.of(ModelRef.ofPath("m"), DataRef.ofPath("x")));

    assertThat(asked.id()).isEqualTo(ID);
    assertThat(service.asked()).hasSize(3).allMatch(each -> each.contains("\"path\":\"m\""));
  }

  @Test
  void givesUpWhereItIsToWaitForLongerThanItsPatience() {
    service.then(429, "3600", FULL);

    ClientException refused =
        catchThrowableOfType(ClientException.class, () -> service.client().info());

    assertThat(refused.code()).isEqualTo("LIEGG-SERVICE-QUEUE-FULL");
    assertThat(refused.status()).hasValue(429);
    assertThat(refused)
        .hasMessage(
            "LIEGG-SERVICE-QUEUE-FULL: queue: 3 analyses wait already, and 3 may; try again later");
    assertThat(service.asked()).hasSize(1);
  }

  @Test
  void saysThatAnAnswerIsNoneOfAService() {
    service.then(404, "<html>no</html>").then(200, "<html>yes</html>");

    assertThatExceptionOfType(ClientException.class)
        .isThrownBy(() -> service.client().info())
        .withMessageContaining("it answers 404 without an error of liegg")
        .satisfies(e -> assertThat(e.code()).isEqualTo("LIEGG-CLIENT-ANSWER"));
    assertThatExceptionOfType(ClientException.class)
        .isThrownBy(() -> service.client().info())
        .withMessageContaining("not understood");
  }

  @Test
  void saysThatNobodyAnswers() {
    URI address = service.address();
    service.close();

    assertThatExceptionOfType(ClientException.class)
        .isThrownBy(() -> LieggClient.builder(address).build().info())
        .satisfies(
            e -> {
              assertThat(e.code()).isEqualTo("LIEGG-CLIENT-UNREACHABLE");
              assertThat(e.status()).isEmpty();
            })
        .withMessageContaining("check the address");
  }

  @Test
  void sendsAFileUnderItsName(@TempDir Path folder) throws IOException {
    Path file = Files.writeString(folder.resolve("a net+1.onnx"), "weights");
    service.then(
        201,
        "{\"id\": \"ab\", \"name\": \"a_net_1.onnx\", \"format\": \"text\", \"bytes\": 7,"
            + " \"created\": \"2026-01-02T03:04:05Z\"}");

    StoredFile stored = service.client().uploadModel(file);

    assertThat(stored.bytes()).isEqualTo(7);
    assertThat(service.asked())
        .containsExactly("POST /api/v1/models?name=a%20net%2B1.onnx null weights");
    assertThatExceptionOfType(ClientException.class)
        .isThrownBy(() -> service.client().uploadModel(folder))
        .withMessageContaining("LIEGG-CLIENT-FILE");
  }

  @Test
  void encodesWhatItAsksFor() {
    service.then(200, "{\"items\": []}").then(200, "{\"name\": \"a/b c\", \"entries\": []}");

    service
        .client()
        .analyses(AnalysisQuery.all().model("a&b").state(AnalysisState.DONE).limit(3).before(ID));
    service.client().history("a/b c");

    assertThat(service.asked())
        .containsExactly(
            "GET /api/v1/analyses?model=a%26b&state=done&limit=3&before=" + ID + " null ",
            "GET /api/v1/history/a%2Fb%20c null ");
  }

  @Test
  void hearsEventsUntilNothingChangesAnyMore() {
    service
        .then(200, analysis("queued"))
        .events(analysis("queued"), analysis("running"), analysis("done"));
    List<AnalysisState> heard = new ArrayList<>();

    Analysis last = service.client().await(ID, now -> heard.add(now.state()));

    assertThat(last.state()).isEqualTo(AnalysisState.DONE);
    assertThat(heard)
        .containsExactly(AnalysisState.QUEUED, AnalysisState.RUNNING, AnalysisState.DONE);
  }

  @Test
  void asksFromTimeToTimeWhereThereAreNoEvents() {
    service
        .then(200, analysis("queued"))
        .then(429, FULL)
        .then(503, "0", FULL)
        .then(200, analysis("running"))
        .events(analysis("running"))
        .then(200, analysis("failed"));

    Analysis last = service.client().await(ID, now -> {});

    assertThat(last.state()).isEqualTo(AnalysisState.FAILED);
    assertThat(service.asked()).hasSize(6);
  }

  @Test
  void doesNotWaitForWhatIsNotThere() {
    service.then(
        404, "{\"error\": {\"code\": \"LIEGG-SERVICE-NOT-FOUND\", \"message\": \"gone\"}}");

    assertThatExceptionOfType(ClientException.class)
        .isThrownBy(() -> service.client().await(ID, now -> {}))
        .withMessage("LIEGG-SERVICE-NOT-FOUND: service: gone; see docs/errors.md for this code");
  }

  @Test
  void waitsNoLongerThanItMay() {
    service.then(200, analysis("running")).events(analysis("running"));

    assertThatExceptionOfType(ClientException.class)
        .isThrownBy(() -> service.client().await(ID, Duration.ZERO, now -> {}))
        .withMessageContaining("LIEGG-CLIENT-LATE")
        .withMessageContaining("it is still running");
  }

  @Test
  void sendsAnEmptyBodyToCancel() {
    service.then(202, analysis("cancelled"));

    assertThat(service.client().cancel(ID).state()).isEqualTo(AnalysisState.CANCELLED);
    assertThat(service.asked()).containsExactly("POST /api/v1/analyses/" + ID + "/cancel null {}");
  }

  @Test
  void describesChecksAsTheServiceReadsThem() throws IOException {
    CheckRequest asked =
        new CheckRequest(
            ModelRef.ofId("ab").named("digits", "1"),
            DataRef.ofPath("x.npy"),
            List.of(),
            Map.of("head", "logits"));

    String json = ServiceJson.strict().writeValueAsString(asked);

    assertThat(ServiceJson.strict().readValue(json, CheckRequest.class)).isEqualTo(asked);
  }
}
