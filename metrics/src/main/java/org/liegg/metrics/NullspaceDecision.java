package org.liegg.metrics;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.DefectSettings;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Matrix;
import org.liegg.api.report.Isolation;

/**
 * Which directions are symmetries: those whose defect is at or below a tolerance, and the trivial
 * ones, which F does not feel at all.
 *
 * @param defects the defect spectrum that was decided on
 * @param tolerance the largest defect that counts as a symmetry; 0 is none of it, 1 is the
 *     independence baseline
 * @param accepted how many non-trivial directions have a defect at or below the tolerance
 */
public record NullspaceDecision(DefectSpectrum defects, double tolerance, int accepted) {
  /** See {@link DefectSettings#DEFAULT_TOLERANCE}. */
  public static final double DEFAULT_TOLERANCE = DefectSettings.DEFAULT_TOLERANCE;

  /**
   * Decides.
   *
   * @throws IllegalArgumentException if the tolerance is negative or not a number
   */
  public static NullspaceDecision at(double tolerance, DefectSpectrum defects) {
    if (!(tolerance >= 0)) {
      throw new IllegalArgumentException("a tolerance of %s on a defect".formatted(tolerance));
    }
    int accepted = (int) Arrays.stream(defects.defects()).filter(d -> d <= tolerance).count();
    return new NullspaceDecision(defects, tolerance, accepted);
  }

  /** Number of symmetries, trivial ones included. */
  public int dimension() {
    return accepted + defects.trivialCount();
  }

  /**
   * How far apart the two sides are: the smallest defect above the tolerance over the largest at or
   * below it. Empty where a side is empty or the lower defect is 0.
   */
  public Optional<Double> gap() {
    int broken = defects.defects().length - accepted;
    if (accepted == 0 || broken == 0 || defects.defects()[broken] == 0) {
      return Optional.empty();
    }
    return Optional.of(defects.defects()[broken - 1] / defects.defects()[broken]);
  }

  /**
   * How far the accepted directions stand from each other and from the rejected ones. Empty where
   * no direction but trivial ones is accepted.
   */
  public Optional<Isolation> isolation() {
    return acceptedDefects().isolation();
  }

  /**
   * A tolerance amid the widest step among the accepted defects, where they are torn: where it
   * would leave out directions that stand nearer to the rejected ones than to the others.
   */
  public Optional<Double> saferTolerance() {
    return isolation()
        .filter(Isolation::torn)
        .map(found -> acceptedDefects().between(found.below()));
  }

  private AcceptedDefects acceptedDefects() {
    return new AcceptedDefects(defects.defects(), accepted, tolerance);
  }

  /** Whether all defects that are known are accepted, and more of them may be held unseen. */
  public boolean openEnded() {
    return accepted == defects.defects().length && !defects.complete();
  }

  /**
   * The directions of the nullspace: the accepted ones in descending order of defect, then the
   * trivial ones that the spectrum holds.
   *
   * @return {@code dimension × columns}, or fewer rows where trivial directions are only counted
   */
  public Matrix directions() {
    int columns = defects.columns();
    int from = (defects.defects().length - accepted) * columns;
    int known = accepted + defects.trivialVectors();
    double[] rows = new double[known * columns];
    System.arraycopy(defects.directions(), from, rows, 0, accepted * columns);
    System.arraycopy(defects.trivial(), 0, rows, accepted * columns, defects.trivial().length);
    return new Matrix(known, columns, rows);
  }

  /**
   * The defect of a combination of {@link #directions}: {@code Σ c_i² δ_i / Σ c_i²} over the
   * accepted ones, which are orthonormal in M; 0 for a combination of trivial ones.
   *
   * @param combination length {@code dimension}
   */
  public double defectOf(double[] combination) {
    int first = defects.defects().length - accepted;
    double above = 0;
    double below = 0;
    for (int i = 0; i < accepted; i++) {
      double square = combination[i] * combination[i];
      above += square * defects.defects()[first + i];
      below += square;
    }
    return below == 0 ? 0 : above / below;
  }
}
