package org.liegg.api.report;

import java.util.List;
import org.liegg.api.Shapes;

/**
 * Defects without selection bias: directions chosen on one part of the samples, measured on the
 * other. Trivial directions are left out.
 *
 * @param chosenOn samples that the directions were chosen on
 * @param measuredOn other samples, that their defects were measured on
 * @param blocks how many groups of samples the jackknife leaves out in turn
 * @param confidence of every interval, e.g. 0.95
 * @param directions in the order of the chosen defect, smallest first; the first few where they are
 *     many
 */
public record HeldOut(
    long chosenOn, long measuredOn, int blocks, double confidence, List<Direction> directions) {

  /** Keeps a copy of the list. */
  public HeldOut {
    directions = List.copyOf(directions);
  }

  /**
   * One direction.
   *
   * @param chosenDefect δ on the samples that it was chosen on
   * @param defect δ on the others
   * @param defectInterval {@code [low, high]} of the latter
   * @param symmetryVariance E‖J v_h‖² on the others, at unit norm of h
   * @param varianceInterval {@code [low, high]} of the latter
   */
  public record Direction(
      double chosenDefect,
      double defect,
      double[] defectInterval,
      double symmetryVariance,
      double[] varianceInterval) {

    /**
     * @throws IllegalArgumentException if an interval is not of two numbers in order
     */
    public Direction {
      Shapes.requireInterval("defectInterval", defectInterval);
      Shapes.requireInterval("varianceInterval", varianceInterval);
    }
  }
}
