package org.liegg.cli.terminal;

import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.logging.Formatter;
import java.util.logging.LogRecord;
import java.util.stream.Collectors;
import org.liegg.api.Printable;

/** What libraries have to say, on one line that is printable, and where it was thrown below it. */
public final class PrintableFormatter extends Formatter {

  /** For {@code logging.properties}, which names it. */
  public PrintableFormatter() {}

  @Override
  public String format(LogRecord entry) {
    String line = "%s: %s".formatted(entry.getLevel().getName(), formatMessage(entry));
    String trace = entry.getThrown() == null ? "" : trace(entry.getThrown());
    return line(line) + trace;
  }

  /** A text as one line of ours. */
  public static String line(String text) {
    return "liegg: " + Printable.message(text) + System.lineSeparator();
  }

  /** A stack trace, every line of it printable: messages in it may quote a file. */
  public static String trace(Throwable thrown) {
    StringWriter text = new StringWriter();
    thrown.printStackTrace(new PrintWriter(text));
    return text.toString()
        .lines()
        .map(PrintableFormatter::shown)
        .collect(Collectors.joining(System.lineSeparator(), "", System.lineSeparator()));
  }

  private static String shown(String line) {
    String indent = line.startsWith("\t") ? "\t" : "";
    return indent + Printable.text(line.substring(indent.length()), Printable.LONGEST_MESSAGE);
  }
}
