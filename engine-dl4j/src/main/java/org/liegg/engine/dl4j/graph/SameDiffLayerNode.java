package org.liegg.engine.dl4j.graph;

import java.util.Arrays;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.exception.DL4JInvalidInputException;
import org.deeplearning4j.nn.conf.ConvolutionMode;
import org.deeplearning4j.nn.conf.layers.PrimaryCapsules;
import org.deeplearning4j.nn.conf.layers.samediff.SameDiffLayer;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.jspecify.annotations.Nullable;
import org.liegg.engine.dl4j.session.Text;
import org.nd4j.autodiff.samediff.SDVariable;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * A layer that is defined as a SameDiff graph, such as those of attention. Deeplearning4j's own
 * backward pass gives twice the gradient.
 */
final class SameDiffLayerNode extends LayerNode {
  private static final String INPUT = "input";
  private static final String MASK = "mask";

  /** Samples and channels come first. */
  private static final int IMAGE_AXES = 2;

  private final LayerVertex vertex;
  private final SameDiffLayer conf;
  private @Nullable SeededGraph graph;
  private Map<String, INDArray> placeholders = Map.of();

  SameDiffLayerNode(LayerVertex vertex) {
    super(vertex);
    this.vertex = vertex;
    this.conf = (SameDiffLayer) vertex.getLayer().conf().getLayer();
  }

  @Override
  INDArray activate(INDArray x) {
    placeholders = new HashMap<>();
    placeholders.put(INPUT, x);
    placeholders.put(MASK, conf.onesMaskForInput(x));
    if (conf instanceof PrimaryCapsules capsules) {
      requireWindow(capsules, x);
    }
    if (graph == null) {
      graph = define(x);
    }
    conf.validateInput(x);
    return graph.output(placeholders);
  }

  /**
   * Native code takes a window larger than the image for a huge one, and ends the process. Layers
   * other than these are checked by Deeplearning4j.
   */
  private static void requireWindow(PrimaryCapsules capsules, INDArray x) {
    if (capsules.getConvolutionMode() == ConvolutionMode.Same) {
      return;
    }
    for (int axis = 0; axis < capsules.getKernelSize().length; axis++) {
      long window = 1 + (capsules.getKernelSize()[axis] - 1L) * capsules.getDilation()[axis];
      long room = x.size(IMAGE_AXES + axis) + 2L * capsules.getPadding()[axis];
      if (window > room) {
        throw new DL4JInvalidInputException(
            "layer %s has a window of %d on %d values"
                .formatted(Text.printable(capsules.getLayerName()), window, room));
      }
    }
  }

  private SeededGraph define(INDArray x) {
    SameDiff graph = SameDiff.create();
    long[] shape = x.shape().clone();
    shape[0] = -1;
    SDVariable input = graph.placeHolder(INPUT, x.dataType(), shape);
    Map<String, SDVariable> parameters = new LinkedHashMap<>();
    vertex
        .getLayer()
        .paramTable()
        .forEach((name, value) -> parameters.put(name, graph.var(name, value.dup())));
    long[] any = new long[shape.length];
    Arrays.fill(any, -1);
    SDVariable mask = graph.placeHolder(MASK, x.dataType(), any);
    SDVariable output = conf.defineLayer(graph, input, parameters, mask);
    return new SeededGraph(graph, output.name(), List.of(INPUT));
  }

  @Override
  @Nullable INDArray differentiate(INDArray gradient) {
    return graph == null ? null : graph.gradients(placeholders, gradient).get(INPUT);
  }

  @Override
  public void clear() {
    placeholders = Map.of();
    super.clear();
  }
}
