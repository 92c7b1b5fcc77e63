package org.liegg.study.result;

import java.util.Optional;

/**
 * What was found of one network. With a reference of dimension r, "the r" are the r smallest right
 * singular vectors, which the method says should span it.
 *
 * @param testError mean squared error, or share of wrong classes, on held-out samples
 * @param accuracy share of right classes, of classifiers
 * @param variances σ²/N, smallest first, up to sixteen
 * @param varianceSmallest the first of them
 * @param varianceMean their mean over the r; empty without a reference
 * @param defectSmallest of any direction that is felt
 * @param referenceDefect the worst defect inside the reference
 * @param referenceDefectInterval {@code [low, high]} of it, 95 %
 * @param referenceDefectMean over the reference's dimensions
 * @param bias distance of the r (unit norm) to the span of the reference, on average
 * @param largestAngle the largest principal angle between the r and the reference, degrees
 * @param dimension symmetries at the tolerance, trivial ones included
 * @param dimensionInterval the dimensions that the samples allow
 * @param gap ratio of the next variance to the largest of the r; without a reference, of the next
 *     to the smallest
 * @param verdict invariant, broken or insufficient-evidence
 * @param generator the smallest right singular vector, in the basis of the action
 */
public record Findings(
    double testError,
    Optional<Double> accuracy,
    double[] variances,
    double varianceSmallest,
    Optional<Double> varianceMean,
    Optional<Double> defectSmallest,
    Optional<Double> referenceDefect,
    Optional<double[]> referenceDefectInterval,
    Optional<Double> referenceDefectMean,
    Optional<Double> bias,
    Optional<Double> largestAngle,
    int dimension,
    Optional<int[]> dimensionInterval,
    Optional<Double> gap,
    String verdict,
    double[] generator) {}
