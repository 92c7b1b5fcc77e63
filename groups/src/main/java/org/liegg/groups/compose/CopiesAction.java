package org.liegg.groups.compose;

import java.util.Collections;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.Fit;

/** The same group element on each of several consecutive blocks. */
public final class CopiesAction extends BlockAction {
  private final GroupAction one;
  private final int copies;

  CopiesAction(GroupAction one, int copies) {
    super(fields(one, copies));
    this.one = one;
    this.copies = copies;
  }

  private static BlockFields fields(GroupAction one, int copies) {
    String spec = one.spec() + "^" + copies;
    ActionLimits.size(spec, "inputs", (long) one.inputSize() * copies);
    return BlockFields.together(spec, Collections.nCopies(copies, one));
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
  public Batch features(Batch batch) {
    Fit.requireColumns(this, batch);
    if (layout().map().isPresent()) {
      return layout().features(batch);
    }
    // Row-major blocks of equal width are samples of one block: no values need moving.
    Batch blocks = new Batch(batch.rows() * copies, one.inputSize(), batch.values());
    return new Batch(batch.rows(), layout().features(), one.features(blocks).values());
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
}
