package org.liegg.engine.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;

/** Reads which layers a layer takes its inputs from. */
final class InboundReader {
  private static final String TENSOR = "keras_history";

  private final KerasFaults faults;

  InboundReader(KerasFaults faults) {
    this.faults = faults;
  }

  /**
   * The layers of {@code inbound_nodes}: {@code [[["dense", 0, 0, {}], …]]} in Keras 2, {@code
   * [{"args": […], "kwargs": {}}]} in Keras 3.
   *
   * @throws org.liegg.api.ModelException if the layer is used more than once or called in a way
   *     that changes what it does
   */
  List<String> layers(JsonNode nodes, String layer) {
    String label = "layer " + KerasFaults.printable(layer);
    if (nodes.size() > 1) {
      throw faults.unsupported("%s is used %d times".formatted(label, nodes.size()));
    }
    List<String> names = new ArrayList<>();
    JsonNode node = nodes.path(0);
    if (node.has("args")) {
      tensors(node.path("args"), names, label);
      requirePlain(node.path("kwargs"), label);
    } else {
      // A single input may stand without the list around it.
      boolean bare = node.path(0).isTextual();
      for (JsonNode tensor : bare ? nodes : node) {
        names.add(end(tensor, label));
        requirePlain(tensor.path(3), label);
      }
    }
    return names;
  }

  /**
   * The names in {@code input_layers} and {@code output_layers}: {@code [["dense", 0, 0], …]}, or
   * the one without the list around it.
   */
  List<String> ends(JsonNode ends, String key) {
    List<String> names = new ArrayList<>();
    if (ends.path(0).isTextual()) {
      names.add(end(ends, key));
    } else if (ends.isArray()) {
      ends.forEach(tensor -> names.add(end(tensor, key)));
    }
    if (names.isEmpty()) {
      throw faults.corrupt("its model_config has no %s".formatted(key));
    }
    return names;
  }

  private void tensors(JsonNode arguments, List<String> names, String label) {
    for (JsonNode argument : arguments) {
      if (argument.isArray()) {
        tensors(argument, names, label);
      } else if (argument.path("config").has(TENSOR)) {
        names.add(end(argument.path("config").path(TENSOR), label));
      } else {
        throw faults.unsupported("%s is called with a constant".formatted(label));
      }
    }
  }

  private String end(JsonNode tensor, String label) {
    if (!tensor.path(0).isTextual()) {
      throw faults.unsupported("%s has an input that is no layer's output".formatted(label));
    }
    if (tensor.path(1).asInt(0) != 0 || tensor.path(2).asInt(0) != 0) {
      throw faults.unsupported(
          "%s takes an output of layer %s other than its first"
              .formatted(label, KerasFaults.printable(tensor.path(0).asText())));
    }
    return tensor.path(0).asText();
  }

  private void requirePlain(JsonNode arguments, String label) {
    for (var argument : arguments.properties()) {
      if (!argument.getValue().isNull() && !argument.getKey().equals("training")) {
        throw faults.unsupported(
            "%s is called with the argument %s"
                .formatted(label, KerasFaults.printable(argument.getKey())));
      }
      if (argument.getValue().asBoolean(false)) {
        throw faults.unsupported("%s is called in training mode".formatted(label));
      }
    }
  }
}
