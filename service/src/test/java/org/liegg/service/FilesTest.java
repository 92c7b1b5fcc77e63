package org.liegg.service;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.RandomAccessFile;
import java.net.http.HttpRequest.BodyPublishers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Stream;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.client.AnalysisRequest;
import org.liegg.client.AnalysisState;
import org.liegg.client.ClientException;
import org.liegg.client.StoredFile;
import org.liegg.service.RunningService.Answer;

/** Files come in whole and under names of their own, or not at all. */
class FilesTest {
  private static final Path SAVED_MODEL = Path.of("../cli/src/test/resources/o5-mlp/saved_model");
  private static final long MOST = 1 << 20;

  @TempDir static Path folder;
  private static RunningService running;

  @BeforeAll
  static void start() {
    running =
        RunningService.in(
            folder.resolve("data"), settings -> settings.with(settings.limits().withUpload(MOST)));
  }

  @AfterAll
  static void stop() {
    running.close();
  }

  @AfterEach
  void leavesNothingUnfinished() throws IOException {
    try (Stream<Path> rests = Files.list(folder.resolve("data/unfinished"))) {
      assertThat(rests).isEmpty();
    }
  }

  @Test
  void knowsAFileByItsBytes() {
    Answer first = running.upload("models", "?name=a.formula", "inputs x\nr = x\n");
    Answer again = running.upload("models", "?name=b.formula", "inputs x\nr = x\n");

    assertThat(first.status()).isEqualTo(201);
    assertThat(again.status()).isEqualTo(200);
    assertThat(again.json()).isEqualTo(first.json());
    assertThat(first.json().path("format").asText()).isEqualTo("text");
    String id = first.json().path("id").asText();
    assertThat(running.get("/api/v1/datasets/" + id).status()).isEqualTo(404);
    assertThat(running.delete("/api/v1/models/" + id).status()).isEqualTo(204);
    assertThat(running.delete("/api/v1/models/" + id).status()).isEqualTo(404);
    assertThat(running.upload("models", "?name=b.formula", "inputs x\nr = x\n").status())
        .isEqualTo(201);
  }

  @Test
  void keepsOneOfManyThatComeAtOnce() throws InterruptedException, ExecutionException {
    ExecutorService threads = Executors.newFixedThreadPool(8);
    List<Future<Answer>> sent = new ArrayList<>();
    for (int round = 0; round < 10; round++) {
      for (int i = 0; i < 8; i++) {
        String query = "?name=at-once%d.csv".formatted(i);
        String content = "1,2,3\n".repeat(1000) + round;
        sent.add(threads.submit(() -> running.upload("datasets", query, content)));
      }
    }
    for (Future<Answer> each : sent) {
      assertThat(each.get().status()).as(each.get().body()).isIn(200, 201);
    }
    threads.shutdown();
    for (StoredFile kept : running.client().datasets()) {
      assertThat(folder.resolve("data/datasets").resolve(kept.id()).resolve(kept.name())).exists();
    }
  }

  @Test
  void refusesWhatIsTooLarge() {
    String content = "1,2\n".repeat((int) (MOST / 4) + 1);

    Answer announced = running.upload("datasets", "?name=x.csv", content);
    Answer streamed =
        running.send(
            running
                .request("/api/v1/datasets?name=x.csv")
                .POST(
                    BodyPublishers.ofInputStream(
                        () -> new ByteArrayInputStream(content.getBytes(StandardCharsets.UTF_8)))));

    assertThat(announced.status()).isEqualTo(413);
    assertThat(announced.code()).isEqualTo("LIEGG-SERVICE-UPLOAD-SIZE");
    assertThat(streamed.status()).isEqualTo(413);
    assertThat(streamed.code()).isEqualTo("LIEGG-SERVICE-UPLOAD-SIZE");
  }

  @Test
  void refusesWhatIsMuchTooLargeBeforeItIsSent() throws IOException {
    Path large = folder.resolve("large.bin");
    try (RandomAccessFile file = new RandomAccessFile(large.toFile(), "rw")) {
      file.setLength(256 * MOST);
    }

    assertThatExceptionOfType(ClientException.class)
        .isThrownBy(() -> running.client().uploadDataset(large))
        .satisfies(e -> assertThat(e.status()).hasValue(413))
        .satisfies(e -> assertThat(e.code()).isEqualTo("LIEGG-SERVICE-UPLOAD-SIZE"));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {"", "\u007fELF\u0002", "MZ\u0000", "#!/bin/sh\n", "%PDF-1.7", " <!DOCTYPE HTML>"})
  void refusesWhatIsNoModel(String content) {
    Answer refused = running.upload("models", "?name=net.onnx", content);

    assertThat(refused.status()).isEqualTo(415);
    assertThat(refused.code()).isEqualTo("LIEGG-SERVICE-CONTENT");
  }

