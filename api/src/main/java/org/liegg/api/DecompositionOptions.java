package org.liegg.api;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a decomposition is asked for, and what it may use.
 *
 * @param smallest how many of the smallest singular values and defects are wanted; all where empty.
 *     A decomposition of the full spectrum gives all either way
 * @param accuracy the class of accuracy that is needed at least; where empty, what the precision of
 *     the gradients is worth, as far as it costs little
 * @param expected what is known of the rows of E that will come
 * @param threads processors that it may use while it finishes, ≥ 1
 * @param memoryBytes memory that it may use
 * @param residual what an iterative decomposition must reach: {@code ‖EᵀE v − σ² v‖ ≤ residual ·
 *     ‖EᵀE‖} for every vector it returns
 * @param defect what the baseline of the defect is made of
 */
public record DecompositionOptions(
    OptionalInt smallest,
    Optional<Accuracy> accuracy,
    ExpectedRows expected,
    int threads,
    long memoryBytes,
    double residual,
    DefectSettings defect) {
  private static final double DEFAULT_RESIDUAL = 1e-8;

  /**
   * @throws IllegalArgumentException if a number is out of its range
   */
  public DecompositionOptions {
    if (smallest.orElse(1) < 1) {
      throw new IllegalArgumentException("DecompositionOptions: smallest " + smallest.getAsInt());
    }
    if (threads < 1 || memoryBytes < 1 || !(residual > 0 && residual < 1)) {
      throw new IllegalArgumentException(
          "DecompositionOptions: %d threads, %d bytes, a residual of %s"
              .formatted(threads, memoryBytes, residual));
    }
  }

  /** The whole spectrum at any accuracy, one thread, as much memory as the heap may have. */
  public static DecompositionOptions defaults() {
    return new DecompositionOptions(
        OptionalInt.empty(),
        Optional.empty(),
        ExpectedRows.unknown(),
        1,
        Runtime.getRuntime().maxMemory(),
        DEFAULT_RESIDUAL,
        DefectSettings.defaults());
  }

  /** Number of rows of E that will come, where it is known. */
  public OptionalLong rows() {
    return expected.count();
  }

  /** The same, for the smallest few only. */
  public DecompositionOptions withSmallest(int count) {
    return new DecompositionOptions(
        OptionalInt.of(count), accuracy, expected, threads, memoryBytes, residual, defect);
  }

  /** The same, at least this accurate. */
  public DecompositionOptions withAccuracy(Accuracy needed) {
    return new DecompositionOptions(
        smallest, Optional.of(needed), expected, threads, memoryBytes, residual, defect);
  }

  /** The same, for about so many rows. */
  public DecompositionOptions withRows(long count) {
    return withExpected(expected.withCount(count));
  }

  /** The same, for such rows. */
  public DecompositionOptions withExpected(ExpectedRows rows) {
    return new DecompositionOptions(
        smallest, accuracy, rows, threads, memoryBytes, residual, defect);
  }

  /** The same, on so many processors. */
  public DecompositionOptions withThreads(int count) {
    return new DecompositionOptions(
        smallest, accuracy, expected, count, memoryBytes, residual, defect);
  }

  /** The same, within so much memory. */
  public DecompositionOptions withMemoryBytes(long bytes) {
    return new DecompositionOptions(smallest, accuracy, expected, threads, bytes, residual, defect);
  }

  /** The same, to this residual. */
  public DecompositionOptions withResidual(double wanted) {
    return new DecompositionOptions(
        smallest, accuracy, expected, threads, memoryBytes, wanted, defect);
  }

  /** The same, with this baseline of the defect. */
  public DecompositionOptions withDefect(DefectSettings settings) {
    return new DecompositionOptions(
        smallest, accuracy, expected, threads, memoryBytes, residual, settings);
  }
}
