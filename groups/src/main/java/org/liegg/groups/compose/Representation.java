package org.liegg.groups.compose;

import java.util.Optional;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.image.ImageAction;

/**
 * What actions are made of. Copies, tensors, duals and images of a group are representations of it
 * in its own basis: the brackets of their fields are those of the group.
 */
public final class Representation {

  private Representation() {}

  /** The group that an action is copies, tensors or images of; the action itself for others. */
  public static GroupAction group(GroupAction action) {
    if (action instanceof CopiesAction copies) {
      return group(copies.one());
    }
    if (action instanceof TensorAction tensor) {
      return group(tensor.base());
    }
    if (action instanceof ImageAction image) {
      return image.plane();
    }
    if (action instanceof SumAction sum) {
      return Combinations.sum(sum.terms().stream().map(Representation::group).toList());
    }
    return action;
  }

  /** The same copies and tensors of another group; empty where it does not act on their space. */
  public static Optional<GroupAction> of(GroupAction group, GroupAction as) {
    if (as instanceof CopiesAction copies) {
      return of(group, copies.one()).map(one -> Combinations.copies(one, copies.copies()));
    }
    if (as instanceof TensorAction tensor) {
      return FeatureMap.of(group)
          .filter(map -> map == FeatureMap.LINEAR)
          .flatMap(linear -> of(group, tensor.base()))
          .map(tensor::over);
    }
    boolean fits =
        !(as instanceof ImageAction || as instanceof SumAction)
            && as.inputSize() == group.inputSize();
    return fits ? Optional.of(group) : Optional.empty();
  }
}
