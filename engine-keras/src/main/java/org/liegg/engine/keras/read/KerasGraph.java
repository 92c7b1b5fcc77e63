package org.liegg.engine.keras.read;

import java.util.List;

/**
 * A model as the file describes it.
 *
 * @param layers every layer after those it takes its inputs from
 * @param inputs names of the input layers, in the model's order
 * @param outputs names of the layers that are its outputs
 */
public record KerasGraph(List<KerasLayer> layers, List<String> inputs, List<String> outputs) {

  /** Copies the lists. */
  public KerasGraph {
    layers = List.copyOf(layers);
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
