package org.liegg.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.Liegg;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisQuery;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.AnalysisState;
import org.liegg.client.Check;
import org.liegg.client.CheckRequest;
import org.liegg.client.CheckRequest.Expectation;
import org.liegg.client.History;
import org.liegg.client.LieggClient;
import org.liegg.client.Listing;
import org.liegg.client.Outcome;
import org.liegg.client.Outcome.GateOutcome;
import org.liegg.service.RunningService.Answer;

/** What is asked is answered as the library answers it. */
class AnalysesTest {
  private static final String ALL = "/api/v1/analyses";

  @TempDir static Path folder;
  private static RunningService running;
  private static LieggClient client;
  private static Path model;
  private static Path data;
  private static AnalysisRequest request;

  @BeforeAll
  static void start() {
    running = RunningService.in(folder.resolve("data"));
    client = running.client();
    model = Given.distance(folder);
    data = Given.samples(folder);
    request = running.request(model, data);
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  private static AnalysisRequest named(AnalysisRequest asked, String name, String version) {
    return new AnalysisRequest(
        asked.model().named(name, version),
        asked.data(),
        asked.action(),
        asked.reference(),
        asked.expect(),
        asked.maxDefect(),
        asked.options());
  }

  @Test
  void findsWhatTheLibraryFinds() {
    Analysis done = running.run(request.withReference("so(3)").withOptions(Map.of("seed", 7)));

    Outcome outcome = done.outcome().orElseThrow();
    assertThat(outcome.verdict()).isEqualTo("invariant");
    assertThat(outcome.dimension()).isEqualTo(3);
    assertThat(outcome.candidates()).isEqualTo(9);
    assertThat(outcome.algebra()).hasValue("so(3)");
    int threads = RunningService.settings(folder).work().threads();
    SymmetryReport directly =
        Liegg.create()
            .model(model)
            .data(data)
            .action("gl(3)")
            .reference("so(3)")
            .settings(now -> now.withSeed(7).withThreads(threads))
            .extract();
    assertThat(Essence.of(client.report(done.id()))).isEqualTo(Essence.of(directly));
  }

  @Test
  void namesFilesInReportsAndNotWhereTheyLie() {
    Analysis done = running.run(request);

    String report = running.get(ALL + "/" + done.id() + "/report").body();
    String page = client.reportHtml(done.id());

    assertThat(report).contains("distance1.formula").doesNotContain(folder.toString());
    assertThat(page).startsWith("<!doctype html>").doesNotContain(folder.toString());
  }

  @Test
  void saysWhatIsWrongWithAModelAndNotWhereItLies() {
    Path broken = Given.write(folder.resolve("broken.formula"), "inputs x, y, z\nr = x +* y\n");

    Analysis failed = running.run(running.request(broken, data));

    assertThat(failed.state()).isEqualTo(AnalysisState.FAILED);
    assertThat(failed.error().orElseThrow().code()).isEqualTo("LIEGG-MODEL-FORMULA");
    assertThat(failed.error().orElseThrow().message())
        .contains("broken.formula")
        .doesNotContain(folder.toString());
    Answer report = running.get(ALL + "/" + failed.id() + "/report");
    assertThat(report.status()).isEqualTo(409);
    assertThat(report.code()).isEqualTo("LIEGG-SERVICE-NO-REPORT");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "junk.onnx",
        "junk.h5",
        "junk.keras",
        "junk.pt",
        "junk.zip",
        "junk.bin",
        "junk",
        "x.pb"
      })
  void saysOfNoBrokenModelWhereItLies(String name) {
    for (String start :
        List.of("junk", "PK\u0003\u0004", "\u0089HDF\r\n\u001a\n", "\u0008\u0007")) {
      Path file = folder.resolve(name);
      writeBytes(file, start + name);

      Analysis failed = running.run(running.request(file, data));

      assertThat(failed.state()).isEqualTo(AnalysisState.FAILED);
      assertThat(failed.error().orElseThrow().code())
          .startsWith("LIEGG-")
          .isNotEqualTo("LIEGG-INTERNAL");
      assertThat(failed.error().orElseThrow().message()).doesNotContain(folder.toString());
    }
  }

