package org.liegg.engine.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;

/**
 * A layer as the file describes it.
 *
 * @param name unique within the model
 * @param type Keras's class, e.g. {@code Dense}
 * @param config its settings
 * @param inbound names of the layers whose outputs it takes, in order
 */
record KerasLayer(String name, String type, JsonNode config, List<String> inbound) {

  /** Copies the list. */
  KerasLayer {
    inbound = List.copyOf(inbound);
  }

  /** How messages call it. */
  String label() {
    return "layer %s (%s)".formatted(KerasFaults.printable(name), KerasFaults.printable(type));
  }
}
