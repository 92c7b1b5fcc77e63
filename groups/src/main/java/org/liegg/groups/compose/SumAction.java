package org.liegg.groups.compose;

import static java.util.stream.Collectors.joining;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FieldAssembler;
import org.liegg.groups.field.Fit;

/** The direct sum: every term acts on its own block, free of the others. */
public final class SumAction implements BlockAction {
  private final List<GroupAction> terms;
  private final BlockLayout layout;
  private final FieldBasis fields;

  SumAction(List<GroupAction> terms) {
    this.terms = List.copyOf(terms);
    long entries = 0;
    long dimension = 0;
    for (GroupAction term : terms) {
      entries += term.fields().values().length;
      dimension += term.dimension();
    }
    String spec = spec();
    int count = ActionLimits.entries(spec, dimension, entries);
    this.layout = new BlockLayout(spec, this.terms);
    FieldAssembler assembler =
        new FieldAssembler((int) dimension, count, layout.inputs(), layout.features());
    for (int t = 0; t < this.terms.size(); t++) {
      for (int a = 0; a < this.terms.get(t).dimension(); a++) {
        layout.place(t, a, assembler);
        assembler.endField();
      }
    }
    this.fields = assembler.build();
  }

  /** The terms in the order of their blocks. */
  public List<GroupAction> terms() {
    return terms;
  }

  @Override
  public String spec() {
    return terms.stream().map(GroupAction::spec).collect(joining("+"));
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

  @Override
  public String toString() {
    return spec();
  }
}
