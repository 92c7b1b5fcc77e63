package org.liegg.core.memory;

/** How many workers a pass may have, each of which holds an accumulator of its own. */
public final class Workers {
  /** What an accumulator of m columns may hold: this many matrices of order m. */
  private static final double MATRICES = 3;

  private Workers() {}

  /** As many as wanted, as far as their accumulators fit into half of the memory; at least 1. */
  public static int within(int wanted, int columns, long memoryBytes) {
    double each = MATRICES * Double.BYTES * columns * (double) columns;
    return (int) Math.max(1, Math.min(wanted, memoryBytes / 2.0 / Math.max(1, each)));
  }
}
