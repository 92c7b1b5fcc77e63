package org.liegg.engine.dl4j.dense;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;

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
   * @param layerName how the layer is asked for
   * @param where how messages call it
   * @return empty if the layer is of a kind that no chain has
   * @throws org.liegg.api.ModelException if it is incomplete
   */
  Optional<LayerPlan> read(JsonNode layer, String layerName, String where) {
    String type = layer.path("@class").asText("");
    if (type.isEmpty()) {
      throw faults.corrupt(
          "%s does not say its class, as files of Deeplearning4j before 1.0.0-beta do not"
              .formatted(where));
    }
    String name = type.startsWith(LAYERS) ? type.substring(LAYERS.length()) : type;
    Optional<LayerPlan.Shape> affine = Optional.empty();
    switch (name) {
      case "DenseLayer", "OutputLayer" -> {
        if (layer.path("hasLayerNorm").asBoolean(false)) {
          return Optional.empty();
        }
        affine = Optional.of(shape(layer, where));
      }
      case "ActivationLayer", "LossLayer" -> {}
      case "DropoutLayer" -> {
        return Optional.of(new LayerPlan(layerName, name, affine, Optional.empty()));
      }
      default -> {
        return Optional.empty();
      }
    }
    JsonNode function = layer.path("activationFn");
    if (activations.isIdentity(function, where)) {
      return Optional.of(new LayerPlan(layerName, name, affine, Optional.empty()));
    }
    Optional<LayerPlan.Shape> shape = affine;
    return activations
        .read(function, where)
        .map(activation -> new LayerPlan(layerName, name, shape, Optional.of(activation)));
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
      throw faults.corrupt("%s has %s = %s".formatted(where, key, Text.printable(size.toString())));
    }
    return size.asInt();
  }
}
