package org.liegg.cli;

import java.io.FileDescriptor;
import java.io.FileOutputStream;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What the command writes to. Whether standard output and error are terminals only the launcher
 * knows; it says so in system properties.
 *
 * @param out results
 * @param err everything else
 * @param interactive standard output is a terminal
 * @param progress standard error is a terminal
 * @param columns width of the terminal
 * @param charset of both streams; other than ASCII, characters beyond it are shown
 */
record Terminal(
    PrintStream out,
    PrintStream err,
    boolean interactive,
    boolean progress,
    int columns,
    Charset charset) {
  private static final int DEFAULT_COLUMNS = 100;

  static Terminal ofSystem() {
    Charset charset = isAscii(System.getenv()) ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8;
    boolean colour = System.getenv("NO_COLOR") == null;
    return new Terminal(
        new ResultStream(new FileOutputStream(FileDescriptor.out), charset),
        new PrintStream(new FileOutputStream(FileDescriptor.err), true, charset),
        Boolean.getBoolean("org.liegg.cli.terminal") && colour,
        Boolean.getBoolean("org.liegg.cli.progress"),
        Integer.getInteger("org.liegg.cli.columns", DEFAULT_COLUMNS),
        charset);
  }

  boolean unicode() {
    return !charset.equals(StandardCharsets.US_ASCII);
  }

  PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, charset);
  }

  /** POSIX: the first of these that is set decides; where none is, UTF-8 is assumed. */
  private static boolean isAscii(Map<String, String> environment) {
    for (String name : new String[] {"LC_ALL", "LC_CTYPE", "LANG"}) {
      String value = environment.get(name);
      if (value != null && !value.isEmpty()) {
        return value.equals("POSIX") || value.equals("C");
      }
    }
    return false;
  }
}
