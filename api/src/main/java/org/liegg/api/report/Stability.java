package org.liegg.api.report;

import java.util.List;

/**
 * Whether the answer holds when the samples are others.
 *
 * @param holds whether every trial gave the dimension of the report, and angles within its bound
 * @param angleBound degrees up to which two nullspaces count as the same
 * @param trials one for every variation of the samples
 */
public record Stability(boolean holds, double angleBound, List<Trial> trials) {

  /** Keeps a copy of the list. */
  public Stability {
    trials = List.copyOf(trials);
  }

  /**
   * One variation.
   *
   * @param variation what was varied, in words, e.g. {@code first half}
   * @param samples that were used
   * @param dimension of the nullspace, trivial directions included
   * @param trivial of them
   * @param largestDefect of the directions that the report holds, measured on these samples
   * @param largestAngle between the nullspaces of trial and report, in degrees, at equal dimensions
   *     the largest principal angle; 0 where one of them is empty
   */
  public record Trial(
      String variation,
      long samples,
      int dimension,
      int trivial,
      double largestDefect,
      double largestAngle) {}
}
