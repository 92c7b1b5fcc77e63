package org.liegg.core.finite;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupFlows;
import org.liegg.core.transformation.VaryingModel;

/**
 * One sample along one generator: where it is moved to, what the model says there, and what it
 * would say if the generator were a symmetry exactly.
 *
 * @param inputs exp(tA)x for every t, a row each, {@code times × d}
 * @param outputs F(exp(tA)x), {@code times × k}
 * @param expected ρ(exp(tA))F(x), {@code times × k}: F(x) for an action on inputs alone
 */
public record SamplePath(Batch inputs, Batch outputs, Batch expected) {

  /**
   * Moves a sample. Where an action moves inputs and outputs together, expected is what F(x) is
   * moved to beside x.
   *
   * @param model at the sample's part that varies; asked for values alone
   * @param flows of the action, bound to the model's outputs
   * @param generator coefficients of the action's fields
   * @param sample one whole sample
   * @param times lengths of the path, finite
   * @throws NumericalException {@code LIEGG-FLOW-OVERFLOW} if the sample leaves the range of
   *     doubles before one of these times
   * @throws org.liegg.api.ModelException if the model fails at one of the points
   */
  public static SamplePath of(
      VaryingModel model, GroupFlows flows, double[] generator, Batch sample, double[] times) {
    Batch varying = model.varying(sample);
    Batch still = model.outputs(sample);
    int inputs = varying.columns();
    Moving moving = moving(flows, generator, inputs, still.columns());
    Batch from = varying.beside(still);
    Batch moved =
        stacked(
            Arrays.stream(times).mapToObj(t -> finite(moving.at(from, t), t)).toArray(Batch[]::new),
            from.columns());
    Batch path = moved.features(0, inputs);
    Batch[] samples = new Batch[times.length];
    Arrays.fill(samples, sample);
    return new SamplePath(
        path,
        model.outputs(model.replaced(stacked(samples, sample.columns()), path)),
        moved.features(inputs, moved.columns()));
  }

  /** Moves points that have outputs behind their inputs. */
  private interface Moving {
    Batch at(Batch points, double t);
  }

  private static Moving moving(GroupFlows flows, double[] generator, int inputs, int outputs) {
    Optional<Flow> together = flows.together(generator);
    if (together.isPresent()) {
      return together.get()::at;
    }
    Flow onInput = flows.onInput(generator);
    Optional<Flow> onOutput = flows.onOutput(generator, outputs);
    return (points, t) -> {
      Batch still = points.features(inputs, points.columns());
      return onInput
          .at(points.features(0, inputs), t)
          .beside(onOutput.isPresent() ? onOutput.get().at(still, t) : still);
    };
  }

  /** A matrix may fit doubles where what it makes of a sample does not. */
  private static Batch finite(Batch point, double t) {
    if (!Arrays.stream(point.values()).allMatch(Double::isFinite)) {
      throw new NumericalException(
          "LIEGG-FLOW-OVERFLOW",
          "a flow over t = " + t,
          "the sample, or its output, is moved out of the range of doubles",
          "choose a smaller t");
    }
    return point;
  }

  private static Batch stacked(Batch[] rows, int columns) {
    double[] values = new double[rows.length * columns];
    for (int n = 0; n < rows.length; n++) {
      System.arraycopy(rows[n].values(), 0, values, n * columns, columns);
    }
    return new Batch(rows.length, columns, values);
  }
}
