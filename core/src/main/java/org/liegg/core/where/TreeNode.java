package org.liegg.core.where;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/**
 * A node of a tree of thresholds.
 *
 * @param path sides of thresholds that lead to it
 * @param branches the two nodes under it; empty of a leaf
 */
record TreeNode(List<Thresholds.Side> path, Optional<Branches> branches) {

  /**
   * Both sides of a threshold.
   *
   * @param below at or below it
   * @param above it
   */
  record Branches(TreeNode below, TreeNode above) {}

  /** Grows a tree of so many levels of thresholds on some samples. */
  static TreeNode grow(Thresholds thresholds, int[] samples, int levels) {
    return grow(thresholds, samples, levels, List.of());
  }

  private static TreeNode grow(
      Thresholds thresholds, int[] samples, int levels, List<Thresholds.Side> path) {
    Optional<Thresholds.Side> below = levels == 0 ? Optional.empty() : thresholds.best(samples);
    return new TreeNode(
        path,
        below.map(
            side ->
                new Branches(
                    branch(thresholds, samples, levels, path, side),
                    branch(thresholds, samples, levels, path, side.other()))));
  }

  private static TreeNode branch(
      Thresholds thresholds,
      int[] samples,
      int levels,
      List<Thresholds.Side> path,
      Thresholds.Side side) {
    double[] values = thresholds.features().get(side.feature());
    int[] inside = Arrays.stream(samples).filter(n -> side.has(values[n])).toArray();
    List<Thresholds.Side> longer = new ArrayList<>(path);
    // A later threshold of the same side of a number says more than an earlier one.
    longer.removeIf(
        earlier -> earlier.feature() == side.feature() && earlier.above() == side.above());
    longer.add(side);
    return grow(thresholds, inside, levels - 1, List.copyOf(longer));
  }

  /** How many nodes there are, this one among them. */
  int size() {
    return 1 + branches.map(both -> both.below.size() + both.above.size()).orElse(0);
  }

  /** How many leaves there are. */
  int leaves() {
    return branches.map(both -> both.below.leaves() + both.above.leaves()).orElse(1);
  }

  /** Which samples it has. */
  boolean[] members(List<double[]> features, int samples) {
    boolean[] members = ElementChanges.everywhere(samples);
    for (Thresholds.Side side : path) {
      for (int n = 0; n < samples; n++) {
        members[n] &= side.has(features.get(side.feature())[n]);
      }
    }
    return members;
  }
}
