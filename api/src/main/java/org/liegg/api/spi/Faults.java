package org.liegg.api.spi;

/**
 * What providers throw that are asked one by one: a broken one must not take the others down, be it
 * with an exception, with an error of linking or with any other.
 */
final class Faults {

  private Faults() {}

  /** Throws what is no provider's fault: that memory has run out. */
  static void rethrowFatal(Throwable thrown) {
    if (thrown instanceof OutOfMemoryError fatal) {
      throw fatal;
    }
  }
}
