package org.liegg.engine.dl4j.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.RNNFormat;
import org.liegg.engine.dl4j.dense.PiecewiseScalar;
import org.liegg.engine.dl4j.flow.Flow;
import org.liegg.engine.dl4j.flow.Operation;

/** Writes a flow, operation after operation. */
final class FlowWriter {
  private final List<Flow.Source> sources = new ArrayList<>();
  private final List<Flow.Node> nodes = new ArrayList<>();
  private final int sampleSize;

  /**
   * A flow with these inputs and no operation.
   *
   * @param inputs all that a sample is made of
   */
  FlowWriter(List<ImageInput> inputs) {
    inputs.forEach(
        input -> sources.add(new Flow.Source(input.from(), input.size(), input.varies())));
    this.sampleSize = inputs.stream().mapToInt(ImageInput::size).sum();
  }

  /** An operation that keeps the shape of its only input. */
  Signal add(Operation operation, Signal input) {
    return add(operation, input.shape(), input.channelsMoved(), List.of(input));
  }

  /** An operation whose result has a shape of its own. */
  Signal add(Operation operation, List<Integer> shape, boolean channelsMoved, List<Signal> inputs) {
    int[] numbers = inputs.stream().mapToInt(Signal::value).toArray();
    int value = sources.size() + nodes.size();
    boolean varies = Arrays.stream(numbers).anyMatch(this::varies);
    Signal result = new Signal(value, shape, channelsMoved);
    nodes.add(new Flow.Node(operation, numbers, result.size(), varies, value));
    return result;
  }

  private boolean varies(int value) {
    return value < sources.size()
        ? sources.get(value).varies()
        : nodes.get(value - sources.size()).varies();
  }

  /** An image with its channels together, whose axes are in the order that a layer says. */
  Signal image(Signal signal, CNN2DFormat format) {
    UnknownLayer.unless(signal.isImage(), "an image of another number of axes");
    if (format == CNN2DFormat.NHWC) {
      return plain(signal);
    }
    if (signal.channelsMoved()) {
      return signal;
    }
    List<Integer> shape = signal.shape();
    Operation moved =
        new Operation.Gather(transposition(shape.get(0), shape.get(1) * shape.get(2)));
    return add(moved, shape, true, List.of(signal));
  }

  /** A series with its channels together, whose axes are in the order that a layer says. */
  Signal series(Signal signal, RNNFormat format) {
    UnknownLayer.unless(signal.isSeries(), "a series of another number of axes");
    if (format == RNNFormat.NWC) {
      return plain(signal);
    }
    if (signal.channelsMoved()) {
      return signal;
    }
    List<Integer> shape = signal.shape();
    Operation moved = new Operation.Gather(transposition(shape.get(0), shape.get(1)));
    return add(moved, shape, true, List.of(signal));
  }

  /** The same values row-major, as the shape says. */
  Signal plain(Signal signal) {
    if (!signal.channelsMoved()) {
      return signal;
    }
    Operation moved =
        new Operation.Gather(transposition(signal.size() / signal.channels(), signal.channels()));
    return add(moved, signal.shape(), false, List.of(signal));
  }

  /** Where the entries of the transpose of a table are in it. */
  private static int[] transposition(int rows, int columns) {
    int[] source = new int[rows * columns];
    for (int i = 0; i < source.length; i++) {
      source[i] = i % rows * columns + i / rows;
    }
    return source;
  }

  /**
   * Lets a rectifier follow the maximum of windows that it comes before: it is the same there, of
   * fewer values, and its slope is 0 where the maximum is.
   */
  private void rectifyAfterwards(int[] uses) {
    for (int i = 0; i < nodes.size(); i++) {
      Flow.Node pooling = nodes.get(i);
      int before = pooling.inputs()[0] - sources.size();
      if (pooling.operation() instanceof Operation.Largest
          && before >= 0
          && uses[pooling.inputs()[0]] == 1
          && nodes.get(before).operation() instanceof Operation.Apply apply
          && apply.function() instanceof PiecewiseScalar.Relu relu
          && relu.negativeSlope() == 0) {
        Flow.Node rectifier = nodes.get(before);
        nodes.set(
            before,
            new Flow.Node(
                pooling.operation(),
                rectifier.inputs(),
                pooling.size(),
                rectifier.varies(),
                pooling.inputs()[0]));
        nodes.set(
            i,
            new Flow.Node(
                apply, pooling.inputs(), pooling.size(), pooling.varies(), pooling.place()));
      }
    }
  }

  /** The flow whose output is this. */
  Flow finished(Signal output) {
    Signal last = plain(output);
    UnknownLayer.unless(
        !nodes.isEmpty() && last.value() == sources.size() + nodes.size() - 1,
        "an output that is an input as it is");
    int[] uses = new int[sources.size() + nodes.size()];
    nodes.forEach(node -> Arrays.stream(node.inputs()).forEach(input -> uses[input]++));
    rectifyAfterwards(uses);
    List<Flow.Node> placed = new ArrayList<>();
    for (int i = 0; i < nodes.size(); i++) {
      Flow.Node node = nodes.get(i);
      int input = node.inputs()[0];
      boolean shared =
          node.operation().worksInPlace() && uses[input] == 1 && input >= sources.size();
      int place = shared ? placed.get(input - sources.size()).place() : sources.size() + i;
      placed.add(new Flow.Node(node.operation(), node.inputs(), node.size(), node.varies(), place));
    }
    return new Flow(sampleSize, sources, placed);
  }
}
