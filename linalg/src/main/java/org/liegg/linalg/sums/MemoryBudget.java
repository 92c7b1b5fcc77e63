package org.liegg.linalg.sums;

import java.util.Locale;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.NumericalException;

/**
 * Predicts what would not fit, before it does not.
 *
 * @param heapBytes the largest heap this process may have
 */
public record MemoryBudget(long heapBytes) {

  /** What model, data and the collector need beside a decomposition. */
  private static final double SHARE = 0.8;

  private static final double LONGEST_ARRAY = Integer.MAX_VALUE - 8.0;

  /** The budget of this process. */
  public static MemoryBudget ofProcess() {
    return new MemoryBudget(Runtime.getRuntime().maxMemory());
  }

  /** The smaller of this budget and what the options allow. */
  public MemoryBudget within(DecompositionOptions options) {
    return new MemoryBudget(Math.min(heapBytes, options.memoryBytes()));
  }

  /**
   * Refuses what needs more than the budget.
   *
   * @param subject who needs it
   * @param doubles how many numbers it has to hold at once
   * @param what for what, e.g. {@code 10000 rows × 400 columns}
   * @param remedy what to do where it does not fit
   * @throws NumericalException {@code LIEGG-DECOMPOSITION-MEMORY}
   */
  public void require(String subject, double doubles, String what, String remedy) {
    double bytes = 8 * doubles;
    if (!holds(doubles)) {
      throw new NumericalException(
          "LIEGG-DECOMPOSITION-MEMORY",
          subject,
          "%s need %s, of a heap of at most %s"
              .formatted(what, text(bytes), text((double) heapBytes)),
          remedy);
    }
  }

  /** Whether so many numbers fit. */
  public boolean holds(double doubles) {
    return 8 * doubles <= SHARE * heapBytes;
  }

  /**
   * Refuses a matrix that is longer than an array can be.
   *
   * @param order of a square matrix that has to be one array
   * @throws NumericalException {@code LIEGG-DECOMPOSITION-MEMORY}
   */
  public void requireSquare(String subject, int order, String remedy) {
    if ((double) order * order > LONGEST_ARRAY) {
      throw new NumericalException(
          "LIEGG-DECOMPOSITION-MEMORY",
          subject,
          "a %1$d × %1$d matrix does not fit into one array".formatted(order),
          remedy);
    }
  }

  /** So many bytes as a reader would write them, in MiB or GiB. */
  public static String text(double bytes) {
    return bytes < 1 << 30
        ? String.format(Locale.ROOT, "%.0f MiB", Math.ceil(bytes / (1 << 20)))
        : String.format(Locale.ROOT, "%.1f GiB", bytes / (1 << 30));
  }
}
