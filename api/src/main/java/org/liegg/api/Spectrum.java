package org.liegg.api;

import java.util.Arrays;
import java.util.Optional;

/**
 * The spectrum of E: {@code E v_i = σ_i u_i}, singular values descending, and with them the defect
 * spectrum where the decomposition saw the factors of the rows. Right singular vectors are
 * orthonormal; of each, the entry of largest magnitude is positive.
 *
 * @param samples number of samples N that made the rows (the divisor of the symmetry variance)
 * @param rows number of rows N·k
 * @param columns number of candidate fields m
 * @param singularValues σ descending; m of them, or the smallest few where the decomposition says
 *     so. With fewer rows than columns the missing ones are 0
 * @param rightSingularVectors a row a vector, in the order of the values, {@code count × columns}
 * @param defects the generalised problem, present when the factors were seen
 * @param accuracy what the values are worth
 */
public record Spectrum(
    long samples,
    long rows,
    int columns,
    double[] singularValues,
    double[] rightSingularVectors,
    Optional<DefectSpectrum> defects,
    Accuracy accuracy) {

  /**
   * @throws IllegalArgumentException if the values do not descend or the arrays do not fit together
   */
  public Spectrum {
    Shapes.requireNonNegative("samples", samples);
    Shapes.requireNonNegative("rows", rows);
    Shapes.requireNonNegative("columns", columns);
    Shapes.requireLength(
        "Spectrum.rightSingularVectors",
        rightSingularVectors,
        (long) singularValues.length * columns);
    for (int i = 0; i < singularValues.length; i++) {
      if (!(singularValues[i] >= 0) || (i > 0 && singularValues[i] > singularValues[i - 1])) {
        throw new IllegalArgumentException(
            "Spectrum: singular value %d is %s, after %s: they must descend and be ≥ 0"
                .formatted(i, singularValues[i], i == 0 ? "nothing" : singularValues[i - 1]));
      }
    }
  }

  /** How many singular values there are. */
  public int count() {
    return singularValues.length;
  }

  /**
   * The symmetry variance V_i = σ_i²/N of every singular vector (Moskalev et al., section 4): how
   * much F moves along the generator, to second order. 0 where there are no samples.
   */
  public double[] symmetryVariances() {
    double[] variances = new double[singularValues.length];
    for (int i = 0; i < variances.length; i++) {
      variances[i] = samples == 0 ? 0 : singularValues[i] * singularValues[i] / samples;
    }
    return variances;
  }

  /** A copy of right singular vector i, length {@code columns}. */
  public double[] vector(int i) {
    return Arrays.copyOfRange(rightSingularVectors, i * columns, (i + 1) * columns);
  }
}
