package org.liegg.groups.compose;

import java.util.List;
import java.util.Optional;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FieldAssembler;

/**
 * One group element on two blocks, in a representation of its own on each: an equivariance as an
 * action on inputs and outputs side by side.
 */
public final class OneElementAction implements BlockAction {
  private final GroupAction left;
  private final GroupAction right;
  private final BlockLayout layout;
  private final FieldBasis fields;

  /** Field a of the left belongs to field a of the right. */
  public OneElementAction(GroupAction left, GroupAction right) {
    this.left = left;
    this.right = right;
    this.layout = new BlockLayout(spec(), List.of(left, right));
    int entries =
        ActionLimits.entries(
            spec(),
            left.dimension(),
            (long) left.fields().values().length + right.fields().values().length);
    FieldAssembler assembler =
        new FieldAssembler(left.dimension(), entries, layout.inputs(), layout.features());
    for (int a = 0; a < left.dimension(); a++) {
      layout.place(0, a, assembler);
      layout.place(1, a, assembler);
      assembler.endField();
    }
    this.fields = assembler.build();
  }

  @Override
  public String spec() {
    return "%s->same(%s)".formatted(left.spec(), right.spec());
  }

  @Override
  public BlockLayout layout() {
    return layout;
  }

  @Override
  public FieldBasis fields() {
    return fields;
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
