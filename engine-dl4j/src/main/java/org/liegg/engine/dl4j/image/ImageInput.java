package org.liegg.engine.dl4j.image;

import java.util.List;

/**
 * One input of a network, as part of a sample.
 *
 * @param name of the vertex
 * @param shape of its values, row-major, without the axis of samples
 * @param from where in a sample it begins
 * @param varies whether it is differentiated by
 */
public record ImageInput(String name, List<Integer> shape, int from, boolean varies) {

  /** Copies the shape. */
  public ImageInput {
    shape = List.copyOf(shape);
  }

  /** Number of its values. */
  public int size() {
    return shape.stream().reduce(1, Math::multiplyExact);
  }
}
