package org.liegg.study.spec;

import org.jspecify.annotations.Nullable;
import org.liegg.api.LieggException;

/** A study that is not described well, or whose folder cannot be used. */
public final class StudyException extends LieggException {
  private static final long serialVersionUID = 1L;

  /** See {@link LieggException#LieggException(String, String, String, String)}. */
  public StudyException(String code, String subject, String found, String remedy) {
    super(code, subject, found, remedy);
  }

  /** See {@link LieggException#LieggException(String, String, String, String, Throwable)}. */
  public StudyException(
      String code, String subject, String found, String remedy, @Nullable Throwable cause) {
    super(code, subject, found, remedy, cause);
  }
}
