package org.liegg.app.export;

import java.nio.file.Path;
import java.util.Optional;
import org.liegg.api.orbit.Symmetrization;
import org.liegg.api.report.SymmetryReport;

/**
 * A model that was written symmetric, and what it is like beside the one that it was made of.
 *
 * @param file where it is
 * @param kind how it was made symmetric
 * @param elements which elements of the group it was made with
 * @param before the check of the model that it was made of
 * @param after the same check of what was written
 * @param scores how well both do, where labels were given
 */
public record SymmetricModel(
    Path file,
    Symmetrization.Kind kind,
    Elements elements,
    SymmetryReport before,
    SymmetryReport after,
    Optional<Scores> scores) {

  /**
   * Elements of a group.
   *
   * @param group its name
   * @param count how many, the identity among them
   * @param all whether these are all there are
   * @param how the others were chosen, in words; empty where these are all
   */
  public record Elements(String group, int count, boolean all, String how) {}

  /**
   * How well two models do on the same samples.
   *
   * @param measure what is measured
   * @param samples on how many
   */
  public record Scores(Measure measure, long samples, double before, double after) {}

  /** What labels are compared by. */
  public enum Measure {
    /** The share of samples whose label is right. */
    ACCURACY,
    /** The root of the mean square of what the outputs are off by. */
    ERROR
  }
}
