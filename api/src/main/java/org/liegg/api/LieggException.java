package org.liegg.api;

import org.jspecify.annotations.Nullable;

/**
 * An error that the user can do something about. Its message is one line: a stable code, the thing
 * that was wrong, what was found, and what to do. Whatever of it comes from a file is {@link
 * Printable}.
 */
public class LieggException extends RuntimeException {
  private static final long serialVersionUID = 1L;

  private final String code;

  /**
   * @param code stable, upper case, {@code LIEGG-…}
   * @param subject the thing that was wrong, e.g. {@code model net.zip}
   * @param found what was found
   * @param remedy what to do about it
   */
  public LieggException(String code, String subject, String found, String remedy) {
    this(code, subject, found, remedy, null);
  }

  /**
   * @param code stable, upper case, {@code LIEGG-…}
   * @param subject the thing that was wrong, e.g. {@code model net.zip}
   * @param found what was found
   * @param remedy what to do about it
   * @param cause what was thrown below, if anything
   */
  public LieggException(
      String code, String subject, String found, String remedy, @Nullable Throwable cause) {
    super(Printable.message("%s: %s: %s; %s".formatted(code, subject, found, remedy)), cause);
    this.code = code;
  }

  /** The stable code of this kind of error. */
  public final String code() {
    return code;
  }
}
