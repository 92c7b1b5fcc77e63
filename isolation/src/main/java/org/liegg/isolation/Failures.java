package org.liegg.isolation;

import java.io.IOException;
import java.util.List;
import java.util.regex.Pattern;
import org.liegg.api.ActionException;
import org.liegg.api.DataException;
import org.liegg.api.LieggException;
import org.liegg.api.ModelException;
import org.liegg.api.NumericalException;
import org.liegg.api.OutputException;
import org.liegg.api.PluginException;
import org.liegg.api.ProviderException;

/**
 * Errors on their way out of a worker. Those with a code arrive as they were thrown: the same type,
 * code and message. Anything else is a {@link WorkerException} that says what it was.
 */
final class Failures {
  private static final int UNCODED = 0;
  private static final int OUT_OF_MEMORY = 1;
  private static final int CODED = 2;
  private static final int LONGEST_MESSAGE = 10_000;
  private static final Pattern CODE = Pattern.compile("LIEGG-[A-Z0-9-]{1,80}");

  /** In the order of their numbers; what is none of these arrives as their common type. */
  private static final List<Class<? extends LieggException>> TYPES =
      List.of(
          ModelException.class,
          ProviderException.class,
          DataException.class,
          ActionException.class,
          NumericalException.class,
          OutputException.class,
          PluginException.class);

  private Failures() {}

  static void put(Connection to, Throwable thrown) throws IOException {
    if (thrown instanceof LieggException coded) {
      to.putInt(CODED);
      to.putInt(1 + TYPES.indexOf(coded.getClass()));
      to.putText(coded.code());
      to.putText(String.valueOf(coded.getMessage()));
    } else {
      to.putInt(thrown instanceof OutOfMemoryError ? OUT_OF_MEMORY : UNCODED);
      to.putText(String.valueOf(thrown));
    }
  }

  /** The error that a worker reports. */
  static LieggException get(Connection from, WorkerErrors errors) throws IOException {
    int kind = from.getCount("a kind of error", CODED);
    if (kind != CODED) {
      String thrown = PlainText.line(from.getText(), LONGEST_MESSAGE);
      return kind == OUT_OF_MEMORY ? errors.outOfMemory(thrown) : errors.failed(thrown);
    }
    int type = from.getCount("a type of error", TYPES.size());
    String code = from.getText();
    String message = PlainText.line(from.getText(), LONGEST_MESSAGE);
    return coded(type, code, message);
  }

  /** Any split gives the same message again: it is put together as it was taken apart. */
  private static LieggException coded(int type, String code, String message)
      throws BadMessageException {
    String start = code + ": ";
    int subject = message.indexOf(": ", start.length());
    if (!CODE.matcher(code).matches() || !message.startsWith(start) || subject < 0) {
      throw new BadMessageException("an error without code, subject and finding");
    }
    int remedy = message.lastIndexOf(';');
    // A message that was cut for its length has lost what to do.
    boolean whole = remedy >= subject + 2;
    return exception(
        type,
        code,
        message.substring(start.length(), subject),
        message.substring(subject + 2, whole ? remedy : message.length()),
        whole
            ? message.substring(remedy + 1).strip()
            : "the message was too long to be shown whole");
  }

  private static LieggException exception(
      int type, String code, String subject, String found, String remedy) {
    return switch (type) {
      case 1 -> new ModelException(code, subject, found, remedy);
      case 2 -> new ProviderException(code, subject, found, remedy);
      case 3 -> new DataException(code, subject, found, remedy);
      case 4 -> new ActionException(code, subject, found, remedy);
      case 5 -> new NumericalException(code, subject, found, remedy);
      case 6 -> new OutputException(code, subject, found, remedy);
      case 7 -> new PluginException(code, subject, found, remedy);
      default -> new LieggException(code, subject, found, remedy);
    };
  }
}
