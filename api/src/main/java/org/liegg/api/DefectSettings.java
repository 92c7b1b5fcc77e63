package org.liegg.api;

/**
 * What the baseline of the defect is made of beside the moments that a decomposition sums itself:
 * how far samples spread in each input, which says how long a field is, and up to which share of
 * its baseline an input direction counts as one that the model does not depend on.
 *
 * @param tolerance the largest defect that is to count as a symmetry
 * @param variances of every input over the samples, 0 for an input that does not vary; empty where
 *     they are not known, and then nothing is said of lengths
 * @param deviations samples less their mean, {@code rows × inputs}, drawn evenly from all; some
 *     hundred are enough, and none are needed where the variances are not known
 */
public record DefectSettings(double tolerance, double[] variances, Matrix deviations) {
  /**
   * A hundredth of what independent gradients and positions would give. Right on every spectrum of
   * known answer tried.
   */
  public static final double DEFAULT_TOLERANCE = 0.01;

  /**
   * @throws IllegalArgumentException if the tolerance is negative or not a number, a variance is,
   *     or the deviations have another width
   */
  public DefectSettings {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException("DefectSettings: a tolerance of " + tolerance);
    }
    for (double variance : variances) {
      if (!(variance >= 0)) {
        throw new IllegalArgumentException("DefectSettings: a variance of " + variance);
      }
    }
    if (deviations.rows() > 0 && deviations.columns() != variances.length) {
      throw new IllegalArgumentException(
          "DefectSettings: deviations of %d inputs, variances of %d"
              .formatted(deviations.columns(), variances.length));
    }
  }

  /** A tolerance of 0.01, and nothing known of the inputs. */
  public static DefectSettings defaults() {
    return new DefectSettings(DEFAULT_TOLERANCE, new double[0], new Matrix(0, 0, new double[0]));
  }
}
