package org.liegg.api.report;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * Whether a model keeps a group that was tried by its elements: {@code F(gx) = ρ(g)F(x)}. The
 * defects of all elements are those of {@link FiniteDefects}; here is what they say together.
 *
 * @param name the group in the action grammar, e.g. {@code C(4)^2}
 * @param order how many elements it has, the identity among them; empty if infinitely many
 * @param tested which of them were tried
 * @param samples on how many samples, and whether fewer than there were made it certain
 * @param worst the element of largest defect, or where some certainly break the group the one whose
 *     lower bound is largest; empty where none was measured
 * @param decisions at how many samples the largest output becomes another one; empty where the
 *     group moves outputs, or there is one alone
 * @param worstSamples where the output changes most along any element, the largest change first
 * @param losses of elements that do not give samples back exactly, as of pixels between pixels
 */
public record GroupCheck(
    String name,
    Optional<BigInteger> order,
    Tested tested,
    Samples samples,
    Optional<Worst> worst,
    Optional<Decisions> decisions,
    List<WorstSample> worstSamples,
    List<Loss> losses) {

  /** Copies the lists. */
  public GroupCheck {
    worstSamples = List.copyOf(worstSamples);
    losses = List.copyOf(losses);
  }

  /**
   * Elements that were tried.
   *
   * @param elements how many
   * @param generators how many of them are generators, which come first
   * @param contained how many have a defect at or below the tolerance
   * @param all whether these are all there are, but the identity
   * @param how the others were chosen, in words; empty where all are tried
   * @param unseen the share of the group, as it was drawn from, that may break although none of the
   *     drawn elements does, at 97.5 %: {@code 1 − 0.025^(1/m)} of m drawn; empty where none is
   *     drawn
   */
  public record Tested(
      int elements,
      int generators,
      int contained,
      boolean all,
      String how,
      Optional<Double> unseen) {

    /**
     * @throws IllegalArgumentException if a count is negative
     */
    public Tested {
      Shapes.requireNonNegative("elements", elements);
      Shapes.requireNonNegative("generators", generators);
      Shapes.requireNonNegative("contained", contained);
    }
  }

  /**
   * Samples that elements were tried on.
   *
   * @param used how many
   * @param drawn how many there were for it
   * @param look which look at them it was, from 1
   * @param looks how many looks there would have been at most; all of them share the chance of an
   *     error
   */
  public record Samples(int used, int drawn, int look, int looks) {

    /** Whether fewer samples than there were made the answer certain. */
    public boolean stoppedEarly() {
      return used < drawn;
    }
  }

  /**
   * An element.
   *
   * @param element its name
   * @param defect 0 is an exact symmetry, about 1 no relation
   * @param interval {@code [low, high]} of it, as in {@link TransformationDefect}
   */
  public record Worst(String element, double defect, double[] interval) {

    /**
     * @throws IllegalArgumentException if the interval is not of two numbers in order
     */
    public Worst {
      Shapes.requireInterval("interval", interval);
    }
  }

  /**
   * Decisions of a classifier: which of its outputs is the largest.
   *
   * @param element along which most of them change
   * @param changed the share of samples at which they do
   * @param interval {@code [low, high]} of that share: exact binomial bounds (Clopper and Pearson)
   *     that hold for all elements together at 95 %
   */
  public record Decisions(String element, double changed, double[] interval) {

    /**
     * @throws IllegalArgumentException if the interval is not of two numbers in order
     */
    public Decisions {
      Shapes.requireInterval("interval", interval);
    }
  }

  /**
   * A sample whose output changes much.
   *
   * @param sample its place in the data, from 0
   * @param element along which it changes most
   * @param change {@code ‖F(gx) − ρ(g)F(x)‖²} of the weighed outputs
   * @param share of that element's baseline: what a model that has nothing to do with it would
   *     change by on the mean
   */
  public record WorstSample(long sample, String element, double change, double share) {

    /**
     * @throws IllegalArgumentException if the place is negative
     */
    public WorstSample {
      Shapes.requireNonNegative("sample", sample);
    }
  }

  /**
   * What the samples lose where an element is followed by its inverse, as both are computed: {@code
   * E‖F(g⁻¹gx) − F(x)‖²}, as a share of the element's own baseline. It is no fault of the model.
   *
   * @param element its name
   * @param lost the share
   * @param interval {@code [low, high]} of it
   */
  public record Loss(String element, double lost, double[] interval) {

    /**
     * @throws IllegalArgumentException if the interval is not of two numbers in order
     */
    public Loss {
      Shapes.requireInterval("interval", interval);
    }
  }
}
