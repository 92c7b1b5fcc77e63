package org.liegg.api.report;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * The signed permutations of its inputs that a model keeps, {@code F(gx) = F(x)} with {@code (gx)_i
 * = signs_i x_{permutation_i}}: chosen on one half of the samples, measured on the other. Inputs
 * are numbered from 0; names of elements call the first one x1.
 *
 * @param name of the group that the generators generate, e.g. {@code B(4)} or {@code S(4) × Z(2)};
 *     {@code trivial} where there are none
 * @param order how many elements it has, as decimal digits, since that may be a large number
 * @param generators elements that are kept and generate the others
 * @param orbits inputs that the group leads to each other, ascending; those that it leaves alone
 *     are in none
 * @param insensitive inputs that the model hardly depends on: none of them was moved alone
 * @param families what was looked for
 * @param leftOut what was not looked for, since it would have taken too long
 * @param trial how much was tried, on what, and how sure the answer is
 * @param products defects of further elements of the group, where it has any and they are known
 */
public record DiscreteSymmetries(
    String name,
    String order,
    List<Element> generators,
    List<int[]> orbits,
    int[] insensitive,
    List<Family> families,
    List<String> leftOut,
    Trial trial,
    Optional<Products> products) {

  /** Keeps copies of the lists. */
  public DiscreteSymmetries {
    generators = List.copyOf(generators);
    orbits = List.copyOf(orbits);
    families = List.copyOf(families);
    leftOut = List.copyOf(leftOut);
  }

  /**
   * A signed permutation that is kept.
   *
   * @param name what it does
   * @param permutation which input each one is replaced by
   * @param signs 1 or −1 of each
   * @param defect 0 is an exact symmetry, about 1 no relation
   * @param interval {@code [low, high]} of the defect; the upper bounds of all that were measured
   *     hold together
   */
  public record Element(
      String name, int[] permutation, int[] signs, double defect, double[] interval) {

    /**
     * @throws IllegalArgumentException if the interval is not of two numbers in order
     */
    public Element {
      Shapes.requireInterval("interval", interval);
    }
  }

  /**
   * Candidates of one kind.
   *
   * @param name what they are
   * @param tested how many were tried; none that others before them generate
   * @param held how many of them the choosing samples suggest, with those that others generate
   */
  public record Family(String name, int tested, int held) {}

  /**
   * What the answer rests on. The JSON report has these as fields of {@code discrete}.
   *
   * @param tested candidates that were tried on the choosing samples
   * @param measured of these, candidates that were measured on the others
   * @param bound the largest chance that any generator is not kept in truth
   * @param chosenOn samples that chose
   * @param samples samples that measured
   */
  public record Trial(int tested, int measured, double bound, int chosenOn, int samples) {}

  /**
   * Elements of the group that were drawn, for what is kept approximately by generators need not be
   * by their products.
   *
   * @param tried how many
   * @param worst the largest defect
   * @param interval {@code [low, high]} of it
   */
  public record Products(int tried, double worst, double[] interval) {

    /**
     * @throws IllegalArgumentException if the interval is not of two numbers in order
     */
    public Products {
      Shapes.requireInterval("interval", interval);
    }
  }
}
