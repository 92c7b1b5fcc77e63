package org.liegg.isolation;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** How a worker ended is told by its exit code and by what it printed last. */
class WorkerErrorsTest {
  private static final WorkerErrors ERRORS = new WorkerErrors("m", WorkerSettings.defaults());

  @ParameterizedTest
  @CsvSource({
    "0, LIEGG-WORKER-EXITED",
    "1, LIEGG-WORKER-EXITED",
    "3, LIEGG-WORKER-EXITED",
    "134, LIEGG-WORKER-CRASHED",
    "137, LIEGG-WORKER-KILLED",
    "139, LIEGG-WORKER-CRASHED",
    "255, LIEGG-WORKER-EXITED",
    "-1073741819, LIEGG-WORKER-EXITED",
  })
  void exitCodes(int code, String expected) {
    assertThat(ERRORS.ended(code, "opening the model", Optional.of("said")).code())
        .isEqualTo(expected);
  }

  @Test
  void memory() {
    Optional<String> said = Optional.of("Terminating due to java.lang.OutOfMemoryError: Java heap");

    assertThat(ERRORS.ended(3, "opening the model", said))
        .hasMessageStartingWith("LIEGG-WORKER-OUT-OF-MEMORY: model m: ")
        .hasMessageContaining("2048 MB")
        .hasMessageContaining("--isolate-memory");
    assertThat(ERRORS.ended(4, "opening the model", said).code()).isEqualTo("LIEGG-WORKER-EXITED");
  }

  @Test
  void theLastLineIsTheCause() {
    assertThat(cause("first\nlast\n\n")).contains("last");
    assertThat(cause("")).isEmpty();
  }

  @Test
  void ofACrashTheLibrarysOwnLineIsTheCause() {
    assertThat(cause("Check failed: x\n#\n# A fatal error\n#\n#  SIGABRT (0x6)\n#\n# more\n"))
        .contains("Check failed: x");
    assertThat(cause("#\n# A fatal error\n#\n#  SIGSEGV (0xb) at pc=0x1\n#\n# more\n"))
        .contains("SIGSEGV (0xb) at pc=0x1");
  }

  @Test
  void theCauseIsPrintableAndShort() {
    assertThat(cause("\u001b[2Jcleared\u202e")).contains("\\u001B[2Jcleared\\u202E");
    assertThat(cause("x".repeat(1_000_000)).orElseThrow()).hasSize(301).endsWith("x…");
  }

  private static Optional<String> cause(String printed) {
    WorkerOutput output =
        new WorkerOutput(new ByteArrayInputStream(printed.getBytes(StandardCharsets.UTF_8)));
    output.await();
    return output.cause();
  }
}
