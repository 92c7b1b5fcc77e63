package org.liegg.engine.dl4j.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.conf.graph.ElementWiseVertex;
import org.deeplearning4j.nn.conf.graph.GraphVertex;
import org.deeplearning4j.nn.conf.graph.LayerVertex;
import org.deeplearning4j.nn.conf.graph.MergeVertex;
import org.deeplearning4j.nn.conf.graph.ScaleVertex;
import org.deeplearning4j.nn.conf.graph.ShiftVertex;
import org.deeplearning4j.nn.conf.preprocessor.CnnToFeedForwardPreProcessor;
import org.deeplearning4j.nn.conf.preprocessor.FeedForwardToCnnPreProcessor;
import org.deeplearning4j.preprocessors.ReshapePreprocessor;
import org.jspecify.annotations.Nullable;
import org.liegg.engine.dl4j.flow.Operation;
import org.liegg.engine.dl4j.flow.Operation.Combination;

/** What vertices of a graph do, and what preprocessors of layers do, as operations. */
final class VertexTranslation {
  private final FlowWriter flow;

  VertexTranslation(FlowWriter flow) {
    this.flow = flow;
  }

  /** Whether the vertex, with its layer and preprocessor, is of a class that is known. */
  static boolean isKnown(@Nullable GraphVertex vertex) {
    if (vertex instanceof LayerVertex layer) {
      InputPreProcessor before = layer.getPreProcessor();
      return LayerTranslation.isKnown(layer.getLayerConf().getLayer())
          && (before == null
              || before.getClass() == CnnToFeedForwardPreProcessor.class
              || before.getClass() == FeedForwardToCnnPreProcessor.class
              || before.getClass() == ReshapePreprocessor.class);
    }
    return vertex instanceof MergeVertex merge
        ? joinsAsItsClass(merge)
        : vertex != null
            && (vertex.getClass() == ElementWiseVertex.class
                || vertex.getClass() == ScaleVertex.class
                || vertex.getClass() == ShiftVertex.class);
  }

  /** Subclasses that only know another axis make the same vertex. */
  private static boolean joinsAsItsClass(MergeVertex vertex) {
    return Arrays.stream(vertex.getClass().getMethods())
        .filter(method -> method.getName().equals("instantiate"))
        .allMatch(method -> method.getDeclaringClass() == MergeVertex.class);
  }

  /** The value of a vertex. */
  Signal read(GraphVertex vertex, Weights weights, List<Signal> inputs) {
    UnknownLayer.unless(isKnown(vertex), "another vertex");
    if (vertex instanceof LayerVertex layer) {
      Signal before = shaped(layer.getPreProcessor(), inputs.get(0));
      return new LayerTranslation(flow).read(layer.getLayerConf().getLayer(), weights, before);
    }
    if (vertex instanceof MergeVertex merge) {
      return merged(merge.getMergeAxis(), inputs);
    }
    if (vertex instanceof ElementWiseVertex elementwise) {
      return combined(elementwise, inputs);
    }
    boolean scaled = vertex instanceof ScaleVertex;
    double factor = vertex instanceof ScaleVertex scale ? scale.getScaleFactor() : 1;
    double offset = vertex instanceof ShiftVertex shift ? shift.getShiftFactor() : 0;
    UnknownLayer.unless(scaled || vertex instanceof ShiftVertex, "another vertex");
    Operation line = new Operation.Scale(new double[] {factor}, new double[] {offset});
    return flow.add(line, inputs.get(0));
  }

  private Signal shaped(@Nullable InputPreProcessor preprocessor, Signal signal) {
    if (preprocessor == null) {
      return signal;
    }
    Signal plain = flow.plain(signal);
    List<Integer> shape =
        preprocessor instanceof CnnToFeedForwardPreProcessor flatten
            ? flat(flatten, plain)
            : preprocessor instanceof FeedForwardToCnnPreProcessor unfold
                ? unfolded(unfold, plain)
                : reshaped((ReshapePreprocessor) preprocessor);
    UnknownLayer.unless(
        shape.stream().reduce(1, Math::multiplyExact) == plain.size(), "another size");
    return plain.shaped(shape);
  }

