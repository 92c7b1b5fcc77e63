package org.liegg.linalg.lobpcg;

import org.liegg.api.DecompositionOptions;
import org.liegg.linalg.sums.MemoryBudget;

/**
 * What an iterative decomposition is asked for, and what it may use.
 *
 * @param wanted how many of the smallest are wanted
 * @param most up to so many are looked for while all that were found are symmetries, where it was
 *     not said how many are wanted; {@code wanted} otherwise
 * @param threads processors that it may use
 * @param residual what has to be reached
 * @param iterations steps of one problem
 * @param denseUpTo columns up to which EᵀE is formed
 * @param budget the memory it may use
 */
public record LobpcgSettings(
    int wanted,
    int most,
    int threads,
    double residual,
    int iterations,
    int denseUpTo,
    MemoryBudget budget) {
  private static final int DEFAULT_WANTED = 16;
  private static final int MOST = 128;
  private static final int DENSE = 1024;

  public static LobpcgSettings of(DecompositionOptions options) {
    int wanted = options.smallest().orElse(DEFAULT_WANTED);
    MemoryBudget budget = MemoryBudget.ofProcess().within(options);
    int dense = Math.max(DENSE, 4 * (wanted + SolverPlan.guardOf(wanted)));
    return new LobpcgSettings(
        wanted,
        options.smallest().orElse(MOST),
        options.threads(),
        options.residual(),
        SolverPlan.iterationsFor(wanted),
        budget.holds(LobpcgMemory.GRAM * dense * dense) ? dense : 0,
        budget);
  }

  /** The same for so many. */
  LobpcgSettings withWanted(int count) {
    return new LobpcgSettings(count, most, threads, residual, iterations, denseUpTo, budget);
  }

  LobpcgSettings withIterations(int count) {
    return new LobpcgSettings(wanted, most, threads, residual, count, denseUpTo, budget);
  }

  LobpcgSettings withDenseUpTo(int count) {
    return new LobpcgSettings(wanted, most, threads, residual, iterations, count, budget);
  }

  LobpcgSettings withBudget(MemoryBudget other) {
    return new LobpcgSettings(wanted, most, threads, residual, iterations, denseUpTo, other);
  }
}
