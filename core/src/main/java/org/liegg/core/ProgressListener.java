package org.liegg.core;

import java.util.OptionalLong;
import org.liegg.api.spi.IterationStep;

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

  /**
   * Something else begins than going through the samples.
   *
   * @param name what, in a few words, e.g. {@code finite transformations}
   */
  default void stage(String name) {}

  /**
   * A decomposition that iterates took a step.
   *
   * @param step how far it is with which problem
   */
  default void iteration(IterationStep step) {}

  /** Hears nothing. */
  static ProgressListener silent() {
    return (done, total) -> {};
  }
}