  private static List<Integer> flat(CnnToFeedForwardPreProcessor preprocessor, Signal signal) {
    long h = preprocessor.getInputHeight();
    long w = preprocessor.getInputWidth();
    long c = preprocessor.getNumChannels();
    if (signal.isVector()) {
      return signal.shape();
    }
    boolean last = preprocessor.getFormat() == org.deeplearning4j.nn.conf.CNN2DFormat.NHWC;
    List<Long> expected = last ? List.of(h, w, c) : List.of(c, h, w);
    boolean open = h == 0 && w == 0 && c == 0;
    List<Long> found = signal.shape().stream().map(Integer::longValue).toList();
    UnknownLayer.unless(signal.isImage() && (open || expected.equals(found)), "another image");
    return List.of(signal.size());
  }

  private static List<Integer> unfolded(FeedForwardToCnnPreProcessor preprocessor, Signal signal) {
    return signal.isImage()
        ? signal.shape()
        : List.of(
            (int) preprocessor.getNumChannels(),
            (int) preprocessor.getInputHeight(),
            (int) preprocessor.getInputWidth());
  }

  private static List<Integer> reshaped(ReshapePreprocessor preprocessor) {
    List<Integer> shape = new ArrayList<>();
    Arrays.stream(preprocessor.getTargetShape()).forEach(n -> shape.add((int) n));
    if (preprocessor.isHasMiniBatchDimension()) {
      shape.remove(0);
    }
    UnknownLayer.unless(shape.stream().allMatch(n -> n > 0), "an open shape");
    return shape;
  }

  /** Joined along an axis, of which that of samples is the first. */
  private Signal merged(int axis, List<Signal> inputs) {
    if (inputs.size() == 1) {
      return inputs.get(0);
    }
    List<Integer> first = inputs.get(0).shape();
    int at = axis - 1;
    UnknownLayer.unless(at >= 0 && at < first.size(), "another axis");
    int sum = 0;
    for (Signal input : inputs) {
      List<Integer> rest = new ArrayList<>(input.shape());
      UnknownLayer.unless(rest.size() == first.size(), "inputs of several ranks");
      sum += rest.set(at, first.get(at));
      UnknownLayer.unless(rest.equals(first), "inputs of several sizes");
    }
    boolean channels = at == 0 && inputs.stream().allMatch(Signal::channelsMoved);
    List<Signal> laid = channels ? inputs : inputs.stream().map(flow::plain).toList();
    int rows =
        channels
            ? laid.get(0).size() / first.get(0)
            : first.subList(0, at).stream().reduce(1, Math::multiplyExact);
    int[] widths = laid.stream().mapToInt(input -> input.size() / rows).toArray();
    List<Integer> shape = new ArrayList<>(first);
    shape.set(at, sum);
    return flow.add(new Operation.Join(rows, widths), shape, channels, laid);
  }

  private Signal combined(ElementWiseVertex vertex, List<Signal> inputs) {
    if (inputs.size() == 1) {
      return inputs.get(0);
    }
    List<Integer> shape = inputs.get(0).shape();
    UnknownLayer.unless(
        inputs.stream().allMatch(input -> input.shape().equals(shape)), "several shapes");
    boolean moved = inputs.stream().allMatch(Signal::channelsMoved);
    List<Signal> laid = moved ? inputs : inputs.stream().map(flow::plain).toList();
    Combination how =
        switch (vertex.getOp()) {
          case Add -> Combination.SUM;
          case Subtract -> Combination.DIFFERENCE;
          case Product -> Combination.PRODUCT;
          case Average -> Combination.MEAN;
          case Max -> Combination.LARGEST;
        };
    UnknownLayer.unless(
        how != Combination.DIFFERENCE || inputs.size() == 2, "a difference of several");
    return flow.add(new Operation.Combine(how), shape, moved, laid);
  }
}
