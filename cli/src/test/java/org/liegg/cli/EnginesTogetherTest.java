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
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The native libraries of all engines in one Java virtual machine, a new one for each order of
 * first use.
 */
class EnginesTogetherTest {
  private static final int FIRST_WITHOUT_WARNINGS = 24;

  private static final List<String> NEWER =
      List.of("--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");

  @TempDir Path folder;

  @ParameterizedTest(name = "{0}, then {1}")
  @CsvSource({"deeplearning4j, tensorflow", "tensorflow, deeplearning4j"})
  void workInEitherOrder(String first, String second) throws IOException, InterruptedException {
    Path java = Path.of(System.getProperty("java.home"), "bin", "java");

    assertThat(output(java, List.of(), first, second)).contains(first + " 10", second + " 10");
  }

  /** All native libraries that there are, each the first once. */
  @ParameterizedTest
  @ValueSource(
      strings = {
        "pytorch onnx tensorflow deeplearning4j",
        "onnx pytorch deeplearning4j tensorflow",
        "tensorflow deeplearning4j pytorch onnx",
        "deeplearning4j tensorflow onnx pytorch"
      })
  void allWorkInAnyOrder(String order) throws IOException, InterruptedException {
    assertAllWork(Path.of(System.getProperty("java.home"), "bin", "java"), List.of(), order);
    Optional<Path> newer = newerJava();
    if (newer.isPresent()) {
      assertAllWork(newer.get(), NEWER, order);
    }
  }

  private void assertAllWork(Path java, List<String> options, String order)
      throws IOException, InterruptedException {
    assertThat(output(java, options, order.split(" ", -1)))
        .contains("pytorch right", "onnx right", "tensorflow 10", "deeplearning4j 10");
  }

  /** Where a JDK 25 stands beside the one that runs the tests. */
  @ParameterizedTest(name = "{0}, then {1}")
  @CsvSource({"deeplearning4j, tensorflow", "tensorflow, deeplearning4j"})
  void workInEitherOrderOnJava25(String first, String second)
      throws IOException, InterruptedException {
    Optional<Path> java = newerJava();
    assumeTrue(java.isPresent(), "there is no JDK 25 beside this one");

    assertThat(output(java.get(), NEWER, first, second))
        .contains(first + " 10", second + " 10")
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
