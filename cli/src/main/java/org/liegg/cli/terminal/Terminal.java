package org.liegg.cli.terminal;

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
 * @param verbosity how much is said beside results and errors
 */
public record Terminal(
    PrintStream out,
    PrintStream err,
    boolean interactive,
    boolean progress,
    int columns,
    Charset charset,
    Verbosity verbosity) {
  private static final int DEFAULT_COLUMNS = 100;

  /** One of the usual verbosity. */
  public Terminal(
      PrintStream out,
      PrintStream err,
      boolean interactive,
      boolean progress,
      int columns,
      Charset charset) {
    this(out, err, interactive, progress, columns, charset, new Verbosity());
  }

  /** That of this process. */
  public static Terminal ofSystem() {
    return of(System.getenv());
  }

  /** That of this process, in an environment. */
  public static Terminal of(Map<String, String> environment) {
    Charset charset = isAscii(environment) ? StandardCharsets.US_ASCII : StandardCharsets.UTF_8;
    boolean colour = environment.get("NO_COLOR") == null;
    return new Terminal(
        new ResultStream(new FileOutputStream(FileDescriptor.out), charset),
        new PrintStream(StandardError.open(), true, charset),
        Boolean.getBoolean("org.liegg.cli.terminal") && colour,
        Boolean.getBoolean("org.liegg.cli.progress"),
        Integer.getInteger("org.liegg.cli.columns", DEFAULT_COLUMNS),
        charset);
  }

  /** Whether progress is shown: standard error is a terminal, and somebody wants to know. */
  @Override
  public boolean progress() {
    return progress && !verbosity.isQuiet();
  }

  /** Says how far something is, unless quiet is wanted. */
  public void say(String text) {
    if (!verbosity.isQuiet()) {
      err.print(PrintableFormatter.line(text));
    }
  }

  /** Says what is done or chosen, where that is wanted. */
  public void detail(String text) {
    if (verbosity.isVerbose()) {
      err.print(PrintableFormatter.line(text));
    }
  }

  /** Whether characters beyond ASCII are shown. */
  public boolean unicode() {
    return !charset.equals(StandardCharsets.US_ASCII);
  }

  /** A writer to one of the streams. */
  public PrintWriter writer(PrintStream stream) {
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
