package org.liegg.core;

import java.util.OptionalLong;

/** Hears how far an extraction is. Called in the extracting thread; must return quickly. */
@FunctionalInterface
public interface ProgressListener {

  /**
   * Some samples are done.
   *
   * @param done samples so far
   * @param total samples in all, where the source tells
   */
  void samples(long done, OptionalLong total);

  /** Hears nothing. */
  static ProgressListener silent() {
    return (done, total) -> {};
  }
}
