package org.liegg.api;

import java.util.List;
import java.util.stream.Collectors;

/**
 * An input of a model, or something that can be taken as its output.
 *
 * @param name how it is asked for
 * @param kind what it is in the engine's own words, e.g. the type of the layer
 * @param shape of one sample; empty where the model does not say
 */
public record ModelPort(String name, String kind, List<Integer> shape) {

  /** Copies the shape. */
  public ModelPort {
    shape = List.copyOf(shape);
  }

  /** The shape as text: {@code 28×28×1}; {@code ?} where it is not known. */
  public String shapeText() {
    return shape.isEmpty()
        ? "?"
        : shape.stream().map(String::valueOf).collect(Collectors.joining("×"));
  }
}