  @ParameterizedTest(name = "{0} becomes {1}")
  @CsvSource({
    "..%2F..%2Fetc%2Fpasswd, passwd",
    "..%5C..%5Cevil.onnx, evil.onnx",
    "%2E%2E, file",
    ".hidden.onnx, hidden.onnx",
    "a%00b.onnx, a_b.onnx",
    "a%0Ab%22%3Cc.onnx, a_b__c.onnx",
    "--option.onnx, option.onnx",
    "n%C3%A4t.onnx, n_t.onnx"
  })
  void givesFilesNamesThatAreNoPaths(String name, String kept) {
    Answer stored = running.upload("models", "?name=" + name, "weights of " + name);

    assertThat(stored.status()).as(stored.body()).isEqualTo(201);
    assertThat(stored.json().path("name").asText()).isEqualTo(kept);
    assertThat(
            folder.resolve("data/models").resolve(stored.json().path("id").asText()).resolve(kept))
        .exists();
  }

  @Test
  void wantsToKnowAName() {
    assertThat(running.upload("models", "", "weights").code()).isEqualTo("LIEGG-SERVICE-REQUEST");
    assertThat(running.upload("models", "?name=%20", "x").code())
        .isEqualTo("LIEGG-SERVICE-REQUEST");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "o5/"})
  void unpacksASavedModel(String prefix) throws IOException {
    Path zip = folder.resolve("saved%d.zip".formatted(prefix.length()));
    try (ZipOutputStream out = new ZipOutputStream(Files.newOutputStream(zip));
        Stream<Path> files = Files.walk(SAVED_MODEL)) {
      for (Path file : files.filter(Files::isRegularFile).toList()) {
        out.putNextEntry(new ZipEntry(prefix + SAVED_MODEL.relativize(file)));
        Files.copy(file, out);
      }
    }
    StoredFile stored = running.client().uploadModel(zip);

    Path kept = folder.resolve("data/models").resolve(stored.id()).resolve(stored.name());
    assertThat(kept).isDirectory();
    assertThat(kept.resolve("variables/variables.index")).isRegularFile();
    assertThat(stored.format()).isEqualTo("zip");
  }

  private static byte[] zip(Map<String, String> entries) throws IOException {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream out = new ZipOutputStream(bytes)) {
      out.putNextEntry(new ZipEntry("saved_model.pb"));
      for (Map.Entry<String, String> entry : entries.entrySet()) {
        out.putNextEntry(new ZipEntry(entry.getKey()));
        out.write(entry.getValue().getBytes(StandardCharsets.UTF_8));
      }
    }
    return bytes.toByteArray();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "../outlaw",
        "variables/../../outlaw",
        "/etc/outlaw",
        "C:/outlaw",
        "a\\..\\outlaw",
        "a\u0001",
        ".."
      })
  void refusesArchivesThatReachOutOfTheirFolder(String entry) throws IOException {
    Answer refused = send(zip(Map.of(entry, "text")));

    assertThat(refused.status()).as(refused.body()).isEqualTo(400);
    assertThat(refused.code()).isEqualTo("LIEGG-SERVICE-ARCHIVE");
    try (Stream<Path> all = Files.walk(folder)) {
      assertThat(all.filter(path -> path.toString().contains("outlaw"))).isEmpty();
    }
  }

  @Test
  void refusesArchivesThatContradictThemselvesOrGrow() throws IOException {
    Answer both = send(zip(Map.of("a", "file", "a/b", "below it")));
    Answer bomb = send(zip(Map.of("variables/zeros", "0".repeat((int) MOST + 1))));

    assertThat(both.code()).isEqualTo("LIEGG-SERVICE-ARCHIVE");
    assertThat(bomb.code()).isEqualTo("LIEGG-SERVICE-UPLOAD-SIZE");
  }

  private static Answer send(byte[] archive) {
    return running.send(
        running.request("/api/v1/models?name=m.zip").POST(BodyPublishers.ofByteArray(archive)));
  }

  @Test
  void keepsWhatIsNeeded() {
    AnalysisRequest asked =
        running.request(Given.slow(folder, 3000), Given.samples(folder, 10_000));
    String id = running.client().create(asked).id();

    Answer refused = running.delete("/api/v1/models/" + asked.model().id().orElseThrow());

    assertThat(refused.status()).isEqualTo(409);
    assertThat(refused.code()).isEqualTo("LIEGG-SERVICE-NEEDED");
    running.client().cancel(id);
    assertThat(running.await(id).state()).isEqualTo(AnalysisState.CANCELLED);
    assertThat(running.delete("/api/v1/models/" + asked.model().id().orElseThrow()).status())
        .isEqualTo(204);
  }

  @Test
  void takesOnlyNamesOfFilesThatAreThere() {
    Answer none =
        running.post("/api/v1/analyses", RunningService.asked("0".repeat(64), "../../x", Map.of()));

    assertThat(none.code()).isEqualTo("LIEGG-SERVICE-NOT-FOUND");
  }
}