  private static void writeBytes(Path file, String latin1) {
    try {
      Files.write(file, latin1.getBytes(StandardCharsets.ISO_8859_1));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Test
  void checksSeveralExpectations() {
    Check check =
        client.create(
            new CheckRequest(
                request.model(),
                request.data(),
                List.of(
                    new Expectation("so(3)", Optional.of("gl(3)"), Optional.of(0.01)),
                    new Expectation("sl(3)", Optional.of("gl(3)"), Optional.empty())),
                Map.of("head", "output")));

    check.cases().forEach(each -> running.await(each.id()));

    Check checked = client.check(check.id());
    assertThat(checked.result()).hasValue("does not hold");
    assertThat(checked.cases())
        .extracting(each -> each.outcome().flatMap(Outcome::gate).map(GateOutcome::verdict))
        .containsExactly(Optional.of("invariant"), Optional.of("broken"));
    assertThat(client.junitXml(check.id()))
        .contains("tests=\"2\"", "failures=\"1\"", "errors=\"0\"", "so(3)", "sl(3)");
  }

  @Test
  void triesAGroupByItsElements() {
    Analysis held = running.run(request(request, "SO(3)"));
    Analysis broken = running.run(request(running.request(Given.crooked(folder), data), "S(3)"));

    assertThat(held.outcome().orElseThrow().verdict()).isEqualTo("invariant");
    assertThat(broken.outcome().orElseThrow().verdict()).isEqualTo("broken");
  }

  private static AnalysisRequest request(AnalysisRequest asked, String group) {
    return AnalysisRequest.of(asked.model(), asked.data()).withExpect(group);
  }

  @Test
  void listsByFiltersAndInParts() {
    List<String> made = new ArrayList<>();
    for (int i = 0; i < 5; i++) {
      made.add(0, running.run(named(request, "listed", "v" + i % 2)).id());
    }

    AnalysisQuery listed = AnalysisQuery.all().model("listed");
    Listing<Analysis> first = client.analyses(listed.limit(2));
    Listing<Analysis> second = client.analyses(listed.limit(2).before(first.next().orElseThrow()));
    Listing<Analysis> last = client.analyses(listed.limit(2).before(second.next().orElseThrow()));

    List<String> all = new ArrayList<>();
    List.of(first, second, last).forEach(part -> part.items().forEach(each -> all.add(each.id())));
    assertThat(all).isEqualTo(made);
    assertThat(last.next()).isEmpty();
    assertThat(client.analyses(listed.version("v1")).items()).hasSize(2);
    assertThat(client.analyses(listed.verdict("broken")).items()).isEmpty();
    assertThat(client.analyses(listed.verdict("invariant").state(AnalysisState.DONE)).items())
        .hasSize(5);
    assertThat(running.get(ALL + "?before=%27%20OR%201=1").code())
        .isEqualTo("LIEGG-SERVICE-REQUEST");
  }

  @Test
  void keepsTheHistoryOfAModelAndComparesItsVersions() {
    Analysis kept = running.run(named(request, "digits/net 1", "1"));
    AnalysisRequest other = running.request(Given.crooked(folder), data);
    Analysis lost = running.run(named(other, "digits/net 1", "2"));

    History history = client.history("digits/net 1");

    assertThat(client.modelNames()).contains("digits/net 1");
    assertThat(history.entries())
        .extracting(entry -> entry.version().orElse(""))
        .containsExactly("1", "2");
    assertThat(history.entries())
        .extracting(entry -> entry.outcome().dimension())
        .containsExactly(3, 0);
    assertThat(client.compare(kept.id(), lost.id())).contains("\"change\": \"WORSE\"");
    Answer page =
        running.get("/api/v1/compare.html?before=%s&after=%s".formatted(kept.id(), lost.id()));
    assertThat(page.body()).contains("digits/net 1 1", "digits/net 1 2");
    assertThat(page.header("Content-Security-Policy")).contains("frame-ancestors");
    assertThat(running.get("/api/v1/history/none").code()).isEqualTo("LIEGG-SERVICE-NOT-FOUND");
  }

  @Test
  void tellsEventsUntilNothingChangesAnyMore() {
    String id = client.create(request).id();
    running.await(id);

    Answer events = running.get(ALL + "/" + id + "/events");

    assertThat(events.header("Content-Type")).startsWith("text/event-stream");
    assertThat(events.body()).contains("\"state\":\"done\"").endsWith("\n\n");
  }

  @Test
  void forgetsWhatIsDone() {
    Analysis done = running.run(request);

    client.delete(done.id());

    assertThat(running.get(ALL + "/" + done.id()).code()).isEqualTo("LIEGG-SERVICE-NOT-FOUND");
    assertThat(running.get(ALL + "/" + done.id() + "/report").status()).isEqualTo(404);
    Answer again = running.delete(ALL + "/" + done.id());
    assertThat(again.status()).isEqualTo(404);
  }

  @Test
  void measuresWhatItDoes() {
    running.run(named(request.withExpect("so(3)"), "measured", "1"));

    String metrics = running.get("/metrics").body();

    assertThat(metrics)
        .contains(
            "liegg_service_analyses{state=\"done\"}",
            "liegg_service_verdict{model=\"measured\",question=\"gl(3): so(3)\"} 1",
            "liegg_service_dimension{model=\"measured\"",
            "liegg_service_defect_worst{model=\"measured\"",
            "liegg_service_requests_seconds_count",
            "jvm_memory_used_bytes");
    JsonNode ready = running.get("/health/ready").json();
    assertThat(ready.path("status").asText()).isEqualTo("UP");
    assertThat(running.get("/health/live").status()).isEqualTo(200);
  }
}
