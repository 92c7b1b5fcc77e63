package org.liegg.groups;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.api.spi.GroupAction;

/**
 * Equivariance, F(gx) = ρ(g)F(x): fields are pairs of v on the input and w on the output, rows are
 * {@code J v(x) − w(F(x))}. Outputs are more components behind the inputs, so that a pair is one
 * field and a row is one product.
 */
abstract class EquivarianceAction implements GroupAction {
  private final GroupAction input;

  EquivarianceAction(GroupAction input) {
    this.input = input;
  }

  /** The action on the input alone. */
  final GroupAction input() {
    return input;
  }

  /** The action on so many outputs. */
  abstract GroupAction output(int outputs);

  /** The coefficients of the input's action. */
  abstract double[] inputPart(double[] coefficients);

  /** The coefficients of the output's action. */
  abstract double[] outputPart(double[] coefficients);

  /** The pairs, where the output has so many components. */
  abstract FieldBasis pairs(GroupAction output);

  @Override
  public final int inputSize() {
    return input.inputSize();
  }

  @Override
  public final FieldBasis fields() {
    return pairs(output(outputSize()));
  }

  /** The features of the input; those of the output are known at the model's responses only. */
  @Override
  public final Batch features(Batch batch) {
    return input.features(batch);
  }

  @Override
  public final Polarization polarize(Batch batch, Jacobians jacobians) {
    if (jacobians.inputs() != inputSize() || jacobians.samples() != batch.rows()) {
      throw new IllegalArgumentException(
          "%s: Jacobians of %d samples and %d inputs, the batch has %d and the action takes %d"
              .formatted(
                  spec(), jacobians.samples(), jacobians.inputs(), batch.rows(), inputSize()));
    }
    GroupAction output = output(jacobians.outputs());
    Batch features = beside(input.features(batch), output.features(jacobians.responseBatch()));
    return new Polarization(pairs(output), features, withOutputs(jacobians), jacobians.outputs());
  }

  /** [J | −1]. */
  private static Jacobians withOutputs(Jacobians jacobians) {
    int d = jacobians.inputs();
    int k = jacobians.outputs();
    int width = d + k;
    double[] values = new double[Math.multiplyExact(jacobians.samples() * k, width)];
    for (int row = 0; row < jacobians.samples() * k; row++) {
      System.arraycopy(jacobians.values(), row * d, values, row * width, d);
      values[row * width + d + row % k] = -1;
    }
    return new Jacobians(jacobians.samples(), k, width, values, jacobians.responses());
  }

  private static Batch beside(Batch left, Batch right) {
    int width = left.columns() + right.columns();
    double[] values = new double[Math.multiplyExact(left.rows(), width)];
    for (int n = 0; n < left.rows(); n++) {
      System.arraycopy(left.values(), n * left.columns(), values, n * width, left.columns());
      System.arraycopy(
          right.values(), n * right.columns(), values, n * width + left.columns(), right.columns());
    }
    return new Batch(left.rows(), width, values);
  }

  /** The output does not have as many components as the action has use for. */
  final ActionException wrongOutputs(int found, String takes, String remedy) {
    return new ActionException(
        "LIEGG-ACTION-OUTPUTS",
        "action '%s'".formatted(spec()),
        "the model has %d outputs, %s".formatted(found, takes),
        remedy);
  }

  @Override
  public final boolean equals(Object other) {
    return other instanceof EquivarianceAction action && action.spec().equals(spec());
  }

  @Override
  public final int hashCode() {
    return spec().hashCode();
  }

  @Override
  public final String toString() {
    return spec();
  }

  /** {@code A -> B}: elements of two groups, free of each other. */
  static final class Free extends EquivarianceAction {
    private final GroupAction output;
    private final SumAction both;

    Free(GroupAction input, GroupAction output) {
      super(input);
      this.output = output;
      this.both = new SumAction(List.of(input, output));
    }

    @Override
    public String spec() {
      return input().spec() + "->" + output.spec();
    }

    @Override
    public int outputSize() {
      return output.inputSize();
    }

    @Override
    GroupAction output(int outputs) {
      if (outputs != output.inputSize()) {
        throw wrongOutputs(
            outputs,
            "'%s' acts on %d".formatted(output.spec(), output.inputSize()),
            "name an action on as many behind '->', e.g. 'gl(%d)'".formatted(outputs));
      }
      return output;
    }

    @Override
    FieldBasis pairs(GroupAction on) {
      FieldBasis v = input().fields();
      FieldBasis w = on.fields();
      FieldAssembler basis =
          new FieldAssembler(
              v.fields() + w.fields(),
              v.values().length + w.values().length,
              v.components() + w.components(),
              v.features() + w.features());
      for (int a = 0; a < v.fields(); a++) {
        basis.entries(v, a, 0, 0).endField();
      }
      for (int b = 0; b < w.fields(); b++) {
        basis.entries(w, b, v.components(), v.features()).endField();
      }
      return basis.build();
    }

    @Override
    public int dimension() {
      return both.dimension();
    }

    @Override
    double[] inputPart(double[] coefficients) {
      return Arrays.copyOf(coefficients, input().dimension());
    }

    @Override
    double[] outputPart(double[] coefficients) {
      return Arrays.copyOfRange(coefficients, input().dimension(), coefficients.length);
    }

    @Override
    public String fieldName(int a) {
      Fit.requireField(this, a);
      int inputs = input().dimension();
      return a < inputs ? "in:" + input().fieldName(a) : "out:" + output.fieldName(a - inputs);
    }

    /** Block diagonal: the element on the input, then the one on the output. */
    @Override
    public Optional<Matrix> matrix(double[] coefficients) {
      return both.matrix(Fit.requireCoefficients(this, coefficients));
    }
  }

  /** {@code A -> same}: one group element acts on the input and on the output. */
  static final class Same extends EquivarianceAction {
    private final GroupAction one;

    Same(GroupAction input) {
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
}
