package org.liegg.engine.dl4j.graph;

import java.util.List;
import org.liegg.api.ModelPort;
import org.liegg.engine.dl4j.session.InputShape;

/**
 * One input of a graph, as part of a sample.
 *
 * @param name how it is asked for
 * @param shape of one sample, without the axis of samples
 * @param from where in a sample its values begin
 * @param varies whether it is differentiated by
 * @param index whether it takes whole numbers that select something, such as words
 */
record GraphInput(String name, List<Integer> shape, int from, boolean varies, boolean index) {

  /** Number of its values. */
  int size() {
    return (int) InputShape.length(shape);
  }

  /** Its shape with an axis of samples. */
  long[] shape(int samples) {
    long[] all = new long[shape.size() + 1];
    all[0] = samples;
    for (int i = 0; i < shape.size(); i++) {
      all[i + 1] = shape.get(i);
    }
    return all;
  }

  /** The input as users are shown it. */
  static ModelPort port(String name, List<Integer> shape) {
    return new ModelPort(name, "input", shape);
  }
}
