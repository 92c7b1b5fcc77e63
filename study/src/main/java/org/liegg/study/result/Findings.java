package org.liegg.study.result;

import com.fasterxml.jackson.annotation.JsonProperty;
import com.fasterxml.jackson.annotation.JsonUnwrapped;
import java.util.Optional;

/**
 * What was found of one network. With a reference of dimension r, "the r" are the r smallest right
 * singular vectors, which the method says should span it. As JSON all numbers stand side by side.
 *
 * @param heldOut how well it does what it was trained for
 * @param variance the symmetry variances
 * @param defects the defects
 * @param reference where the reference lies from the r
 * @param symmetries the decision
 * @param generator the smallest right singular vector, in the basis of the action
 */
public record Findings(
    @JsonUnwrapped HeldOut heldOut,
    @JsonUnwrapped Variances variance,
    @JsonUnwrapped Defects defects,
    @JsonUnwrapped Distance reference,
    @JsonUnwrapped Symmetries symmetries,
    double[] generator) {

  /**
   * Errors on held-out samples.
   *
   * @param testError mean squared error, or share of wrong classes
   * @param accuracy share of right classes, of classifiers
   */
  public record HeldOut(double testError, Optional<Double> accuracy) {}

  /**
   * Symmetry variances σ²/N.
   *
   * @param ascending smallest first, up to sixteen
   * @param smallest the first of them
   * @param mean their mean over the r; empty without a reference
   */
  public record Variances(
      @JsonProperty("variances") double[] ascending,
      @JsonProperty("varianceSmallest") double smallest,
      @JsonProperty("varianceMean") Optional<Double> mean) {}

  /**
   * Defects of directions.
   *
   * @param smallest of any direction that the network is sensitive to
   * @param worst the worst inside the reference
   * @param worstInterval {@code [low, high]} of it, 95 %
   * @param mean over the reference's dimensions
   */
  public record Defects(
      @JsonProperty("defectSmallest") Optional<Double> smallest,
      @JsonProperty("referenceDefect") Optional<Double> worst,
      @JsonProperty("referenceDefectInterval") Optional<double[]> worstInterval,
      @JsonProperty("referenceDefectMean") Optional<Double> mean) {}

  /**
   * How far the r are from the reference.
   *
   * @param bias distance of the r (unit norm) to the span of the reference, on average
   * @param largestAngle the largest principal angle between the two, degrees
   */
  public record Distance(Optional<Double> bias, Optional<Double> largestAngle) {}

  /**
   * How many symmetries there are at the tolerance.
   *
   * @param dimension of them, trivial ones included
   * @param interval the dimensions that the samples allow
   * @param gap ratio of the next variance to the largest of the r; without a reference, of the next
   *     to the smallest
   * @param verdict invariant, broken or insufficient-evidence
   */
  public record Symmetries(
      int dimension,
      @JsonProperty("dimensionInterval") Optional<int[]> interval,
      Optional<Double> gap,
      String verdict) {}
}
