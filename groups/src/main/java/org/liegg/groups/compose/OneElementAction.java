package org.liegg.groups.compose;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;

/**
 * One group element on two blocks, in a representation of its own on each: an equivariance as an
 * action on inputs and outputs side by side.
 */
public final class OneElementAction extends BlockAction {
  private final GroupAction left;

  /** Field a of the left belongs to field a of the right. */
  public OneElementAction(GroupAction left, GroupAction right) {
    super(
        BlockFields.together(
            "%s->same(%s)".formatted(left.spec(), right.spec()), List.of(left, right)));
    this.left = left;
  }

  @Override
  public String fieldName(int a) {
    return left.fieldName(a);
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    return left.matrix(coefficients);
  }
}
