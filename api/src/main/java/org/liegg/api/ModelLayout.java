package org.liegg.api;

import java.util.List;

/**
 * What of a model can be chosen.
 *
 * @param inputs its inputs, in the order in which a sample holds them
 * @param outputs its own outputs and its hidden layers, first to last
 */
public record ModelLayout(List<ModelPort> inputs, List<ModelPort> outputs) {

  /** Copies the lists. */
  public ModelLayout {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
