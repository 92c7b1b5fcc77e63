package org.liegg.engine.tensorflow.graph;

import org.tensorflow.proto.GraphDef;

/** One rewriting of a graph, which leaves what the graph computes as it is. */
public interface GraphPass {

  /** What messages and tests call it. */
  String name();

  /**
   * The rewritten graph.
   *
   * @throws org.liegg.api.ModelException if the graph cannot be rewritten
   */
  GraphDef apply(GraphDef graph);
}
