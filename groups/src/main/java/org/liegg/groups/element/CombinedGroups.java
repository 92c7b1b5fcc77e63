package org.liegg.groups.element;

import java.util.List;
import org.liegg.api.ActionException;
import org.liegg.api.spi.TransformationGroup;

/** Makes groups out of others: copies, direct sums, products, and pairs on inputs and outputs. */
public final class CombinedGroups {

  /** Inputs that a group may act on. */
  private static final int LARGEST = 1 << 24;

  private CombinedGroups() {}

  /**
   * The same element on each of several consecutive blocks.
   *
   * @throws ActionException if the group acts on all inputs, however many
   */
  public static TransformationGroup copies(TransformationGroup group, int copies) {
    requireSized(group, "copies of it");
    long size = (long) group.inputSize() * copies;
    if (copies < 1 || size > LARGEST) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s^%d'".formatted(group.spec(), copies),
          "these are %d inputs".formatted(size),
          "ask for at least 1 copy, and %d inputs at most".formatted(LARGEST));
    }
    return copies == 1 ? group : new CopiesGroup(group, copies);
  }

  /**
   * The direct product on a direct sum: an element of every group on its own consecutive block.
   *
   * @throws ActionException if one acts on all inputs, however many
   */
  public static TransformationGroup sum(List<TransformationGroup> groups) {
    if (groups.size() == 1) {
      return groups.get(0);
    }
    groups.forEach(group -> requireSized(group, "blocks beside it"));
    long size = groups.stream().mapToLong(TransformationGroup::inputSize).sum();
    if (size > LARGEST) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "a sum of %d groups".formatted(groups.size()),
          "these are %d inputs".formatted(size),
          "name fewer; %d inputs at most are moved".formatted(LARGEST));
    }
    return new SumGroup(groups);
  }

  /**
   * What the elements of several groups on the same inputs generate, e.g. a semidirect product.
   *
   * @throws ActionException if they act on different numbers of inputs
   */
  public static TransformationGroup product(List<TransformationGroup> groups) {
    if (groups.size() == 1) {
      return groups.get(0);
    }
    int size = groups.stream().mapToInt(TransformationGroup::inputSize).max().orElse(0);
    for (TransformationGroup group : groups) {
      if (group.inputSize() != 0 && group.inputSize() != size) {
        throw new ActionException(
            "LIEGG-ACTION-ARGUMENT",
            "product with " + group.spec(),
            "it acts on %d inputs, another factor on %d".formatted(group.inputSize(), size),
            "join groups of the same inputs by '*', of different ones by '+'");
      }
    }
    return new ProductGroup(groups, size);
  }

  /** With a representation on the outputs. */
  public static TransformationGroup equivariance(
      TransformationGroup group, List<EquivariantGroup.Part> parts) {
    return new EquivariantGroup(group, parts);
  }

  private static void requireSized(TransformationGroup group, String what) {
    if (group.inputSize() == 0) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          group.spec(),
          "it acts on all inputs, so there are no %s".formatted(what),
          "give it a size, e.g. parity(3)^4");
    }
  }
}
