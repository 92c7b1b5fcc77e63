package org.liegg.api.report;

import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * How far a model is from keeping one finite transformation g, exp(tA) or an element of a group
 * that is known by its elements: {@code E‖F(gx) − ρ(g)F(x)‖²}, as a share of what a model that has
 * nothing to do with g would give.
 *
 * @param name what it is called
 * @param generator the generator of the reference, by its place from 0; empty for a combination of
 *     several
 * @param coefficients of A in the candidate fields; none of an element that is no exp(tA)
 * @param t length of the path; 1 of an element that is no exp(tA)
 * @param displacement by how much the inputs that it moves are moved, in units of their spread (a
 *     root of a mean square)
 * @param insensitive whether it moves only what the model does not depend on at the tolerance
 * @param defect 0 is an exact symmetry, about 1 no relation
 * @param interval {@code [low, high]} of the defect: the lower bounds of all transformations of a
 *     report hold together at 97.5 %, each upper one separately
 * @param baseline what a model that has nothing to do with g would change by, in squared units of
 *     the weighed outputs
 */
public record TransformationDefect(
    String name,
    Optional<Integer> generator,
    double[] coefficients,
    double t,
    double displacement,
    boolean insensitive,
    double defect,
    double[] interval,
    double baseline) {

  /**
   * @throws IllegalArgumentException if the interval is not of two numbers in order
   */
  public TransformationDefect {
    Shapes.requireInterval("interval", interval);
  }
}
