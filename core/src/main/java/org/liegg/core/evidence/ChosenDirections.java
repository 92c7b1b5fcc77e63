package org.liegg.core.evidence;

import java.util.Arrays;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Matrix;
import org.liegg.api.spi.WantedDefects;
import org.liegg.core.memory.HeldOutRoom;

/**
 * The directions that one half of the samples suggests, to be measured on the other.
 *
 * @param directions a row a direction, smallest defect first
 * @param defects of each on the samples that it was chosen on
 * @param sensitive how many directions that half is sensitive to; more than there are rows where
 *     only the smallest are measured
 * @param trivial directions that half does not feel, as far as they are known
 * @param omitted directions that look like symmetries, or are next to them, and for the sums of
 *     which there is no memory
 */
public record ChosenDirections(
    Matrix directions, double[] defects, int sensitive, Matrix trivial, int omitted) {
  /** Measured beyond those that look like symmetries. */
  private static final int BEYOND = 32;

  /** All that can become a direction to measure. */
  static final WantedDefects WANTED = new WantedDefects(HeldOutRoom.DIRECTIONS, BEYOND);

  /** No directions, where there were no samples to suggest any. */
  public static ChosenDirections none(int columns) {
    Matrix nothing = new Matrix(0, columns, new double[0]);
    return new ChosenDirections(nothing, new double[0], columns, nothing, 0);
  }

  /**
   * Chooses.
   *
   * @param most so many at most, but the usual {@value HeldOutRoom#DIRECTIONS} whatever it is
   */
  public static ChosenDirections of(DefectSpectrum spectrum, double tolerance, int most) {
    double[] descending = spectrum.defects();
    int known = descending.length;
    int held = 0;
    while (held < known && descending[known - 1 - held] <= tolerance) {
      held++;
    }
    int wanted = Math.min(known, WANTED.of(held));
    int count = Math.min(wanted, Math.max(HeldOutRoom.DIRECTIONS, most));
    int columns = spectrum.columns();
    double[] rows = new double[count * columns];
    double[] defects = new double[count];
    for (int i = 0; i < count; i++) {
      System.arraycopy(spectrum.direction(known - 1 - i), 0, rows, i * columns, columns);
      defects[i] = descending[known - 1 - i];
    }
    return new ChosenDirections(
        new Matrix(count, columns, rows),
        defects,
        columns - spectrum.trivialCount(),
        new Matrix(spectrum.trivialVectors(), columns, spectrum.trivial()),
        wanted - count);
  }

  /** How many were chosen. */
  public int count() {
    return directions.rows();
  }

  /** Whether all directions that half is sensitive to are measured. */
  public boolean complete() {
    return count() == sensitive;
  }

  double[] direction(int i) {
    return Arrays.copyOfRange(
        directions.values(), i * directions.columns(), (i + 1) * directions.columns());
  }

  /** These and then the generators of a known algebra, a row each. */
  public Matrix with(Matrix reference) {
    double[] rows =
        Arrays.copyOf(directions.values(), (count() + reference.rows()) * directions.columns());
    System.arraycopy(
        reference.values(), 0, rows, directions.values().length, reference.values().length);
    return new Matrix(count() + reference.rows(), directions.columns(), rows);
  }
}
