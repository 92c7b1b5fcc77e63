package org.liegg.groups.compose;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.Fit;

/** The direct sum: every term acts on its own block, free of the others. */
public final class SumAction extends BlockAction {
  private final List<GroupAction> terms;

  SumAction(List<GroupAction> terms) {
    super(
        BlockFields.apart(
            terms.stream().map(GroupAction::spec).collect(joining("+")), List.copyOf(terms)));
    this.terms = List.copyOf(terms);
  }

  /** The terms in the order of their blocks. */
  public List<GroupAction> terms() {
    return terms;
  }

  @Override
  public String fieldName(int a) {
    int within = Fit.requireField(this, a);
    int t = 0;
    while (within >= terms.get(t).dimension()) {
      within -= terms.get(t).dimension();
      t++;
    }
    return (t + 1) + ":" + terms.get(t).fieldName(within);
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    Fit.requireCoefficients(this, coefficients);
    List<Matrix> blocks = new ArrayList<>();
    int from = 0;
    for (GroupAction term : terms) {
      int to = from + term.dimension();
      Optional<Matrix> block = term.matrix(Arrays.copyOfRange(coefficients, from, to));
      if (block.isEmpty()) {
        return Optional.empty();
      }
      blocks.add(block.get());
      from = to;
    }
    return Optional.of(blockDiagonal(blocks));
  }

  private static Matrix blockDiagonal(List<Matrix> blocks) {
    int size = blocks.stream().mapToInt(Matrix::rows).sum();
    double[] values = new double[Math.multiplyExact(size, size)];
    int at = 0;
    for (Matrix block : blocks) {
      for (int i = 0; i < block.rows(); i++) {
        System.arraycopy(
            block.values(), i * block.columns(), values, (at + i) * size + at, block.columns());
      }
      at += block.rows();
    }
    return new Matrix(size, size, values);
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof SumAction action && action.terms.equals(terms);
  }

  @Override
  public int hashCode() {
    return terms.hashCode();
  }
}
