package org.liegg.engine.dl4j.graph;

import org.deeplearning4j.nn.api.Layer;
import org.deeplearning4j.nn.api.layers.IOutputLayer;
import org.deeplearning4j.nn.conf.InputPreProcessor;
import org.deeplearning4j.nn.graph.vertex.impl.LayerVertex;
import org.deeplearning4j.nn.layers.wrapper.BaseWrapperLayer;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.jspecify.annotations.Nullable;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A layer with its preprocessor. */
class LayerNode implements GraphNode {
  static final LayerWorkspaceMgr ON_THE_HEAP = LayerWorkspaceMgr.noWorkspacesImmutable();

  private final Layer layer;
  private final @Nullable InputPreProcessor preprocessor;
  private int batch;

  LayerNode(LayerVertex vertex) {
    this.layer = vertex.getLayer();
    this.preprocessor = vertex.getLayerPreProcessor();
    // Inputs are differentiated at more than once.
    layer.allowInputModification(false);
  }

  @Override
  public final INDArray forward(INDArray[] inputs, int samples) {
    batch = samples;
    layer.setInputMiniBatchSize(batch);
    INDArray x = inputs[0];
    if (preprocessor != null) {
      x = preprocessor.preProcess(x, batch, ON_THE_HEAP);
    }
    return activate(x);
  }

  /** The layer's own value. */
  INDArray activate(INDArray x) {
    // At inference, some layers work on their input in place.
    layer.setInput(x.dup(), ON_THE_HEAP);
    INDArray value = layer.activate(false, ON_THE_HEAP);
    if (!(layer instanceof BaseWrapperLayer)) {
      // Wrappers have given the layer inside an input of another shape, which it must keep.
      layer.setInput(x, ON_THE_HEAP);
    }
    return value;
  }

  @Override
  public final INDArray[] backward(INDArray gradient) {
    INDArray inner = differentiate(gradient);
    if (preprocessor != null && inner != null) {
      inner = preprocessor.backprop(inner, batch, ON_THE_HEAP);
    }
    return new INDArray[] {inner};
  }

  /** The gradient by the layer's own input; null where it has none. */
  @Nullable INDArray differentiate(INDArray gradient) {
    if (layer instanceof IOutputLayer output) {
      output.setLabels(gradient);
    }
    return layer.backpropGradient(gradient, ON_THE_HEAP).getSecond();
  }

  @Override
  public void clear() {
    layer.clear();
  }
}
