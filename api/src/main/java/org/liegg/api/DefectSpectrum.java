package org.liegg.api;

import java.util.Arrays;
import java.util.Optional;

/**
 * The solutions of the generalised eigenproblem {@code EᵀE h / N = δ B h}, where {@code hᵀBh} is
 * the baseline of h: what F would change along its field if gradients and positions had nothing to
 * do with each other. The defect δ of a direction is how much F does change, as a share of that: 0
 * is an exact symmetry, 1 is no relation. Fields that move F nowhere on the data, because they
 * vanish there or point where it is insensitive at the tolerance, are symmetries as well, but
 * trivial ones: they are split off and never divided by.
 *
 * @param columns number of candidate fields m
 * @param defects δ of the non-trivial directions, descending; all of them, or the smallest few
 * @param directions a row a direction, normalised to {@code hᵀ B h = 1}, {@code defects.length ×
 *     columns}
 * @param degenerate the trivial directions
 * @param cut the relative cut on the baseline's spectrum (diagonal scaled to 1) below which it
 *     counts as vanishing
 * @param insensitive the input directions that the model does not depend on
 * @param source the baselines of other directions in the same metric, where they are at hand
 */
public record DefectSpectrum(
    int columns,
    double[] defects,
    double[] directions,
    Trivial degenerate,
    double cut,
    InsensitiveDirections insensitive,
    Optional<DirectionBaseline.Source> source) {

  /**
   * Directions that move F nowhere on the data.
   *
   * @param trivial an orthonormal basis of trivial directions, a row each; of all of them, or of
   *     the first few where they are too many to hold
   * @param trivialCount how many directions are trivial
   */
  public record Trivial(double[] trivial, int trivialCount) {}

  /** A spectrum of which no more is known. */
  public DefectSpectrum(
      int columns,
      double[] defects,
      double[] directions,
      double[] trivial,
      int trivialCount,
      double cut) {
    this(
        columns,
        defects,
        directions,
        new Trivial(trivial, trivialCount),
        cut,
        InsensitiveDirections.none(),
        Optional.empty());
  }

  /**
   * A spectrum that holds a basis of all its trivial directions.
   *
   * @throws IllegalArgumentException if the values do not descend or the arrays do not fit together
   */
  public DefectSpectrum(
      int columns, double[] defects, double[] directions, double[] trivial, double cut) {
    this(columns, defects, directions, trivial, columns == 0 ? 0 : trivial.length / columns, cut);
  }

  /**
   * @throws IllegalArgumentException if the values do not descend or the arrays do not fit together
   */
  public DefectSpectrum {
    double[] trivial = degenerate.trivial;
    int trivialCount = degenerate.trivialCount;
    Shapes.requireNonNegative("columns", columns);
    Shapes.requireLength("DefectSpectrum.directions", directions, (long) defects.length * columns);
    if (columns == 0 ? trivial.length > 0 : trivial.length % columns != 0) {
      throw new IllegalArgumentException("DefectSpectrum: a trivial direction is cut short");
    }
    for (int i = 0; i < defects.length; i++) {
      if (Double.isNaN(defects[i]) || (i > 0 && defects[i] > defects[i - 1])) {
        throw new IllegalArgumentException(
            "DefectSpectrum: defect %d is %s, after %s: they must descend"
                .formatted(i, defects[i], i == 0 ? "nothing" : defects[i - 1]));
      }
    }
    if (trivialCount < (columns == 0 ? 0 : trivial.length / columns)
        || (long) defects.length + trivialCount > columns) {
      throw new IllegalArgumentException(
          "DefectSpectrum: %d defects and %d trivial directions of %d columns"
              .formatted(defects.length, trivialCount, columns));
    }
  }

  /**
   * An orthonormal basis of trivial directions, a row each; of all of them, or of the first few
   * where they are too many to hold.
   */
  public double[] trivial() {
    return degenerate.trivial;
  }

  /** How many directions are trivial. */
  public int trivialCount() {
    return degenerate.trivialCount;
  }

  /** How many trivial directions {@link #trivial} holds. */
  public int trivialVectors() {
    return columns == 0 ? 0 : trivial().length / columns;
  }

  /** Whether every direction is here: a defect for each that is not trivial. */
  public boolean complete() {
    return defects.length + trivialCount() == columns;
  }

  /** A copy of direction i (in the order of the defects), length {@code columns}. */
  public double[] direction(int i) {
    return Arrays.copyOfRange(directions, i * columns, (i + 1) * columns);
  }

  /** A copy of trivial direction i, length {@code columns}. */
  public double[] trivialDirection(int i) {
    return Arrays.copyOfRange(trivial(), i * columns, (i + 1) * columns);
  }

  /** All defects descending, the trivial ones as 0 at the end. */
  public double[] withTrivial() {
    return Arrays.copyOf(defects, defects.length + trivialCount());
  }
}
