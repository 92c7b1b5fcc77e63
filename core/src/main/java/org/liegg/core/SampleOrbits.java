package org.liegg.core;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.GroupFlows;
import org.liegg.api.spi.ModelGradient;
import org.liegg.core.finite.SamplePath;
import org.liegg.core.samples.SampleRows;
import org.liegg.core.transformation.VaryingModel;
import org.liegg.groups.ActionFit;
import org.liegg.groups.Flows;
import org.liegg.groups.ImageAxes;

/**
 * Moves samples along generators, and asks a model there.
 *
 * @param model open, of this thread; asked for values alone
 * @param data whole samples
 * @param limit the first samples alone are used
 */
public record SampleOrbits(ModelGradient model, Dataset data, OptionalLong limit) {
  /** Samples that a model is asked for at a time. */
  private static final int BATCH = 64;

  /** Numbers of all points of a path, 64 MiB. */
  private static final long LARGEST = 1L << 23;

  /**
   * One sample along one generator.
   *
   * @param shape the axes of what varies of a sample: a picture's, where the action moves pictures
   * @param inputs exp(tA)x for every t, a row each
   * @param outputs F(exp(tA)x), a row each
   * @param expected ρ(exp(tA))F(x), a row each: F(x) for an action on inputs alone
   * @param period as of {@link GroupFlows#period}
   */
  public record Moved(
      List<Integer> shape, Batch inputs, Batch outputs, Batch expected, Optional<Double> period) {}

  /**
   * Moves one sample.
   *
   * @param candidates the action that the generator is of
   * @param generator coefficients of its fields
   * @param place of the sample, from 0
   * @param t lengths of the path, finite
   * @throws org.liegg.api.LieggException {@code LIEGG-DATA-WIDTH}, {@code LIEGG-ACTION-SIZE} or
   *     {@code LIEGG-ORBIT-ACTION} if model, samples, action and generator do not fit, {@code
   *     LIEGG-DATA-SAMPLE} if there is no such sample, {@code LIEGG-ORBIT-SIZE} if the path holds
   *     too much, or as {@link SamplePath#of}
   */
  public Moved of(GroupAction candidates, double[] generator, long place, double[] t) {
    SampleRows.requireFit(data, model.info());
    GroupAction action =
        ActionFit.bind(candidates, model.info().inputSize(), model.info().outputSize());
    requireFields(action, generator);
    requireSize(t.length);
    Batch sample = SampleRows.at(data, place, limit);
    VaryingModel varying = new VaryingModel(model, BATCH);
    GroupFlows flows = Flows.of(action);
    SamplePath path = SamplePath.of(varying, flows, generator, sample, t);
    return new Moved(
        ImageAxes.of(action).orElseGet(() -> varying.axes(data.sampleShape())),
        path.inputs(),
        path.outputs(),
        path.expected(),
        flows.period(generator));
  }

  private static void requireFields(GroupAction action, double[] generator) {
    if (action.dimension() != generator.length) {
      throw new ActionException(
          "LIEGG-ORBIT-ACTION",
          "action '%s'".formatted(action.spec()),
          "it has %d fields, the generator has %d coefficients"
              .formatted(action.dimension(), generator.length),
          "give the report of this model, and the action as it was then");
    }
  }

  private void requireSize(int points) {
    long each = (long) model.info().sampleSize() + 2L * model.info().outputSize();
    if (each * points > LARGEST) {
      throw new ActionException(
          "LIEGG-ORBIT-SIZE",
          "the orbit of a sample of %d numbers".formatted(model.info().sampleSize()),
          "%d points of it hold %d numbers, inputs and outputs together"
              .formatted(points, each * points),
          "ask for at most %d values of t".formatted(Math.max(1, LARGEST / each)));
    }
  }
}
