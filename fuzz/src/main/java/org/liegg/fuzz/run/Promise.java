package org.liegg.fuzz.run;

import java.util.Arrays;
import java.util.Optional;
import java.util.regex.Pattern;
import org.liegg.api.LieggException;

/** What an error has to be like, and what two faults of one kind have in common. */
final class Promise {
  private static final Pattern CODE = Pattern.compile("LIEGG-[A-Z0-9]+(-[A-Z0-9]+)*");

  /** Longer than any screen: then a message repeats its input. */
  private static final int LONGEST = 10_100;

  private static final int OURS = 4;

  private Promise() {}

  /** What is wrong with the message, if anything. */
  static Optional<String> broken(LieggException refusal) {
    String message = String.valueOf(refusal.getMessage());
    if (!CODE.matcher(refusal.code()).matches() || !message.startsWith(refusal.code() + ": ")) {
      return Optional.of("it does not begin with its code");
    }
    if (message.length() > LONGEST) {
      return Optional.of("it has %d characters".formatted(message.length()));
    }
    return message
        .codePoints()
        .filter(c -> !printable(c))
        .mapToObj("it has the unprintable character U+%04X"::formatted)
        .findFirst();
  }

  private static boolean printable(int character) {
    return switch (Character.getType(character)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          false;
      default -> true;
    };
  }

  /** What was thrown, and the innermost few of our own methods that it went through. */
  static String kind(Throwable thrown) {
    if (thrown instanceof StackOverflowError) {
      return overflow(thrown);
    }
    StringBuilder kind = new StringBuilder(thrown.getClass().getSimpleName());
    int shown = 0;
    String last = "";
    for (StackTraceElement frame : thrown.getStackTrace()) {
      String method = frame.getClassName().replaceFirst("^.*\\.", "") + "." + frame.getMethodName();
      boolean ours =
          frame.getClassName().startsWith("org.liegg.")
              && !frame.getClassName().startsWith("org.liegg.fuzz.");
      if (shown < OURS && !method.equals(last) && (ours || shown == 0)) {
        kind.append(shown == 0 ? " at " : " < ").append(method);
        shown++;
        last = method;
      }
    }
    return kind.toString();
  }

  /** Where the stack ended is chance; whose it was is not. */
  private static String overflow(Throwable thrown) {
    return Arrays.stream(thrown.getStackTrace())
        .map(StackTraceElement::getClassName)
        .filter(name -> name.startsWith("org.liegg."))
        .findFirst()
        .or(
            () ->
                Arrays.stream(thrown.getStackTrace())
                    .map(StackTraceElement::getClassName)
                    .findFirst())
        .map(name -> "StackOverflowError in " + name)
        .orElse("StackOverflowError");
  }
}
