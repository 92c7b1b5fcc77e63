package org.liegg.groups.compose;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FieldAssembler;
import org.liegg.groups.field.Fit;

/** {@code A -> B}: elements of two groups, free of each other. */
public final class FreeEquivariance extends EquivarianceAction {
  private final GroupAction output;
  private final SumAction both;

  FreeEquivariance(GroupAction input, GroupAction output) {
    super(
        input,
        Optional.of(
            new Pairs(
                output,
                pairs(input.spec() + "->" + output.spec(), input.fields(), output.fields()))));
    this.output = output;
    this.both = new SumAction(List.of(input, output));
  }

  @Override
  public String outputSpec() {
    return "->" + output.spec();
  }

  @Override
  public FreeEquivariance boundTo(int outputs) {
    output(outputs);
    return this;
  }

  @Override
  public GroupAction output(int outputs) {
    if (outputs != output.inputSize()) {
      throw wrongOutputs(
          outputs,
          "'%s' acts on %d".formatted(output.spec(), output.inputSize()),
          "name an action on as many behind '->', e.g. 'gl(%d)'".formatted(outputs));
    }
    return output;
  }

  private static FieldBasis pairs(String spec, FieldBasis v, FieldBasis w) {
    FieldAssembler basis =
        new FieldAssembler(
            v.fields() + w.fields(),
            ActionLimits.entries(
                spec, (long) v.fields() + w.fields(), (long) v.values().length + w.values().length),
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
  public double[] inputPart(double[] coefficients) {
    return Arrays.copyOf(coefficients, input().dimension());
  }

  @Override
  public double[] outputPart(double[] coefficients) {
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
