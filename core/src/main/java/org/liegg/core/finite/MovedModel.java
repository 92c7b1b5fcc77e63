package org.liegg.core.finite;

import java.util.List;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.Flow;
import org.liegg.api.spi.GroupFlows;
import org.liegg.api.spi.ModelGradient;
import org.liegg.core.assemble.Descriptions;
import org.liegg.core.transformation.VaryingModel;

/**
 * The model at samples that finite group elements have moved. Only the input that varies is moved;
 * what else a sample holds stays.
 */
final class MovedModel {
  private final VaryingModel model;
  private final GroupFlows flows;

  MovedModel(ModelGradient model, GroupFlows flows, int batchSize) {
    this.model = new VaryingModel(model, batchSize);
    this.flows = flows;
  }

  /** F at samples as they are, {@code samples × k}. */
  Batch outputs(Batch samples) {
    return model.outputs(samples);
  }

  /**
   * The part of samples that varies, moved along a generator.
   *
   * @return empty where a sample leaves the range of doubles
   */
  Optional<Batch> inputs(double[] generator, Batch samples, double t) {
    return flowed(flows.onInput(generator), varying(samples), t);
  }

  private static Optional<Batch> flowed(Flow flow, Batch points, double t) {
    try {
      return Optional.of(flow.at(points, t));
    } catch (NumericalException e) {
      Descriptions.rethrowInterruption(e);
      return Optional.empty();
    }
  }

  /** F at samples whose varying part is this one; empty where the model fails there. */
  Optional<Batch> outputs(Batch samples, Batch varying) {
    return model.outputs(samples, varying);
  }

  /**
   * {@code ‖ρ(exp(−tA)) F(exp(tA)x) − F(x)‖²} of every sample, ρ being the identity for an action
   * on inputs alone.
   *
   * @param still F(x)
   * @return empty where a sample leaves the range of doubles or the model fails
   */
  Optional<double[]> changes(double[] generator, Batch samples, Batch still, double t) {
    Optional<Flow> together = flows.together(generator);
    if (together.isPresent()) {
      return offGraph(together.get(), samples, still, t);
    }
    return inputs(generator, samples, t)
        .flatMap(moved -> outputs(samples, moved))
        .flatMap(outputs -> movedBack(generator, outputs, t))
        .map(outputs -> distances(outputs, still));
  }

  /** {@code ‖F(x′) − y′‖²} of every sample, (x′, y′) being where (x, F(x)) is moved to. */
  private Optional<double[]> offGraph(Flow together, Batch samples, Batch still, double t) {
    return moved(together, samples, still, t)
        .flatMap(
            both -> {
              int inputs = both.columns() - still.columns();
              Batch expected = both.features(inputs, both.columns());
              return outputs(samples, both.features(0, inputs))
                  .map(outputs -> distances(outputs, expected));
            });
  }

  private Optional<Batch> moved(Flow together, Batch samples, Batch still, double t) {
    return flowed(together, varying(samples).beside(still), t);
  }

  /** Whether inputs are moved by themselves, and have orbits. */
  boolean movesInputs(double[] generator) {
    return flows.together(generator).isEmpty();
  }

  /**
   * {@code ‖F(exp(−tA) exp(tA) x) − F(x)‖²} of every sample: what is lost on the way.
   *
   * @param still F(x)
   * @return empty where a sample leaves the range of doubles or the model fails
   */
  Optional<double[]> thereAndBack(double[] generator, Batch samples, Batch still, double t) {
    Optional<Flow> together = flows.together(generator);
    if (together.isPresent()) {
      return moved(together.get(), samples, still, t)
          .flatMap(there -> flowed(together.get(), there, -t))
          .flatMap(back -> outputs(samples, back.features(0, back.columns() - still.columns())))
          .map(outputs -> distances(outputs, still));
    }
    return inputs(generator, samples, t)
        .flatMap(there -> flowed(flows.onInput(generator), there, -t))
        .flatMap(back -> outputs(samples, back))
        .map(outputs -> distances(outputs, still));
  }

  private Optional<Batch> movedBack(double[] generator, Batch outputs, double t) {
    Optional<Flow> flow = flows.onOutput(generator, model.info().outputSize());
    try {
      return Optional.of(flow.isEmpty() ? outputs : flow.get().at(outputs, -t));
    } catch (NumericalException e) {
      Descriptions.rethrowInterruption(e);
      return Optional.empty();
    }
  }

  private static double[] distances(Batch left, Batch right) {
    double[] squares = new double[left.rows()];
    for (int n = 0; n < squares.length; n++) {
      for (int o = 0; o < left.columns(); o++) {
        double difference = left.get(n, o) - right.get(n, o);
        squares[n] += difference * difference;
      }
    }
    return squares;
  }

  /** The part of samples that varies. */
  Batch varying(Batch samples) {
    return model.varying(samples);
  }

  /** The axes of what varies, of samples of these axes. */
  List<Integer> axes(List<Integer> shape) {
    return model.axes(shape);
  }
}
