package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.cli.base.ExitCode;

/** {@code --isolate}: the same results, and one error where the other process ends. */
@Tag("slow")
class IsolateTest {
  @TempDir Path folder;

  @ParameterizedTest(name = "{0} {1} {2} threads")
  @CsvSource({
    "model.zip, float, 1",
    "model.zip, double, 2",
    "saved_model, float, 2",
    "saved_model, double, 1",
  })
  void referenceNetworks(String model, String precision, String threads) throws IOException {
    assertSame(
        CommandRun.reference(model),
        CommandRun.reference("x.npy"),
        "--action",
        "gl(5)^2",
        "--reference",
        "so(5)",
        "--precision",
        precision,
        "--threads",
        threads);
  }

  @ParameterizedTest
  @ValueSource(strings = {"logits", "normalized-logits"})
  void aKerasModel(String head) throws IOException {
    assertSame(
        Path.of("src/test/resources/keras/conv.h5"),
        SampleFiles.digits(folder.resolve("digits-idx3-ubyte"), 120, 12),
        "--action",
        "image(12x12)",
        "--finite-samples",
        "20",
        "--head",
        head);
  }

  @ParameterizedTest
  @ValueSource(strings = {"float", "double"})
  void aTorchScriptModel(String precision) throws IOException {
    assertSame(
        TorchNetwork.file("mlp-traced.pt"),
        SampleFiles.normal(folder.resolve("x.npy"), 300, 3),
        "--precision",
        precision);
  }

  @Test
  void aNetworkThatDeeplearning4jComputes() throws IOException {
    assertSame(
        SampleNetworks.recurrent(folder.resolve("lstm.zip")),
        SampleFiles.series(folder.resolve("series.npy"), 300, 3, 5),
        "--action",
        "gl(15)");
  }

  @Test
  void aGraphOfTwoInputs() throws IOException {
    assertSame(
        SampleNetworks.twoInputs(folder.resolve("two.zip")),
        SampleFiles.normal(folder.resolve("a.npy"), 600, 3),
        "--input",
        "a",
        "--with",
        "b=" + SampleFiles.normal(folder.resolve("b.npy"), 600, 2));
  }

  @Test
  void checksAndLayers() {
    List<String> model =
        List.of(
            "--model",
            CommandRun.reference("model.zip").toString(),
            "--data",
            CommandRun.reference("x.npy").toString(),
            "--action",
            "gl(5)^2");
    for (List<String> command :
        List.of(
            List.of("check", "--expect", "so(5)"),
            List.of("layers", "--reference", "so(5)", "--limit", "400"),
            List.of("extract", "--output", "?"))) {
      List<String> whole = new ArrayList<>(command);
      whole.addAll(model);
      CommandRun here = CommandRun.of(whole.toArray(new String[0]));
      whole.add("--isolate");

      CommandRun there = CommandRun.of(whole.toArray(new String[0]));

      assertThat(there).isEqualTo(here);
      assertThat(there.err()).isEmpty();
    }
  }

  @Test
  void badModelsGiveTheSameErrors() throws IOException {
    Path cut = folder.resolve("cut.zip");
    byte[] whole = Files.readAllBytes(CommandRun.reference("model.zip"));
    Files.write(cut, Arrays.copyOf(whole, whole.length - 400));
    Path empty = Files.createDirectory(folder.resolve("saved"));
    Files.write(empty.resolve("saved_model.pb"), new byte[] {8, 1, 18});

    for (Path model : List.of(cut, empty, folder.resolve("missing.zip"))) {
      for (String engine : List.of("dl4j", "tensorflow", "keras")) {
        List<String> command = command(model, CommandRun.reference("x.npy"), "--engine", engine);
        CommandRun here = CommandRun.of(command.toArray(new String[0]));
        command.add("--isolate");

        assertThat(CommandRun.of(command.toArray(new String[0]))).isEqualTo(here);
        assertThat(here.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
      }
    }
  }

  /** More samples than can be differentiated before somebody ends the process. */
  @Test
  @DisabledOnOs(OS.WINDOWS)
  void aProcessThatIsKilledIsOneErrorAndNoReport() throws IOException {
    Path report = folder.resolve("report.json");
    List<String> command = command(CommandRun.reference("model.zip"), HugeData.in(folder));
    command.addAll(List.of("--isolate", "--action", "gl(10)", "--json", report.toString()));
    CompletableFuture<CommandRun> running =
        CompletableFuture.supplyAsync(() -> CommandRun.of(command.toArray(new String[0])));

    endWorkers(running);

    CommandRun run = running.orTimeout(5, TimeUnit.MINUTES).join();
    assertThat(run.exitCode()).isEqualTo(ExitCode.INTERNAL_ERROR);
    assertThat(run.err()).startsWith("liegg: LIEGG-WORKER-").hasLineCount(1);
    assertThat(run.out()).isEmpty();
    assertThat(report).doesNotExist();
  }

  /** One that ended before anything was asked of it is replaced, so that one kill may not do. */
  private static void endWorkers(CompletableFuture<CommandRun> running) {
    while (!running.isDone()) {
      ProcessHandle.current().children().forEach(ProcessHandle::destroyForcibly);
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(20));
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "--isolate-memory, 1g, --isolate-memory is given without --isolate",
    "--model-timeout, 0, expected seconds from 0.001 to 1000000 but was '0'",
    "--isolate-memory, 63m, '63m' is less than the 64m that a process needs",
    "--isolate-memory, much, expected a size such as 512m or 4g but was 'much'",
    "--isolate-memory, 0g, expected a size such as 512m or 4g but was '0g'",
    "--isolate-memory, 9999999999g, expected a size such as 512m or 4g but was '9999999999g'",
  })
  void wrongUseIsSaid(String option, String value, String message) {
    CommandRun run =
        CommandRun.of(
            command(CommandRun.reference("model.zip"), CommandRun.reference("x.npy"), option, value)
                .toArray(new String[0]));

    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
    assertThat(run.err()).startsWith("liegg: LIEGG-USAGE: ").contains(message).hasLineCount(1);
  }

  private static void assertSame(Path model, Path data, String... options) throws IOException {
    List<String> command = command(model, data, options);
    command.addAll(List.of("--json", "-"));
    JsonNode here = report(command);
    command.addAll(List.of("--isolate", "--isolate-memory", "1g"));

    assertThat(report(command)).isEqualTo(here);
  }

  /** The report without what no two runs share: times and memory. */
  private static JsonNode report(List<String> command) throws IOException {
    CommandRun run = CommandRun.of(command.toArray(new String[0]));
    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isIn(0, 3);
    JsonNode report = run.json();
    ((ObjectNode) report.at("/provenance"))
        .remove(List.of("startedAt", "seconds", "peakMemoryBytes"));
    return report;
  }

  private static List<String> command(Path model, Path data, String... options) {
    List<String> command =
        new ArrayList<>(List.of("extract", "--model", model.toString(), "--data", data.toString()));
    command.addAll(List.of(options));
    return command;
  }
}
