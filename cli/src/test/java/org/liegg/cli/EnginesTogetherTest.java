package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The native libraries of all engines in one Java virtual machine, a new one for each order of
 * first use.
 */
class EnginesTogetherTest {
  private static final int FIRST_WITHOUT_WARNINGS = 24;

  private static final List<String> NEWER =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  private static final List<String> RIGHT =
      List.of("pytorch right", "onnx right", "tensorflow 10", "deeplearning4j 10");

  @TempDir Path folder;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "pytorch onnx tensorflow deeplearning4j",
        "deeplearning4j tensorflow onnx pytorch"
      })
  void allWorkInAnyOrder(String order) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");
    assertThat(output(java, List.of(), order.split(" ", -1))).contains(RIGHT);
  }

  /** Where a JDK 25 stands beside the one that runs the tests. */
  @Test
  void allWorkOnJava25() throws IOException, InterruptedException {
    Optional<Path> java = newerJava();
    assumeTrue(java.isPresent(), "there is no JDK 25 beside this one");

    assertThat(output(java.get(), NEWER, "tensorflow", "deeplearning4j", "pytorch", "onnx"))
        .contains(RIGHT)
        .doesNotContain("A terminally deprecated method", "A restricted method");
  }

  private String output(Path java, List<String> options, String... engines)
      throws IOException, InterruptedException {
    List<String> command = new ArrayList<>(List.of(java.toString(), "-Xmx1g"));
    command.add("-Dorg.bytedeco.javacpp.maxphysicalbytes=0");
    command.addAll(options);
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.addAll(List.of(TwoEngines.class.getName(), folder.toString()));
    command.addAll(List.of(engines));
    Path printed = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().put("TF_CPP_MIN_LOG_LEVEL", "3");
    Process process = builder.redirectErrorStream(true).redirectOutput(printed.toFile()).start();
    assertThat(process.waitFor(4, TimeUnit.MINUTES)).isTrue();
    String text = Files.readString(printed);
    assertThat(process.exitValue()).as(text).isZero();
    return text;
  }

  private static Optional<Path> newerJava() throws IOException {
    Path home = Path.of(System.getProperty("java.home")).toRealPath();
    try (Stream<Path> installed = Files.list(home.getParent())) {
      return installed
          .filter(folder -> version(folder) >= FIRST_WITHOUT_WARNINGS)
          .map(folder -> folder.resolve("bin").resolve("java"))
          .filter(Files::isExecutable)
          .findFirst();
    }
  }

  private static int version(Path home) {
    try (Stream<String> lines = Files.lines(home.resolve("release"))) {
      return lines
          .filter(line -> line.startsWith("JAVA_VERSION="))
          .map(line -> line.replaceAll("[^0-9.]", ""))
          .mapToInt(version -> Integer.parseInt(version.split("\\.", 2)[0]))
          .findFirst()
          .orElse(0);
    } catch (IOException e) {
      return 0;
    }
  }
}
