package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.DisabledOnOs;
import org.junit.jupiter.api.condition.OS;
import org.junit.jupiter.api.io.TempDir;

/** What the launcher takes out of what native libraries write, and what it leaves. */
@DisabledOnOs(OS.WINDOWS)
class LauncherStreamsTest {
  private static final String NATIVE =
      """
      cat >&2 << 'END'
      WARNING: All log messages before absl::InitializeLog() is called are written to STDERR
      I0000 00:00:1795881354.050039    3600 mlir_graph_optimization_pass.cc:401] MLIR V1 is not enabled
      E0000 00:00:1795881354.050039    3600 session.cc:1] no memory
      I0 think
      no newline
      END
      printf cut >&2
      """;

  @TempDir Path folder;
  private Checkout checkout;
  private Path model;

  @BeforeEach
  void build() throws Exception {
    checkout = Checkout.built(folder);
    model = Files.createDirectory(folder.resolve("saved_model"));
  }

  @Test
  void whatTensorflowSaysForNothingIsNotSeen() throws Exception {
    checkout.putJava(NATIVE + "echo answer\nexit 81");

    CommandRun run = extract(model);

    assertThat(run.err().lines())
        .containsExactly(
            "E0000 00:00:1795881354.050039    3600 session.cc:1] no memory",
            "I0 think",
            "no newline",
            "cut");
    assertThat(run.out()).isEqualTo("answer\n");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void whatWeSayGoesPastIt() throws Exception {
    checkout.putJava(
        """
        for option; do
          case $option in -Dorg.liegg.cli.err=*) file=${option#*=} ;; esac
        done
        printf 'half a line, I0000 ' >> "$file"
        exit 82
        """);

    CommandRun run = extract(model);

    assertThat(run.err()).isEqualTo("half a line, I0000 ");
    assertThat(run.exitCode()).isEqualTo(2);
  }

  @Test
  void aJavaThatFailsIsStillSaid() throws Exception {
    checkout.putJava("echo 'no heap' >&2\nexit 1");

    CommandRun run = extract(model);

    assertThat(run.err()).startsWith("no heap\nliegg: LIEGG-JVM-FAILED");
    assertThat(run.exitCode()).isEqualTo(70);
  }

  @Test
  void otherModelsAreNotFiltered() throws Exception {
    checkout.putJava(NATIVE + "exit 80");

    assertThat(extract(folder.resolve("model.zip")).err()).startsWith("WARNING: All log messages");
  }

  private CommandRun extract(Path model) throws Exception {
    return checkout.run(Map.of(), "extract", "--model", model.toString());
  }
}
