package org.liegg.engine.pytorch.run;

/** PyTorch cannot load or run a model. */
public final class RuntimeFailure extends RuntimeException {
  private static final long serialVersionUID = 1L;
  private static final int LONGEST = 300;

  RuntimeFailure(RuntimeException cause) {
    super(told(String.valueOf(cause.getMessage())), cause);
  }

  /** The line that says what is wrong, without the traces around it. */
  private static String told(String message) {
    String line =
        message
            .lines()
            .map(String::strip)
            .filter(text -> text.matches("(RuntimeError|[\\w.]*Error|[\\w.]*Exception): .*"))
            .reduce((first, second) -> second)
            .orElseGet(() -> message.lines().findFirst().orElse("").strip());
    String plain = line.replaceFirst("^[\\w.]*Error: ", "");
    return plain.length() > LONGEST ? plain.substring(0, LONGEST) + "…" : plain;
  }
}
