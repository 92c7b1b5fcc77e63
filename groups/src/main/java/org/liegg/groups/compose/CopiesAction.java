package org.liegg.groups.compose;

import java.util.Collections;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FieldAssembler;
import org.liegg.groups.field.Fit;

/** The same group element on each of several consecutive blocks. */
public final class CopiesAction implements BlockAction {
  private final GroupAction one;
  private final int copies;
  private final BlockLayout layout;
  private final FieldBasis fields;

  CopiesAction(GroupAction one, int copies) {
    this.one = one;
    this.copies = copies;
    FieldBasis basis = one.fields();
    String spec = spec();
    ActionLimits.size(spec, "inputs", (long) one.inputSize() * copies);
    int entries = ActionLimits.entries(spec, basis.fields(), (long) basis.values().length * copies);
    this.layout = new BlockLayout(spec, Collections.nCopies(copies, one));
    FieldAssembler assembler =
        new FieldAssembler(basis.fields(), entries, layout.inputs(), layout.features());
    for (int a = 0; a < basis.fields(); a++) {
      for (int block = 0; block < copies; block++) {
        layout.place(block, a, assembler);
      }
      assembler.endField();
    }
    this.fields = assembler.build();
  }

  /** The action on one block. */
  public GroupAction one() {
    return one;
  }

  /** Number of blocks. */
  int copies() {
    return copies;
  }

  @Override
  public String spec() {
    return one.spec() + "^" + copies;
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
  public Batch features(Batch batch) {
    Fit.requireColumns(this, batch);
    if (layout.map().isPresent()) {
      return layout.features(batch);
    }
    // Row-major blocks of equal width are samples of one block: no values need moving.
    Batch blocks = new Batch(batch.rows() * copies, one.inputSize(), batch.values());
    return new Batch(batch.rows(), layout.features(), one.features(blocks).values());
  }

  @Override
  public String fieldName(int a) {
    return one.fieldName(a);
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    return one.matrix(coefficients);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof CopiesAction action
        && action.copies == copies
        && action.one.equals(one);
  }

  @Override
  public int hashCode() {
    return 31 * one.hashCode() + copies;
  }

  @Override
  public String toString() {
    return spec();
  }
}
