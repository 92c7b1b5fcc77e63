package org.liegg.engine.keras.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;

/**
 * One use of a layer, as the file describes it.
 *
 * @param name unique within the model: the layer's own, behind that of the model it lies in, and
 *     with a number where it is used again
 * @param type Keras's class, e.g. {@code Dense}
 * @param config its settings
 * @param inbound names of the values that it takes, in order: a layer's name is its first output
 * @param named names of the values that it takes as arguments of a name
 * @param weights where its weights lie
 */
public record KerasLayer(
    String name,
    String type,
    JsonNode config,
    List<String> inbound,
    Map<String, String> named,
    WeightScope weights) {

  /** No layer that is read has more outputs: recurrent ones both ways give their states. */
  public static final int MAX_OUTPUTS = 6;

  /** Copies the collections. */
  public KerasLayer {
    inbound = List.copyOf(inbound);
    named = Map.copyOf(named);
  }

  /** How messages call it. */
  public String label() {
    return "layer %s (%s)".formatted(KerasFaults.printable(name), KerasFaults.printable(type));
  }

  /** What an output of the layer is called: the first as the layer is. */
  public static String output(String layer, int index) {
    return index == 0 ? layer : layer + " output " + index;
  }
}
