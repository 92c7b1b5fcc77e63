package org.liegg.study.yaml;

import org.jspecify.annotations.Nullable;
import org.liegg.api.LieggException;

/**
 * A kind of file that is written in YAML, as errors speak of it.
 *
 * @param noun what it is, e.g. {@code study file}
 * @param example its shortest line that makes sense, e.g. {@code task: o5}
 * @param fault makes the errors
 */
public record YamlKind(String noun, String example, Fault fault) {

  /** Makes errors of a code that the kind of file has for itself. */
  @FunctionalInterface
  public interface Fault {

    /** See {@link LieggException#LieggException(String, String, String, String, Throwable)}. */
    LieggException of(String subject, String found, String remedy, @Nullable Throwable cause);
  }

  /** An error in a file of this kind. */
  LieggException wrong(String file, String found, String remedy, @Nullable Throwable cause) {
    return fault.of(noun + " " + file, found, remedy, cause);
  }
}
