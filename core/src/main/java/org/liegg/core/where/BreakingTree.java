package org.liegg.core.where;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Predicate;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.liegg.api.report.BreakingRegion;
import org.liegg.api.report.GroupCheck;
import org.liegg.api.report.SamplePart;
import org.liegg.api.report.Verdict;
import org.liegg.core.samples.SampleSplit;
import org.liegg.core.slices.Cut;
import org.liegg.core.slices.SampleColumns;
import org.liegg.core.slices.Scaled;

/**
 * A tree of the region where a group is broken. The half of the samples that directions are chosen
 * on elsewhere chooses thresholds, by the largest change of every sample along any element; the
 * other half measures all nodes, and two that say the same become one. Bounds of all nodes share
 * one half of the chances of an error, those of everything that leaves may be together the other.
 */
public final class BreakingTree {
  /** How the distance of a sample from the mean is called, a root mean square in spreads. */
  static final String DISTANCE = "distance from the mean";

  private static final int LEVELS = 3;

  /** Samples that a leaf has where it is chosen, and their least share. */
  private static final int SMALLEST = 40;

  private static final double SMALLEST_SHARE = 0.02;

  private final PartMeasure choosing;
  private final PartMeasure measuring;
  private final int samples;
  private final SampleColumns columns;
  private final List<double[]> features = new ArrayList<>();

  /**
   * @param columns the numbers of samples by name
   */
  public BreakingTree(TriedOn tried, SampleColumns columns) {
    this.columns = columns;
    int[] blocks = tried.samples().blocks();
    choosing = PartMeasure.of(tried, n -> blocks[n] < SampleSplit.BLOCKS);
    measuring = PartMeasure.of(tried, n -> blocks[n] >= SampleSplit.BLOCKS);
    samples = tried.samples().count();
    int d = columns.rows().columns();
    IntStream.range(0, d).forEach(column -> features.add(columns.values(column)));
    if (d > 1) {
      features.add(Scaled.of(columns.rows()).distances());
    }
  }

  private record Leaf(TreeNode node, SamplePart part) {}

  /** The region. */
  public BreakingRegion region() {
    int[] chosenOn = IntStream.range(0, samples).filter(choosing::counts).toArray();
    // Amplitudes: squares of changes have tails in which single samples would decide.
    double[] response =
        IntStream.range(0, samples)
            .mapToDouble(n -> Math.sqrt(ElementChanges.largest(choosing.elements(), n)))
            .toArray();
    int smallest = Math.max(SMALLEST, (int) (SMALLEST_SHARE * chosenOn.length));
    TreeNode root = TreeNode.grow(new Thresholds(features, response, smallest), chosenOn, LEVELS);
    List<Leaf> leaves = measured(root, 2 * root.size());
    int unions = 2 << root.leaves();
    return new BreakingRegion(
        chosenOn.length,
        measuring.counted(),
        leaves.stream()
            .map(leaf -> new BreakingRegion.Leaf(conditions(leaf.node), leaf.part))
            .toList(),
        together("where it breaks", leaves, BreakingTree::breaks, unions),
        leaves.stream().anyMatch(BreakingTree::breaks)
            ? together("elsewhere", leaves, leaf -> !breaks(leaf), unions)
            : Optional.empty());
  }

  private List<Leaf> measured(TreeNode node, int claims) {
    Leaf whole =
        new Leaf(node, measuring.part(name(node), node.members(features, samples), claims));
    List<Leaf> under =
        node.branches().stream()
            .flatMap(both -> Stream.of(both.below(), both.above()))
            .flatMap(branch -> measured(branch, claims).stream())
            .toList();
    return differ(under) ? under : List.of(whole);
  }

  /** Whether some are certainly larger than others, and another answer. */
  private static boolean differ(List<Leaf> leaves) {
    boolean known = leaves.stream().allMatch(leaf -> leaf.part.worst().isPresent());
    if (!known || leaves.stream().map(leaf -> leaf.part.verdict()).distinct().count() < 2) {
      return false;
    }
    double low = 0;
    double high = Double.POSITIVE_INFINITY;
    for (Leaf leaf : leaves) {
      double[] bounds = leaf.part.worst().map(GroupCheck.Worst::interval).orElseThrow();
      low = Math.max(low, bounds[0]);
      high = Math.min(high, bounds[1]);
    }
    return low > high;
  }

  private Optional<SamplePart> together(
      String name, List<Leaf> leaves, Predicate<Leaf> which, int claims) {
    List<Leaf> some = leaves.stream().filter(which).toList();
    if (some.isEmpty()) {
      return Optional.empty();
    }
    boolean[] members = new boolean[samples];
    for (Leaf leaf : some) {
      boolean[] own = leaf.node.members(features, samples);
      IntStream.range(0, samples).forEach(n -> members[n] |= own[n]);
    }
    return Optional.of(measuring.part(name, members, claims));
  }

  private static boolean breaks(Leaf leaf) {
    return leaf.part.verdict() == Verdict.BROKEN;
  }

  private List<BreakingRegion.Condition> conditions(TreeNode node) {
    return node.path().stream()
        .map(
            side -> new BreakingRegion.Condition(input(side.feature()), side.above(), side.value()))
        .toList();
  }

  private String name(TreeNode node) {
    List<Integer> inputs = node.path().stream().map(Thresholds.Side::feature).distinct().toList();
    return inputs.isEmpty()
        ? "all samples"
        : inputs.stream().map(feature -> range(node, feature)).collect(Collectors.joining(" and "));
  }

  /** Between which thresholds a number is. */
  private String range(TreeNode node, int feature) {
    Optional<String> above = threshold(node, feature, true);
    Optional<String> below = threshold(node, feature, false);
    return below.isEmpty()
        ? "%s > %s".formatted(input(feature), above.orElseThrow())
        : above.map(value -> value + " < ").orElse("")
            + "%s ≤ %s".formatted(input(feature), below.get());
  }

  private static Optional<String> threshold(TreeNode node, int feature, boolean above) {
    return node.path().stream()
        .filter(side -> side.feature() == feature && side.above() == above)
        .map(side -> Cut.text(side.value()))
        .findFirst();
  }

  private String input(int feature) {
    return feature < columns.rows().columns() ? columns.name(feature) : DISTANCE;
  }
}
