package org.liegg.api;

import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;

/**
 * What a decomposition is asked for, and what it may use.
 *
 * @param wanted what is asked for
 * @param expected what is known of the rows of E that will come
 * @param resources what it may use while it finishes
 * @param defect what the baseline of the defect is made of
 */
public record DecompositionOptions(
    Wanted wanted, ExpectedRows expected, Resources resources, DefectSettings defect) {
  private static final double DEFAULT_RESIDUAL = 1e-8;

  /**
   * What a decomposition is asked for.
   *
   * @param smallest how many of the smallest singular values and defects are wanted; all where
   *     empty. A decomposition of the full spectrum gives all either way
   * @param accuracy the class of accuracy that is needed at least; where empty, what the precision
   *     of the gradients is worth, as far as it costs little
   * @param residual what an iterative decomposition must reach: {@code ‖EᵀE v − σ² v‖ ≤ residual ·
   *     ‖EᵀE‖} for every vector it returns
   */
  public record Wanted(OptionalInt smallest, Optional<Accuracy> accuracy, double residual) {

    /**
     * @throws IllegalArgumentException if a number is out of its range
     */
    public Wanted {
      if (smallest.orElse(1) < 1) {
        throw new IllegalArgumentException("DecompositionOptions: smallest " + smallest.getAsInt());
      }
      if (!(residual > 0 && residual < 1)) {
        throw new IllegalArgumentException("DecompositionOptions: a residual of " + residual);
      }
    }
  }

  /**
   * What a decomposition may use while it finishes.
   *
   * @param threads processors, ≥ 1
   * @param memoryBytes memory, ≥ 1
   */
  public record Resources(int threads, long memoryBytes) {

    /**
     * @throws IllegalArgumentException if one is not positive
     */
    public Resources {
      if (threads < 1 || memoryBytes < 1) {
        throw new IllegalArgumentException(
            "DecompositionOptions: %d threads, %d bytes".formatted(threads, memoryBytes));
      }
    }
  }

  /** The whole spectrum at any accuracy, one thread, as much memory as the heap may have. */
  public static DecompositionOptions defaults() {
    return new DecompositionOptions(
        new Wanted(OptionalInt.empty(), Optional.empty(), DEFAULT_RESIDUAL),
        ExpectedRows.unknown(),
        new Resources(1, Runtime.getRuntime().maxMemory()),
        DefectSettings.defaults());
  }

  /** Number of rows of E that will come, where it is known. */
  public OptionalLong rows() {
    return expected.count();
  }

  /** How many of the smallest singular values and defects are wanted; all where empty. */
  public OptionalInt smallest() {
    return wanted.smallest();
  }

  /** The class of accuracy that is needed at least. */
  public Optional<Accuracy> accuracy() {
    return wanted.accuracy();
  }

  /** What an iterative decomposition must reach. */
  public double residual() {
    return wanted.residual();
  }

  /** Processors that may be used while finishing. */
  public int threads() {
    return resources.threads();
  }

  /** Memory that may be used, in bytes. */
  public long memoryBytes() {
    return resources.memoryBytes();
  }

  /** The same, for the smallest few only. */
  public DecompositionOptions withSmallest(int count) {
    return with(new Wanted(OptionalInt.of(count), accuracy(), residual()));
  }

  /** The same, at least this accurate. */
  public DecompositionOptions withAccuracy(Accuracy needed) {
    return with(new Wanted(smallest(), Optional.of(needed), residual()));
  }

  /** The same, for about so many rows. */
  public DecompositionOptions withRows(long count) {
    return withExpected(expected.withCount(count));
  }

  /** The same, for such rows. */
  public DecompositionOptions withExpected(ExpectedRows rows) {
    return new DecompositionOptions(wanted, rows, resources, defect);
  }

  /** The same, on so many processors. */
  public DecompositionOptions withThreads(int count) {
    return with(new Resources(count, memoryBytes()));
  }

  /** The same, within so much memory. */
  public DecompositionOptions withMemoryBytes(long bytes) {
    return with(new Resources(threads(), bytes));
  }

  /** The same, to this residual. */
  public DecompositionOptions withResidual(double largest) {
    return with(new Wanted(smallest(), accuracy(), largest));
  }

  /** The same, with this baseline of the defect. */
  public DecompositionOptions withDefect(DefectSettings settings) {
    return new DecompositionOptions(wanted, expected, resources, settings);
  }

  private DecompositionOptions with(Wanted other) {
    return new DecompositionOptions(other, expected, resources, defect);
  }

  private DecompositionOptions with(Resources other) {
    return new DecompositionOptions(wanted, expected, other, defect);
  }
}
