package org.liegg.groups;

import java.util.Optional;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;

/** {@code A -> same}: one group element acts on the input and on the output. */
final class SameEquivariance extends EquivarianceAction {
  private final GroupAction one;

  SameEquivariance(GroupAction input) {
    super(input);
    this.one = input instanceof CopiesAction copies ? copies.one() : input;
  }

  @Override
  public String spec() {
    return input().spec() + "->same";
  }

  /** Of one block; a model with more has copies of it. */
  @Override
  public int outputSize() {
    return one.inputSize();
  }

  @Override
  GroupAction output(int outputs) {
    int block = one.inputSize();
    boolean fits = one instanceof SumAction ? outputs == block : outputs % block == 0;
    if (!fits || outputs == 0) {
      throw wrongOutputs(
          outputs,
          "'%s' acts on blocks of %d".formatted(one.spec(), block),
          "name a group on blocks of the outputs, or another one for them behind '->'");
    }
    return Actions.copies(one, outputs / block);
  }

  @Override
  FieldBasis pairs(GroupAction on) {
    FieldBasis v = input().fields();
    FieldBasis w = on.fields();
    FieldAssembler basis =
        new FieldAssembler(
            v.fields(),
            v.values().length + w.values().length,
            v.components() + w.components(),
            v.features() + w.features());
    for (int a = 0; a < v.fields(); a++) {
      basis.entries(v, a, 0, 0).entries(w, a, v.components(), v.features()).endField();
    }
    return basis.build();
  }

  @Override
  public int dimension() {
    return input().dimension();
  }

  @Override
  double[] inputPart(double[] coefficients) {
    return coefficients;
  }

  @Override
  double[] outputPart(double[] coefficients) {
    return coefficients;
  }

  @Override
  public String fieldName(int a) {
    return input().fieldName(a);
  }

  @Override
  public Optional<Matrix> matrix(double[] coefficients) {
    return input().matrix(coefficients);
  }
}
