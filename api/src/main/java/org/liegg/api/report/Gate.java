package org.liegg.api.report;

import java.util.Optional;
import org.liegg.api.Bounded;

/**
 * Whether a model has an expected symmetry: all of the reference algebra of a report, at the
 * report's tolerance. The worst direction in it decides, by the bounds of its defect: it is {@link
 * Verdict#INVARIANT} where the upper bound is at or below what is to pass, {@link Verdict#BROKEN}
 * where the lower bound is above it.
 *
 * @param verdict the answer
 * @param algebra what was expected
 * @param maxDefect the largest defect that was to pass
 * @param worst defect of the worst direction, with its bounds; empty where it was not measured
 * @param output the single output of largest defect, where there are several
 * @param typical what a typical sample says, see {@link DefectMeasure}
 */
public record Gate(
    Verdict verdict,
    Expected algebra,
    double maxDefect,
    Optional<Bounded> worst,
    Optional<DefectMeasure.OutputDefect> output,
    Optional<Double> typical) {

  /**
   * The algebra that was expected, or the group that was tried by its elements.
   *
   * @param name what it is called
   * @param dimension its dimension; of a group how many elements were tried
   * @param contained how many of its dimensions, or of these elements, are symmetries on the
   *     samples
   */
  public record Expected(String name, int dimension, int contained) {}

  /** A gate of which no more is known. */
  public Gate(Verdict verdict, Expected algebra, double maxDefect, Optional<Bounded> worst) {
    this(verdict, algebra, maxDefect, worst, Optional.empty(), Optional.empty());
  }

  /** The name of the algebra. */
  public String expected() {
    return algebra.name;
  }

  /** The dimension of the algebra. */
  public int dimension() {
    return algebra.dimension;
  }

  /** How many of its dimensions are symmetries on the samples. */
  public int contained() {
    return algebra.contained;
  }
}
