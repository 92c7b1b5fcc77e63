package org.liegg.cli.serve;

import com.fasterxml.jackson.core.io.JsonStringEncoder;
import java.io.PrintStream;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.time.temporal.ChronoUnit;
import java.util.logging.Formatter;
import java.util.logging.Handler;
import java.util.logging.Level;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.liegg.api.Printable;

/** What a service logs, a line each, on standard error: its own news, and warnings of others. */
final class ServiceLog extends Handler {
  /** Kept, since the log manager does not. */
  private static final Logger OURS = Logger.getLogger("org.liegg.service");

  private static final Logger ACCESS = Logger.getLogger("org.liegg.service.access");

  private final PrintStream err;

  private ServiceLog(PrintStream err, Formatter format) {
    this.err = err;
    setFormatter(format);
  }

  /**
   * Logs from now on.
   *
   * @param access whether every request is logged
   */
  static void begin(PrintStream err, LogFormat format, boolean access) {
    ServiceLog log = new ServiceLog(err, format == LogFormat.JSON ? new Json() : new Text());
    OURS.setUseParentHandlers(false);
    OURS.setLevel(Level.INFO);
    ACCESS.setLevel(access ? Level.INFO : Level.OFF);
    OURS.addHandler(log);
    if (format == LogFormat.JSON) {
      Logger all = Logger.getLogger("");
      for (Handler usual : all.getHandlers()) {
        usual.setFormatter(new Json());
      }
    }
  }

  @Override
  public void publish(LogRecord entry) {
    if (isLoggable(entry)) {
      err.print(getFormatter().format(entry));
    }
  }

  @Override
  public void flush() {
    err.flush();
  }

  @Override
  public void close() {}

  private static String time(LogRecord entry) {
    return entry.getInstant().truncatedTo(ChronoUnit.MILLIS).toString();
  }

  private static final class Text extends Formatter {
    @Override
    public String format(LogRecord entry) {
      String thrown = entry.getThrown() == null ? "" : ": " + entry.getThrown();
      return "%s %s %s%n"
          .formatted(
              time(entry), entry.getLevel(), Printable.message(formatMessage(entry) + thrown));
    }
  }

  private static final class Json extends Formatter {
    @Override
    public String format(LogRecord entry) {
      return "{\"time\":\"%s\",\"level\":\"%s\",\"logger\":%s,\"message\":%s%s}%n"
          .formatted(
              time(entry),
              entry.getLevel(),
              quoted(String.valueOf(entry.getLoggerName())),
              quoted(formatMessage(entry)),
              entry.getThrown() == null ? "" : ",\"thrown\":" + quoted(trace(entry.getThrown())));
    }

    private static String quoted(String text) {
      return '"' + String.valueOf(JsonStringEncoder.getInstance().quoteAsString(text)) + '"';
    }

    private static String trace(Throwable thrown) {
      StringWriter text = new StringWriter();
      thrown.printStackTrace(new PrintWriter(text));
      return text.toString();
    }
  }
}
