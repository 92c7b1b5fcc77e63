package org.liegg.engine.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;

/** Reads one layer of a configuration. */
final class LayerReader {
  private static final String LAYERS = "org.deeplearning4j.nn.conf.layers.";

  private final ModelFaults faults;
  private final ActivationReader activations;

  LayerReader(ModelFaults faults) {
    this.faults = faults;
    this.activations = new ActivationReader(faults);
  }

  /**
   * What the layer does at inference; its dropout and weight noise do nothing there.
   *
   * @param layer the {@code layer} object of a configuration
   * @param where how messages call it
   * @throws org.liegg.api.ModelException if it is of a kind that is not supported, or incomplete
   */
  LayerPlan read(JsonNode layer, String where) {
    String type = layer.path("@class").asText("");
    if (type.isEmpty()) {
      throw faults.corrupt(
          "%s does not say its class, as files of Deeplearning4j before 1.0.0-beta do not"
              .formatted(where));
    }
    String name = type.startsWith(LAYERS) ? type.substring(LAYERS.length()) : type;
    return switch (name) {
      case "DenseLayer", "OutputLayer" -> {
        if (layer.path("hasLayerNorm").asBoolean(false)) {
          throw faults.unsupported("%s has layer normalisation".formatted(where));
        }
        yield new LayerPlan(Optional.of(shape(layer, where)), activation(layer, where));
      }
      case "ActivationLayer", "LossLayer" ->
          new LayerPlan(Optional.empty(), activation(layer, where));
      case "DropoutLayer" -> LayerPlan.IDENTITY;
      default -> throw faults.unsupported("%s is a %s".formatted(where, printable(name)));
    };
  }

  private Optional<Activation> activation(JsonNode layer, String where) {
    return activations.read(layer.path("activationFn"), where);
  }

  private LayerPlan.Shape shape(JsonNode layer, String where) {
    return new LayerPlan.Shape(
        size(layer, "nin", where),
        size(layer, "nout", where),
        layer.path("hasBias").asBoolean(true));
  }

  private int size(JsonNode layer, String key, String where) {
    JsonNode size = layer.path(key);
    if (!size.canConvertToInt() || size.asInt() < 1) {
      throw faults.corrupt("%s has %s = %s".formatted(where, key, printable(size.toString())));
    }
    return size.asInt();
  }

  /** Text from a file, fit for a terminal. */
  static String printable(String text) {
    String visible = text.replaceAll("[^ -~]", "?");
    return visible.length() <= 80 ? visible : visible.substring(0, 80) + "…";
  }
}
