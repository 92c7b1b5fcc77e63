package org.liegg.api.report;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * Where in the space of samples a group is broken, as a tree: half of the samples chose its
 * thresholds, the other half measured its leaves.
 *
 * @param chosenOn samples that thresholds were chosen on
 * @param measuredOn samples that leaves were measured on
 * @param leaves every sample is in one; without a threshold one leaf of all
 * @param breaks all leaves that certainly break the group, taken together; empty where none does
 * @param elsewhere all the others together; empty where there are none, or none breaks
 */
public record BreakingRegion(
    int chosenOn,
    int measuredOn,
    List<Leaf> leaves,
    Optional<SamplePart> breaks,
    Optional<SamplePart> elsewhere) {

  /**
   * @throws IllegalArgumentException if a count is negative
   */
  public BreakingRegion {
    Shapes.requireNonNegative("chosenOn", chosenOn);
    Shapes.requireNonNegative("measuredOn", measuredOn);
    leaves = List.copyOf(leaves);
  }

  /**
   * A leaf of the tree.
   *
   * @param conditions all of which its samples meet; none of the leaf of all samples
   * @param part what was measured there
   */
  public record Leaf(List<Condition> conditions, SamplePart part) {

    /** Copies the list. */
    public Leaf {
      conditions = List.copyOf(conditions);
    }
  }

  /**
   * A side of a threshold.
   *
   * @param input which number of a sample, e.g. {@code x3}, the name of its column, or {@code
   *     distance from the mean}
   * @param above whether it is above the threshold; at or below it otherwise
   * @param threshold the number
   */
  public record Condition(String input, boolean above, double threshold) {}
}
