package org.liegg.linalg.streaming;

import org.liegg.linalg.sums.MemoryBudget;

/** Refuses more candidate fields than the memory holds what is made of. */
final class Width {
  private Width() {}

  /**
   * So many columns, if they fit.
   *
   * @param kind of decomposition, for messages
   * @param footprint numbers held at most at once
   * @throws org.liegg.api.LieggException naming both, if they do not
   */
  static int checked(String kind, int columns, double footprint, MemoryBudget budget) {
    String subject = "decomposition " + kind;
    String remedy = "raise -Xmx, or use an action of fewer fields";
    budget.requireSquare(subject, columns, remedy);
    budget.require(subject, footprint, "%d candidate fields".formatted(columns), remedy);
    return columns;
  }
}
