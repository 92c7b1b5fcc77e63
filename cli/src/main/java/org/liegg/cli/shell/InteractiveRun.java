package org.liegg.cli.shell;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import jdk.jshell.tool.JavaShellToolBuilder;

/** Java by the line, as {@code jshell} has it, in this process. */
final class InteractiveRun {
  private InteractiveRun() {}

  /**
   * Runs until the user leaves.
   *
   * @param tool knows where lines come from and go to
   * @return what {@code /exit} is given
   */
  static int run(JavaShellToolBuilder tool, StartUp start) {
    try {
      Path script = Files.createTempFile("liegg", ".jsh");
      try {
        Files.writeString(script, start.script());
        return tool.start(
            "--execution",
            "local",
            "--class-path",
            start.classPath(),
            "--startup",
            script.toString());
      } finally {
        Files.deleteIfExists(script);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException("the shell ended with " + e, e);
    }
  }
}
