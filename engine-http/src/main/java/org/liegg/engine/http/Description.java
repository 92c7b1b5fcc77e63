package org.liegg.engine.http;

import java.util.List;

/**
 * What a server says of a model.
 *
 * @param inputs in the order in which a sample holds them
 * @param outputs what can be asked for
 * @param sha256 of what was said
 */
record Description(List<Port> inputs, List<Port> outputs, String sha256) {

  Description {
    inputs = List.copyOf(inputs);
    outputs = List.copyOf(outputs);
  }
}
