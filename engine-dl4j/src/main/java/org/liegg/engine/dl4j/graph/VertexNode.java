package org.liegg.engine.dl4j.graph;

import org.deeplearning4j.nn.graph.vertex.GraphVertex;
import org.deeplearning4j.nn.workspace.LayerWorkspaceMgr;
import org.nd4j.linalg.api.ndarray.INDArray;

/** A vertex that is no layer, such as one that merges or adds. */
final class VertexNode implements GraphNode {
  private static final LayerWorkspaceMgr ON_THE_HEAP = LayerWorkspaceMgr.noWorkspacesImmutable();

  private final GraphVertex vertex;

  VertexNode(GraphVertex vertex) {
    this.vertex = vertex;
  }

  @Override
  public INDArray forward(INDArray[] inputs, int samples) {
    for (int i = 0; i < inputs.length; i++) {
      vertex.setInput(i, inputs[i].dup(), ON_THE_HEAP);
    }
    return vertex.doForward(false, ON_THE_HEAP);
  }

  @Override
  public INDArray[] backward(INDArray gradient) {
    vertex.setEpsilon(gradient);
    return vertex.doBackward(false, ON_THE_HEAP).getSecond();
  }

  @Override
  public void clear() {
    vertex.clear();
  }
}
