package org.liegg.api.spi;

import java.util.Optional;

/** Whether a provider can work on this machine. */
public sealed interface Availability {

  /**
   * It can.
   *
   * @param version version of what does the work
   * @param detail anything worth knowing, e.g. which native library; may be empty
   */
  record Available(String version, String detail) implements Availability {}

  /**
   * It cannot.
   *
   * @param reason what is missing or broken
   * @param cause what was thrown, if anything
   * @param remedy what to do about it
   */
  record Unavailable(String reason, Optional<Throwable> cause, String remedy)
      implements Availability {}
}
