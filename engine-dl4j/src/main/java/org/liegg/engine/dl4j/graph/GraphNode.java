package org.liegg.engine.dl4j.graph;

import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * One vertex of a graph, in inference mode: evaluated once, then differentiated any number of times
 * at the same place.
 */
interface GraphNode {

  /**
   * The vertex's value; remembers what {@link #backward} needs.
   *
   * @param inputs values of the vertices before; not changed
   * @param samples how many samples there are; inputs may have a multiple along their first axis
   */
  INDArray forward(INDArray[] inputs, int samples);

  /**
   * The gradient by every input.
   *
   * @param gradient by the value that {@link #forward} returned last; may be changed
   */
  INDArray[] backward(INDArray gradient);

  /** Lets go of what was remembered. */
  void clear();
}
