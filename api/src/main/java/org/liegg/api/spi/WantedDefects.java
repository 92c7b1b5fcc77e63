package org.liegg.api.spi;

import org.liegg.api.DefectSettings;
import org.liegg.api.Shapes;

/**
 * How many of the smallest defects are wanted: all that are at or below the tolerance of the {@link
 * DefectSettings} and some more, so that nobody has to know how many that are.
 *
 * @param least so many at least, where there are so many
 * @param beyond so many more than are at or below the tolerance
 */
public record WantedDefects(int least, int beyond) {

  /** Every one. */
  public static final WantedDefects ALL = new WantedDefects(Integer.MAX_VALUE, 0);

  /**
   * @throws IllegalArgumentException if a number is negative
   */
  public WantedDefects {
    Shapes.requireNonNegative("least", least);
    Shapes.requireNonNegative("beyond", beyond);
  }

  /** How many where so many are at or below the tolerance. */
  public int of(int held) {
    return (int) Math.min(Integer.MAX_VALUE, Math.max(least, (long) held + beyond));
  }
}
