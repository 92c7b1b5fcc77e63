package org.liegg.engine.tensorflow.read;

import java.util.List;
import java.util.Optional;

/**
 * A function that a model offers.
 *
 * @param name its name; empty for a graph without signatures
 * @param inputs in the order in which a sample holds them: by name
 * @param outputs by name
 */
public record Signature(String name, List<Port> inputs, List<Port> outputs) {

  /** The output of a name. */
  public Optional<Port> output(String name) {
    return outputs.stream().filter(port -> port.name().equals(name)).findFirst();
  }

  /** The names of the inputs, in their order. */
  public List<String> inputNames() {
    return inputs.stream().map(Port::name).toList();
  }

  /** The names of the outputs, in their order. */
  public List<String> outputNames() {
    return outputs.stream().map(Port::name).toList();
  }
}
