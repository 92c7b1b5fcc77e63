package org.liegg.engine.keras.lower;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.liegg.api.ModelException;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.read.Dialect;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.GraphReader;
import org.liegg.engine.keras.read.KerasFaults;
import org.liegg.engine.keras.read.KerasGraph;
import org.liegg.engine.keras.read.KerasLayer;
import org.liegg.engine.keras.read.LayerWeights;
import org.liegg.engine.keras.read.WeightScope;

/** Writes a model as a program, layer by layer. */
record Lowering(ProgramBuilder program, Dialect dialect, KerasFaults faults) {

  /**
   * Writes the layers of a model.
   *
   * @param inputs what the model is applied to, by the names of its inputs
   * @param leaveOff names of the layers whose activations are left off
   * @return what every layer gives, by the names of the values
   * @throws ModelException if a layer does what is not read
   */
  Map<String, Signal> lower(KerasGraph graph, Map<String, Signal> inputs, List<String> leaveOff) {
    Map<String, Signal> known = new LinkedHashMap<>(inputs);
    for (KerasLayer layer : graph.layers()) {
      if (!layer.type().equals(GraphReader.INPUT)) {
        List<Signal> results =
            lower(
                layer,
                layer.inbound().stream().map(name -> find(known, name, layer)).toList(),
                named(layer, known),
                leaveOff.contains(layer.name()));
        for (int i = 0; i < results.size(); i++) {
          known.put(KerasLayer.output(layer.name(), i), results.get(i));
        }
      }
    }
    return known;
  }

  private Map<String, Signal> named(KerasLayer layer, Map<String, Signal> known) {
    Map<String, Signal> named = new HashMap<>();
    layer.named().forEach((key, name) -> named.put(key, find(known, name, layer)));
    return named;
  }

  private Signal find(Map<String, Signal> known, String name, KerasLayer layer) {
    Signal signal = known.get(name);
    if (signal == null) {
      throw faults.unsupported(
          "%s takes %s, which is not read".formatted(layer.label(), KerasFaults.printable(name)));
    }
    return signal;
  }

  /** Writes one layer; returns its outputs. */
  List<Signal> lower(
      KerasLayer layer, List<Signal> inputs, Map<String, Signal> named, boolean leaveOff) {
    LayerWeights weights = new LayerWeights(layer, layer.weights(), faults);
    LowerContext context =
        new LowerContext(
            this, layer, new Fields(layer, dialect, faults), weights, inputs, named, leaveOff);
    try {
      List<Signal> results = LayerKinds.lower(context);
      context.fields().requireAllKnown();
      if (!LayerKinds.holdsLayers(layer.type())) {
        weights.requireAllTaken();
      }
      return results;
    } catch (IllegalArgumentException | ArithmeticException | IndexOutOfBoundsException e) {
      throw faults.corrupt(
          "%s does not fit its inputs %s"
              .formatted(
                  layer.label(), inputs.stream().map(input -> input.values().lengths()).toList()),
          e);
    }
  }

  /**
   * A layer that stands in the settings of another.
   *
   * @param node {@code {"class_name": …, "config": …}}
   * @param weights where its weights lie
   */
  KerasLayer inner(LowerContext outer, JsonNode node, WeightScope weights) {
    String type = node.path("class_name").asText("");
    if (!LayerKinds.isKnown(type) && !GraphReader.isModel(type)) {
      throw outer.unsupported("holds a layer %s".formatted(KerasFaults.printable(type)));
    }
    return new KerasLayer(
        outer.layer().name(), type, node.path("config"), List.of(), Map.of(), weights);
  }

  /** The model that stands in the settings of a layer. */
  KerasGraph model(JsonNode node, WeightScope weights) {
    return new GraphReader(dialect, LayerKinds::isKnown, faults).read(node, weights);
  }
}
