package org.liegg.groups;

import java.util.Optional;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;

/**
 * One group element acts on the input and on the output: {@code A -> same} on as many blocks of the
 * output as there are, {@code A -> same(B)} in another representation.
 */
final class SameEquivariance extends EquivarianceAction {
  private final GroupAction one;
  private final Optional<GroupAction> other;

  SameEquivariance(GroupAction input) {
    this(input, Optional.empty());
  }

  /** Field a of the input belongs to field a of the output. */
  SameEquivariance(GroupAction input, GroupAction output) {
    this(input, Optional.of(output));
    SameElement.require(input, output);
  }

  private SameEquivariance(GroupAction input, Optional<GroupAction> other) {
    super(input);
    this.one = input instanceof CopiesAction copies ? copies.one() : input;
    this.other = other;
  }

  /** The action on the output, where it is another one than on blocks of the input. */
  Optional<GroupAction> other() {
    return other;
  }

  @Override
  public String spec() {
    return input().spec() + "->same" + other.map(b -> "(" + b.spec() + ")").orElse("");
  }

  /** Where no other representation is named, of one block; a model with more has copies of it. */
  @Override
  public int outputSize() {
    return other.orElse(one).inputSize();
  }

  /** Whether it acts on so many outputs. */
  boolean fits(int outputs) {
    int block = outputSize();
    boolean alone = other.isPresent() || one instanceof SumAction;
    return alone ? outputs == block : outputs > 0 && outputs % block == 0;
  }

  @Override
  GroupAction output(int outputs) {
    if (fits(outputs)) {
      return other.orElseGet(() -> Actions.copies(one, outputs / one.inputSize()));
    }
    if (other.isPresent()) {
      throw wrongOutputs(
          outputs,
          "'%s' acts on %d".formatted(other.get().spec(), outputSize()),
          "name a representation on as many in 'same(…)'");
    }
    throw wrongOutputs(
        outputs,
        "'%s' acts on blocks of %d".formatted(one.spec(), one.inputSize()),
        "name a group on blocks of the outputs, or another one for them behind '->'");
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
