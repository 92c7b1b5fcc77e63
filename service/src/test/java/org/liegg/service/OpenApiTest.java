package org.liegg.service;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import com.networknt.schema.InputFormat;
import com.networknt.schema.JsonSchemaFactory;
import com.networknt.schema.SpecVersion.VersionFlag;
import com.networknt.schema.ValidationMessage;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.client.Analysis;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.Check;
import org.liegg.client.CheckRequest;
import org.liegg.client.CheckRequest.Expectation;
import org.liegg.client.ModelRef;
import org.liegg.client.ServiceJson;
import org.liegg.service.RunningService.Answer;

/** The document that a service publishes has its routes, and its answers are what it says. */
class OpenApiTest {
  private static final ObjectMapper JSON = new ObjectMapper();
  private static final JsonSchemaFactory FACTORY =
      JsonSchemaFactory.getInstance(VersionFlag.V202012);

  /** Routes of pages for people. */
  private static final List<String> PAGES =
      List.of("/", "/new", "/runs/{id}", "/compare", "/models", "/models/{name}", "/about");

  @TempDir static Path folder;
  private static RunningService running;
  private static JsonNode document;
  private static Analysis done;
  private static Analysis failed;
  private static Check check;

  @BeforeAll
  static void start() {
    running = RunningService.in(folder.resolve("data"));
    document = running.get("/openapi.json").json();
    AnalysisRequest asked = running.request(Given.distance(folder), Given.samples(folder));
    done = running.run(named(asked).withReference("so(3)").withOptions(Map.of("stability", true)));
    Path broken = Given.write(folder.resolve("broken.formula"), "inputs x, y, z\nr = x +* y\n");
    failed = running.run(running.request(broken, Given.samples(folder)));
    check =
        running
            .client()
            .create(
                new CheckRequest(
                    asked.model(),
                    asked.data(),
                    List.of(
                        new Expectation("so(3)", Optional.of("gl(3)"), Optional.of(0.1)),
                        new Expectation("S(3)", Optional.empty(), Optional.empty())),
                    Map.of("limit", 100)));
    check.cases().forEach(each -> running.await(each.id()));
  }

  private static AnalysisRequest named(AnalysisRequest asked) {
    ModelRef model = asked.model().named("distance", "1.0");
    return AnalysisRequest.of(model, asked.data()).withAction("gl(3)");
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @Test
  void hasEveryRouteAndNoOther() {
    Set<String> served = new TreeSet<>(running.service().routes());
    served.removeIf(route -> PAGES.contains(route.replace("GET ", "")));
    served.remove("GET /assets/{name}");

    Set<String> described = new TreeSet<>();
    for (Map.Entry<String, JsonNode> path : document.path("paths").properties()) {
      for (Map.Entry<String, JsonNode> operation : path.getValue().properties()) {
        described.add(operation.getKey().toUpperCase(Locale.ROOT) + " " + path.getKey());
      }
    }
    assertThat(described).isEqualTo(served);
  }

  @Test
  void namesNothingThatIsNotThere() {
    for (JsonNode reference : document.findValues("$ref")) {
      String pointer = reference.asText().substring(1);
      assertThat(document.at(pointer).isMissingNode()).as(pointer).isFalse();
    }
  }

  @Test
  void givesEveryOperationANameOfItsOwn() {
    List<String> names = document.path("paths").findValuesAsText("operationId");

    assertThat(names).doesNotHaveDuplicates().hasSize(running.service().routes().size() - 8);
  }

  @ParameterizedTest(name = "{0} is of {1}")
  @CsvSource({
    "/api/v1/analyses, AnalysisListing",
    "/api/v1/analyses?limit=1, AnalysisListing",
    "/api/v1/models, FileListing",
    "/api/v1/datasets, FileListing",
    "/api/v1/history, NameListing",
    "/api/v1/history/distance, History",
    "/api/v1/info, ServiceInfo",
    "/api/v1/plugins, PluginListing",
    "/health/live, Health",
    "/health/ready, Health",
    "/api/v1/nothing, Error",
    "/api/v1/analyses?limit=no, Error",
    "/api/v1/analyses/none, Error"
  })
  void answersAsItSays(String path, String schema) {
    assertThat(violations(schema, running.get(path).body())).isEmpty();
  }

  @Test
  void describesAnalysesInEveryState() {
    assertThat(violations("Analysis", running.get(path(done.id())).body())).isEmpty();
    assertThat(violations("Analysis", running.get(path(failed.id())).body())).isEmpty();
    assertThat(running.get(path(done.id())).json().path("outcome").isObject()).isTrue();
    assertThat(running.get(path(failed.id())).json().path("error").isObject()).isTrue();
    assertThat(violations("Report", running.get(path(done.id()) + "/report").body())).isEmpty();
    assertThat(violations("Error", running.get(path(failed.id()) + "/report").body())).isEmpty();
    String orbit = running.get(path(done.id()) + "/orbit?steps=5").body();
    assertThat(violations("SampleOrbit", orbit)).isEmpty();
    String none = running.get(path(done.id()) + "/orbit?generator=99").body();
    assertThat(violations("Error", none)).isEmpty();
  }

  @Test
  void describesFilesAndChecks() {
    Answer again =
        running.upload("models", "?name=again.formula", "inputs x, y, z\nr = x*y*z + 1\n");
    String model = done.request().model().id().orElseThrow();

    assertThat(again.status()).isEqualTo(201);
    assertThat(violations("StoredFile", again.body())).isEmpty();
    assertThat(violations("StoredFile", running.get("/api/v1/models/" + model).body())).isEmpty();
    Answer checked = running.get("/api/v1/checks/" + check.id());
    assertThat(violations("Check", checked.body())).isEmpty();
    assertThat(checked.json().path("finished").asBoolean()).isTrue();
    String compared = "/api/v1/compare?before=%s&after=%s".formatted(done.id(), done.id());
    assertThat(violations("Comparison", running.get(compared).body())).isEmpty();
  }

  @Test
  void describesRequestsAsTheClientSendsThem() throws IOException {
    String sent = ServiceJson.lenient().writeValueAsString(done.request());

    assertThat(violations("AnalysisRequest", sent)).isEmpty();
    assertThat(violations("AnalysisRequest", sent.replace("\"data\"", "\"date\""))).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "\"state\":\"done\"|\"state\":\"DONE\"",
        "\"attempts\":1|\"attempts\":\"1\"",
        "\"verdict\":\"invariant\"|\"verdict\":\"yes\"",
        "\"id\":|\"name\":",
        "\"times\":|\"extra\":1,\"times\":"
      })
  void tellsOtherThingsApart(String part, String other) {
    String json = running.get(path(done.id())).body();

    assertThat(json).contains(part);
    assertThat(violations("Analysis", json.replace(part, other))).isNotEmpty();
  }

  private static String path(String id) {
    return "/api/v1/analyses/" + id;
  }

  private static List<ValidationMessage> violations(String schema, String json) {
    ObjectNode root = JSON.createObjectNode();
    root.put("$ref", "#/components/schemas/" + schema);
    root.set("components", document.path("components"));
    return new ArrayList<>(FACTORY.getSchema(root).validate(json, InputFormat.JSON));
  }
}
