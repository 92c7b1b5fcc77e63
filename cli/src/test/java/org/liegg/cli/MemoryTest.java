package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.liegg.cli.base.ExitCode;

/** What does not fit is refused in one line, before the work starts. */
class MemoryTest {

  @Test
  void moreFieldsThanTheHeapHoldsAreRefusedWithWhatIsNeeded() throws Exception {
    // 10 010 fields: a dozen matrices of 800 MB.
    CommandRun run = child("-Xmx256m", "--action", "poly(10,4)", "--decomposition", "gram");

    assertThat(run.err()).startsWith("liegg: LIEGG-MEMORY: action 'poly(10,4)': 10010 candidate");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.err())
        .contains("GiB", "of a heap of at most", "LIEGG_JAVA_OPTS=-Xmx", "--decomposition lobpcg")
        .doesNotContain("OutOfMemoryError");
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  @Test
  void aBatchThatNoArrayHoldsIsRefusedWithOneThatFits() throws Exception {
    CommandRun run = child("-Xmx256m", "--batch-size", "2000000000");

    assertThat(run.err())
        .startsWith("liegg: LIEGG-MEMORY: ")
        .contains("does not fit into one array", "--batch-size ");
    assertThat(run.err().lines()).hasSize(1);
    assertThat(run.exitCode()).isEqualTo(ExitCode.BAD_INPUT);
  }

  private static CommandRun child(String heap, String... more)
      throws IOException, InterruptedException {
    List<String> command =
        CommandRun.inJvm(
            heap,
            CommandRun.arguments(
                "extract", CommandRun.reference("model.zip"), CommandRun.reference("x.npy"), more));
    Process process =
        new ProcessBuilder(command).redirectOutput(ProcessBuilder.Redirect.DISCARD).start();
    process.getOutputStream().close();
    String err = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
    return new CommandRun(process.waitFor(), "", err);
  }
}
