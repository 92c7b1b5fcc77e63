package org.liegg.api;

import org.jspecify.annotations.Nullable;

/** A result that cannot be written. */
public final class OutputException extends LieggException {
  private static final long serialVersionUID = 2L;

  private final boolean lost;

  /** See {@link LieggException#LieggException(String, String, String, String)}. */
  public OutputException(String code, String subject, String found, String remedy) {
    this(code, subject, found, remedy, null);
  }

  /** See {@link LieggException#LieggException(String, String, String, String, Throwable)}. */
  public OutputException(
      String code, String subject, String found, String remedy, @Nullable Throwable cause) {
    this(code, subject, found, remedy, cause, false);
  }

  private OutputException(
      String code,
      String subject,
      String found,
      String remedy,
      @Nullable Throwable cause,
      boolean lost) {
    super(code, subject, found, remedy, cause);
    this.lost = lost;
  }

  /**
   * The work was done and writing its result failed.
   *
   * @param cause what went wrong in writing
   */
  public static OutputException lost(
      String code, String subject, String found, String remedy, Throwable cause) {
    return new OutputException(code, subject, found, remedy, cause, true);
  }

  /**
   * Whether a finished result was lost, as on a disk that is full; false where it was clear before
   * the work that the result could not be written, or where it has no written form.
   */
  public boolean isLost() {
    return lost;
  }
}
