package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What {@code liegg serve} may be told; the service has tests of its own. */
class ServeCommandTest {
  @TempDir Path folder;

  @Test
  void printsWhatItWouldRunWithAsTheFileTakesIt() throws IOException {
    CommandRun printed =
        CommandRun.in(folder, "serve", "--data", data(), "--print-config", "--workers", "3");
    Path file = folder.resolve("liegg.yaml");
    Files.writeString(file, printed.out());

    CommandRun again = CommandRun.in(folder, "serve", "--print-config");

    assertThat(printed.exitCode()).isZero();
    assertThat(printed.out()).startsWith("serve:\n").contains("  workers: 3\n", "  port: 8080\n");
    assertThat(again.out()).isEqualTo(printed.out());
    assertThat(Path.of(data())).doesNotExist();
  }

  @Test
  void takesItsOwnPartOfTheFileAndNoDefaultsOfOthers() throws IOException {
    Files.writeString(
        folder.resolve("liegg.yaml"), "defaults: {data: x.npy}\nserve: {port: 99, data: kept}\n");

    CommandRun run = CommandRun.in(folder, "serve", "--print-config", "--port", "98");

    assertThat(run.out()).contains("  port: 98\n", "kept\"").doesNotContain("x.npy");
  }

  @Test
  void refusesKeysThatItDoesNotKnow() throws IOException {
    Files.writeString(folder.resolve("liegg.yaml"), "serve: {wrkers: 2}\n");

    CommandRun run = CommandRun.in(folder, "serve", "--data", data());

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("LIEGG-CONFIG-INVALID", "wrkers", "did you mean 'workers'");
  }

  @ParameterizedTest
  @CsvSource({
    "--host 0.0.0.0, LIEGG-SERVICE-OPEN",
    "--port 70000, port 70000",
    "--workers 0, workers 0",
    "--tls-key k.pem, --tls-certificate",
    "--database jdbc:mysql://x, LIEGG-SERVICE-DATABASE",
    "--root /no/such/folder, LIEGG-SERVICE-ROOT",
    "--retention 0, --retention",
    "--token-file /no/such/file, --token-file"
  })
  void refusesInOneLine(String options, String said) {
    List<String> words =
        Stream.concat(Stream.of("serve", "--data", data()), Stream.of(options.split(" "))).toList();

    CommandRun run = CommandRun.of(words.toArray(String[]::new));

    assertThat(run.exitCode()).as(run.err()).isEqualTo(2);
    assertThat(run.err().lines()).hasSize(1).allMatch(line -> line.contains(said));
  }

  @Test
  void isDocumentedOptionByOption() throws IOException {
    String page = Files.readString(Path.of("../docs/operations.md"));
    CommandRun printed = CommandRun.of("serve", "--data", data(), "--print-config");

    List<String> keys =
        printed
            .out()
            .lines()
            .skip(1)
            .map(line -> line.replaceFirst("^ *(# )?", "").replaceFirst(":.*", ""))
            .toList();

    assertThat(keys).hasSizeGreaterThan(15);
    assertThat(keys).allMatch(key -> page.contains("`%s`".formatted(key)), "in operations.md");
  }

  @Test
  @DisabledOnOs(OS.WINDOWS)
  void listensUntilItIsToldToStop() throws IOException, InterruptedException {
    ProcessBuilder builder =
        new ProcessBuilder(CommandRun.inJvm("-Xmx512m", "serve", "--data", data(), "--port", "0"));
    builder.environment().put("LIEGG_SERVE_DRAIN", "1");
    Process process = builder.redirectError(folder.resolve("err").toFile()).start();
    try (BufferedReader out =
        new BufferedReader(
            new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8))) {
      String line = out.readLine();
      assertThat(line).startsWith("Listening on http://127.0.0.1:");
      String address = line.replaceFirst("Listening on ", "");
      HttpRequest ready = HttpRequest.newBuilder(URI.create(address + "/health/ready")).build();
      var answer = HttpClient.newHttpClient().send(ready, BodyHandlers.ofString());
      assertThat(answer.body()).isEqualTo("{\"status\":\"UP\"}");

      process.destroy();

      assertThat(process.waitFor(60, TimeUnit.SECONDS)).isTrue();
      assertThat(process.exitValue()).isEqualTo(143);
      assertThat(folder.resolve("err")).isEmptyFile();
    } finally {
      process.destroyForcibly();
    }
  }

  private String data() {
    return folder.resolve("data").toString();
  }
}
