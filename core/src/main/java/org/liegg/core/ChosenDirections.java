package org.liegg.core;

import java.util.Arrays;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Matrix;

/**
 * The directions that one half of the samples suggests, to be measured on the other.
 *
 * @param directions a row a direction, smallest defect first
 * @param defects of each on the samples that it was chosen on
 * @param felt how many directions that half feels at all; more than there are rows where only the
 *     smallest are measured
 * @param trivial directions that half does not feel, as far as they are known
 */
record ChosenDirections(Matrix directions, double[] defects, int felt, Matrix trivial) {
  /** Measured at least, where there are so many. */
  private static final int FIRST = 96;

  /** Measured beyond those that look like symmetries. */
  private static final int BEYOND = 32;

  static ChosenDirections of(DefectSpectrum spectrum, double tolerance) {
    double[] descending = spectrum.defects();
    int known = descending.length;
    int held = 0;
    while (held < known && descending[known - 1 - held] <= tolerance) {
      held++;
    }
    int count = Math.min(known, Math.max(FIRST, held + BEYOND));
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
        new Matrix(spectrum.trivialVectors(), columns, spectrum.trivial()));
  }

  int count() {
    return directions.rows();
  }

  /** Whether all directions that are felt are measured. */
  boolean complete() {
    return count() == felt;
  }

  double[] direction(int i) {
    return Arrays.copyOfRange(
        directions.values(), i * directions.columns(), (i + 1) * directions.columns());
  }

  /** These and then the generators of a known algebra, a row each. */
  Matrix with(Matrix reference) {
    double[] rows =
        Arrays.copyOf(directions.values(), (count() + reference.rows()) * directions.columns());
    System.arraycopy(
        reference.values(), 0, rows, directions.values().length, reference.values().length);
    return new Matrix(count() + reference.rows(), directions.columns(), rows);
  }
}
