package org.liegg.app;

import java.util.Optional;
import org.liegg.api.Dataset;
import org.liegg.api.orbit.Symmetrization;

/**
 * How a model is made symmetric under a group.
 *
 * @param kind by averaging, or by a representative of every orbit
 * @param most of a group of no more elements all are taken; of a larger one so many, drawn
 * @param labels of the samples, by which both models are scored, where there are some
 */
public record SymmetrizationWish(Symmetrization.Kind kind, int most, Optional<Dataset> labels) {
  /** Elements at most where nothing else is said. */
  public static final int DEFAULT_MOST = 64;

  /** The largest number of elements that a model is written with. */
  public static final int LARGEST = 8192;

  /**
   * @throws IllegalArgumentException if there are fewer than 2 or more than {@link #LARGEST}
   *     elements
   */
  public SymmetrizationWish {
    if (most < 2 || most > LARGEST) {
      throw new IllegalArgumentException(
          "elements: %d, and a model is written with 2 to %d".formatted(most, LARGEST));
    }
  }

  /** Without labels, with as many elements as by default. */
  public static SymmetrizationWish of(Symmetrization.Kind kind) {
    return new SymmetrizationWish(kind, DEFAULT_MOST, Optional.empty());
  }
}
