package org.liegg.engine.dl4j.image;

import java.util.List;
import java.util.Optional;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.deeplearning4j.nn.conf.layers.BaseRecurrentLayer;
import org.deeplearning4j.nn.conf.layers.LSTM;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.recurrent.Bidirectional;
import org.deeplearning4j.nn.conf.layers.recurrent.LastTimeStep;
import org.deeplearning4j.nn.conf.layers.recurrent.SimpleRnn;
import org.liegg.engine.dl4j.flow.Operation;

/**
 * Recurrent layers over series without a mask. What they make of their inputs alone is one affine
 * map of all steps; what they make of their states follows step by step.
 */
final class RecurrentReader {
  private final FlowWriter flow;

  RecurrentReader(FlowWriter flow) {
    this.flow = flow;
  }

  /** Whether the layer, with what it wraps, is of a class that is known. */
  static boolean isKnown(Layer layer) {
    if (layer.getClass() == LastTimeStep.class) {
      return isKnown(((LastTimeStep) layer).getUnderlying());
    }
    if (layer.getClass() == Bidirectional.class) {
      Bidirectional both = (Bidirectional) layer;
      return isPlain(both.getFwd()) && isPlain(both.getBwd());
    }
    return isPlain(layer);
  }

  private static boolean isPlain(Layer layer) {
    return layer.getClass() == LSTM.class || layer.getClass() == SimpleRnn.class;
  }

  /** The layer's value. */
  Signal read(Layer layer, Weights weights, Signal signal) {
    if (layer instanceof LastTimeStep wrapper) {
      return last(read(wrapper.getUnderlying(), weights, signal));
    }
    if (layer instanceof Bidirectional both) {
      return bothWays(both, weights, signal);
    }
    BaseRecurrentLayer recurrent = (BaseRecurrentLayer) layer;
    UnknownLayer.unless(recurrent.getRnnDataFormat() != null, "series without an order of axes");
    Signal series = flow.series(signal, recurrent.getRnnDataFormat());
    return layer instanceof LSTM memory
        ? longShortTerm(memory, weights, series)
        : simple((SimpleRnn) layer, weights, series);
  }

  private Signal longShortTerm(LSTM layer, Weights weights, Signal series) {
    int units = (int) layer.getNOut();
    Signal sums = sums(layer, 4 * units, weights, series);
    Operation operation =
        new Operation.LongShortTerm(
            series.times(),
            units,
            weights.columns(series.channels() * 4 * units, units),
            Functions.scalar(layer.getGateActivationFn()),
            Functions.scalar(layer.getActivationFn()));
    return flow.add(operation, series.shapeOf(units), series.channelsMoved(), List.of(sums));
  }

  private Signal simple(SimpleRnn layer, Weights weights, Signal series) {
    UnknownLayer.unless(!layer.hasLayerNorm(), "layer normalisation");
    int units = (int) layer.getNOut();
    Signal sums = sums(layer, units, weights, series);
    Operation operation =
        new Operation.Recurrence(
            series.times(),
            units,
            weights.columns(series.channels() * units, units),
            Functions.scalar(layer.getActivationFn()));
    return flow.add(operation, series.shapeOf(units), series.channelsMoved(), List.of(sums));
  }

  /** {@code x_t W + b}; the weights of inputs come first, then those of states, then the bias. */
  private Signal sums(BaseRecurrentLayer layer, int columns, Weights weights, Signal series) {
    int inputs = series.channels();
    UnknownLayer.unless(layer.getNIn() == inputs, "another number of channels");
    int units = (int) layer.getNOut();
    int bias = (inputs + units) * columns;
    weights.require(((long) inputs + units + 1) * columns);
    Operation map =
        new Operation.Affine(
            Optional.empty(),
            series.times(),
            inputs,
            columns,
            weights.dense(inputs),
            weights.slice(bias, columns));
    return flow.add(map, series.shapeOf(columns), series.channelsMoved(), List.of(series));
  }

  private Signal bothWays(Bidirectional layer, Weights weights, Signal signal) {
    RNNFormat format = ((BaseRecurrentLayer) layer.getFwd()).getRnnDataFormat();
    UnknownLayer.unless(format != null, "series without an order of axes");
    Signal series = flow.series(signal, format);
    int half = weights.count() / 2;
    weights.require(2L * half);
    Signal forward = read(layer.getFwd(), weights.part(0, half), series);
    Signal backward = reversed(read(layer.getBwd(), weights.part(half, half), reversed(series)));
    UnknownLayer.unless(
        forward.shape().equals(backward.shape())
            && forward.channelsMoved() == backward.channelsMoved(),
        "directions of several shapes");
    List<Signal> directions = List.of(forward, backward);
    int units = forward.channels();
    boolean joined = layer.getMode() == Bidirectional.Mode.CONCAT;
    Operation operation =
        switch (layer.getMode()) {
          case CONCAT -> new Operation.Join(series.times(), new int[] {units, units});
          case ADD -> new Operation.Combine(Operation.Combination.SUM);
          case MUL -> new Operation.Combine(Operation.Combination.PRODUCT);
          case AVERAGE -> new Operation.Combine(Operation.Combination.MEAN);
        };
    return flow.add(
        operation,
        forward.shapeOf(joined ? 2 * units : units),
        forward.channelsMoved(),
        directions);
  }

  /** The steps the other way round. */
  private Signal reversed(Signal series) {
    int channels = series.channels();
    int[] source = new int[series.size()];
    for (int i = 0; i < source.length; i++) {
      source[i] = (series.times() - 1 - i / channels) * channels + i % channels;
    }
    return flow.add(new Operation.Gather(source), series);
  }

  /** The last step. */
  private Signal last(Signal series) {
    int channels = series.channels();
    int[] source = new int[channels];
    for (int i = 0; i < channels; i++) {
      source[i] = (series.times() - 1) * channels + i;
    }
    return flow.add(new Operation.Gather(source), List.of(channels), false, List.of(series));
  }
}
