package org.liegg.groups.flow;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.compose.CopiesAction;
import org.liegg.groups.compose.EquivarianceAction;
import org.liegg.groups.compose.PairedSpan;
import org.liegg.groups.compose.SpanAction;
import org.liegg.groups.compose.SumAction;
import org.liegg.groups.field.FeatureMap;
import org.liegg.groups.field.Fit;
import org.liegg.groups.field.HomogeneousMatrix;
import org.liegg.groups.field.JointAction;
import org.liegg.groups.field.MatrixExponential;
import org.liegg.groups.field.Resampled;

/**
 * The maps that a generator generates: by the matrix exponential where the fields are at most
 * affine on a block, by resampling of pictures and of windows of series, by integration of the
 * field otherwise.
 */
public final class GeneratorFlows {
  /** Blocks with more inputs are integrated: their dense exponential would cost n³. */
  private static final int LARGEST_BLOCK = 256;

  private GeneratorFlows() {}

  /**
   * The flow of Σ_a c_a v_a on the input.
   *
   * @param coefficients c, one for every field of the action
   * @throws IllegalArgumentException if there are more or fewer
   */
  public static Flow of(GroupAction action, double[] coefficients) {
    Fit.requireCoefficients(action, coefficients);
    Flow flow = flow(action, coefficients.clone());
    return (batch, t) -> flow.at(Fit.requireColumns(action, batch), t);
  }

  /**
   * The flow on the output that an equivariance pairs with {@link #of}: F(gx) = ρ(g)F(x).
   *
   * @param coefficients c, one for every field of the action
   * @param outputs k, outputs of the model
   * @throws IllegalArgumentException if there are more or fewer coefficients, or the action is no
   *     equivariance
   */
  public static Flow onOutput(GroupAction action, double[] coefficients, int outputs) {
    Fit.requireCoefficients(action, coefficients);
    if (action instanceof PairedSpan span) {
      return onOutput(span.whole(), span.combined(coefficients), outputs);
    }
    if (!(action instanceof EquivarianceAction equivariance)) {
      throw new IllegalArgumentException(action.spec() + " does not act on outputs");
    }
    return of(equivariance.output(outputs), equivariance.outputPart(coefficients));
  }

  private static Flow flow(GroupAction action, double[] coefficients) {
    if (action instanceof EquivarianceAction equivariance) {
      return flow(equivariance.input(), equivariance.inputPart(coefficients));
    }
    if (action instanceof PairedSpan span) {
      return flow(span.whole(), span.combined(coefficients));
    }
    if (action instanceof JointAction) {
      throw new ActionException(
          "LIEGG-ACTION-JOINT",
          "action '%s'".formatted(action.spec()),
          "it moves inputs and outputs together, and neither alone",
          "ask for its symmetries by gradients: liegg extract");
    }
    if (action.dimension() == 0) {
      return (batch, t) -> batch;
    }
    if (action instanceof CopiesAction copies) {
      return onCopies(flow(copies.one(), coefficients), copies.one().inputSize());
    }
    if (action instanceof SpanAction span) {
      return flow(span.whole(), span.combined(coefficients));
    }
    if (action instanceof SumAction sum) {
      return onBlocks(sum.terms(), coefficients);
    }
    if (action instanceof Resampled function && function.isResampled()) {
      return function.resampling(coefficients);
    }
    if (isExponential(action)) {
      FeatureMap map = FeatureMap.of(action).orElseThrow();
      return affine(HomogeneousMatrix.of(action, map, coefficients), action.inputSize());
    }
    return new IntegratedFlow(action, coefficients);
  }

  /** Whether the flow of one block is a matrix exponential; it is integrated otherwise. */
  static boolean isExponential(GroupAction action) {
    return action.inputSize() <= LARGEST_BLOCK && FeatureMap.of(action).isPresent();
  }

  private static Flow affine(Matrix generator, int inputs) {
    return (batch, t) -> {
      Matrix g = MatrixExponential.of(generator, t);
      double[] moved = new double[batch.values().length];
      for (int n = 0; n < batch.rows(); n++) {
        for (int i = 0; i < inputs; i++) {
          double sum = g.get(i, inputs);
          for (int j = 0; j < inputs; j++) {
            sum += g.get(i, j) * batch.values()[n * inputs + j];
          }
          moved[n * inputs + i] = sum;
        }
      }
      return new Batch(batch.rows(), inputs, moved);
    };
  }

  private static Flow onCopies(Flow one, int width) {
    return (batch, t) -> {
      // Row-major blocks of equal width are samples of one block.
      int blocks = batch.values().length / width;
      Batch moved = one.at(new Batch(blocks, width, batch.values()), t);
      return new Batch(batch.rows(), batch.columns(), moved.values());
    };
  }

  private static Flow onBlocks(List<GroupAction> terms, double[] coefficients) {
    List<Flow> flows = new ArrayList<>();
    int from = 0;
    for (GroupAction term : terms) {
      int to = from + term.dimension();
      flows.add(flow(term, Arrays.copyOfRange(coefficients, from, to)));
      from = to;
    }
    return (batch, t) -> {
      double[] moved = new double[batch.values().length];
      int at = 0;
      for (int k = 0; k < flows.size(); k++) {
        int width = terms.get(k).inputSize();
        Batch block = flows.get(k).at(batch.features(at, at + width), t);
        for (int n = 0; n < batch.rows(); n++) {
          System.arraycopy(block.values(), n * width, moved, n * batch.columns() + at, width);
        }
        at += width;
      }
      return new Batch(batch.rows(), batch.columns(), moved);
    };
  }
}
