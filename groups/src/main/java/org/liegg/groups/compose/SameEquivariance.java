package org.liegg.groups.compose;

import java.util.Optional;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FieldAssembler;

/**
 * One group element acts on the input and on the output: {@code A -> same} on as many blocks of the
 * output as there are, {@code A -> same(B)} in another representation.
 */
public final class SameEquivariance extends EquivarianceAction {
  private final GroupAction one;
  private final Optional<GroupAction> other;

  private SameEquivariance(
      GroupAction input, Optional<GroupAction> other, Optional<GroupAction> output) {
    super(
        input,
        output.map(
            on -> new Pairs(on, pairs(input.spec() + "->same", input.fields(), on.fields()))));
    this.one = block(input);
    this.other = other;
  }

  /** On as many blocks of the output as there are; a sum acts on one of its own size alone. */
  static SameEquivariance of(GroupAction input) {
    GroupAction one = block(input);
    return new SameEquivariance(
        input, Optional.empty(), one instanceof SumAction ? Optional.of(one) : Optional.empty());
  }

  /**
   * In another representation: field a of the input belongs to field a of the output.
   *
   * @throws org.liegg.api.ActionException if they are not of one algebra in one basis
   */
  static SameEquivariance of(GroupAction input, GroupAction output) {
    SameElement.require(input, output);
    return new SameEquivariance(input, Optional.of(output), Optional.of(output));
  }

  private static GroupAction block(GroupAction input) {
    return input instanceof CopiesAction copies ? copies.one() : input;
  }

  @Override
  public SameEquivariance boundTo(int outputs) {
    GroupAction on = output(outputs);
    return output().filter(on::equals).isPresent()
        ? this
        : new SameEquivariance(input(), other, Optional.of(on));
  }

  /** The action on the output, where it is another one than on blocks of the input. */
  public Optional<GroupAction> other() {
    return other;
  }

  @Override
  public String outputSpec() {
    return "->same" + other.map(b -> "(" + b.spec() + ")").orElse("");
  }

  /** Whether it acts on so many outputs. */
  public boolean fits(int outputs) {
    int block = other.orElse(one).inputSize();
    boolean alone = other.isPresent() || one instanceof SumAction;
    return alone ? outputs == block : outputs > 0 && outputs % block == 0;
  }

  @Override
  public GroupAction output(int outputs) {
    if (fits(outputs)) {
      return other.orElseGet(() -> Combinations.copies(one, outputs / one.inputSize()));
    }
    if (other.isPresent()) {
      throw wrongOutputs(
          outputs,
          "'%s' acts on %d".formatted(other.get().spec(), other.get().inputSize()),
          "name a representation on as many in 'same(…)'");
    }
    throw wrongOutputs(
        outputs,
        "'%s' acts on blocks of %d".formatted(one.spec(), one.inputSize()),
        "name a group on blocks of the outputs, or another one for them behind '->'");
  }

  private static FieldBasis pairs(String spec, FieldBasis v, FieldBasis w) {
    FieldAssembler basis =
        new FieldAssembler(
            v.fields(),
            ActionLimits.entries(spec, v.fields(), (long) v.values().length + w.values().length),
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
  public double[] inputPart(double[] coefficients) {
    return coefficients;
  }

  @Override
  public double[] outputPart(double[] coefficients) {
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
