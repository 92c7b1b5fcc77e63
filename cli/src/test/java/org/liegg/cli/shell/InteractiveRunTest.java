package org.liegg.cli.shell;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.List;
import java.util.Optional;
import jdk.jshell.tool.JavaShellToolBuilder;
import org.junit.jupiter.api.Test;

class InteractiveRunTest {

  @Test
  void linesAreAnsweredUntilTheUserLeaves() {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    String lines =
        """
        liegg.action("so(3)").dimension()
        extraction.request().question().action().get().text()
        /exit 4
        """;
    JavaShellToolBuilder tool =
        JavaShellToolBuilder.builder()
            .in(new ByteArrayInputStream(lines.getBytes(StandardCharsets.UTF_8)), null)
            .out(new PrintStream(out, true, StandardCharsets.UTF_8))
            .persistence(new HashMap<>());

    int code =
        InteractiveRun.run(
            tool,
            new StartUp(
                List.of(), Optional.of("a \"\n.zip"), Optional.of("ü.npy"), Optional.of("gl(2)")));

    assertThat(code).isEqualTo(4);
    assertThat(out.toString(StandardCharsets.UTF_8))
        .contains("$1 ==> 3", "$2 ==> \"gl(2)\"")
        .doesNotContain("Error");
  }

  @Test
  void textsAreWrittenAsJavaHasThem() {
    assertThat(StartUp.literal("a\"\\\n\u00fc")).isEqualTo("\"a\\\"\\\\\\012\\u00fc\"");
  }

  @Test
  void aJavaWithoutAShellIsRefused() {
    assertThatCode(() -> ShellCommand.requireShell(ModuleLayer.boot())).doesNotThrowAnyException();
    assertThatThrownBy(() -> ShellCommand.requireShell(ModuleLayer.empty()))
        .hasMessageStartingWith("LIEGG-SHELL-JDK: ")
        .hasMessageContaining("JAVA_HOME");
  }
}
