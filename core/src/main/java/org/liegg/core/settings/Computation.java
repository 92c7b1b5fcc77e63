package org.liegg.core.settings;

import java.util.Optional;
import java.util.OptionalInt;
import org.liegg.api.Accuracy;

/**
 * With what means an answer is computed.
 *
 * @param threads processors to work on, ≥ 1; the result is the same to the bit for the same number
 *     of threads and the same batch size
 * @param smallest only so many of the smallest singular values and defects are wanted, ≥ 1; a
 *     decomposition may give more
 * @param accuracy what an automatically chosen decomposition must reach; where empty, what the
 *     precision of the gradients is worth at little cost
 * @param memoryBytes the heap there is to work with, ≥ 1: what does not fit is refused before the
 *     work starts
 */
public record Computation(
    int threads, OptionalInt smallest, Optional<Accuracy> accuracy, long memoryBytes) {

  /**
   * Checks the numbers.
   *
   * @throws IllegalArgumentException if one of them is less than 1
   */
  public Computation {
    Checks.require(threads >= 1, "threads is %d: at least one is needed".formatted(threads));
    smallest.ifPresent(
        count ->
            Checks.require(
                count >= 1, "smallest is %d: at least one direction is needed".formatted(count)));
    Checks.require(memoryBytes >= 1, "memory is %d bytes: some are needed".formatted(memoryBytes));
  }

  /** All processors, all directions, and the heap that this process may have. */
  public static Computation defaults() {
    Runtime runtime = Runtime.getRuntime();
    return new Computation(
        runtime.availableProcessors(), OptionalInt.empty(), Optional.empty(), runtime.maxMemory());
  }
}
