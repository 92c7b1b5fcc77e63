package org.liegg.api;

import java.util.Optional;

/**
 * Whether a model has an expected symmetry: all of the reference algebra of a report, at the
 * report's tolerance. The worst direction in it decides, by the bounds of its defect.
 *
 * @param outcome the answer
 * @param expected the algebra
 * @param dimension its dimension
 * @param contained how many of its dimensions are symmetries on the samples
 * @param maxDefect the largest defect that was to pass
 * @param worst defect of the worst direction, with its bounds; empty where it was not measured
 * @param output the single output of largest defect, where there are several
 * @param typical what a typical sample says, see {@link DefectMeasure}
 */
public record Gate(
    Outcome outcome,
    String expected,
    int dimension,
    int contained,
    double maxDefect,
    Optional<Bounded> worst,
    Optional<DefectMeasure.OutputDefect> output,
    Optional<Double> typical) {

  /** A gate of which no more is known. */
  public Gate(
      Outcome outcome,
      String expected,
      int dimension,
      int contained,
      double maxDefect,
      Optional<Bounded> worst) {
    this(
        outcome,
        expected,
        dimension,
        contained,
        maxDefect,
        worst,
        Optional.empty(),
        Optional.empty());
  }

  /** What a gate says. */
  public enum Outcome {
    /** The upper bound of the worst defect is at or below what is to pass. */
    HOLDS,
    /** The lower bound is above it. */
    BROKEN,
    /** The samples cannot tell. */
    INSUFFICIENT_EVIDENCE
  }
}
