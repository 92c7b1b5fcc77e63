package org.liegg.engine.keras.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/** Reads what stands in a description for one layer. */
final class LayerReader {
  private final Dialect dialect;
  private final Predicate<String> known;
  private final KerasFaults faults;

  /**
   * A layer, before it is known what it takes.
   *
   * @param name within its model
   * @param calls its uses, as the file has them; missing in sequential models
   */
  record Described(String name, String type, JsonNode config, JsonNode calls, WeightScope weights) {

    /** One use of it. */
    KerasLayer call(String as, List<String> inputs, Map<String, String> named) {
      return new KerasLayer(as, type, config, inputs, named, weights);
    }

    /** The same with settings that say yes: arguments of one of its uses. */
    Described with(Set<String> flags) {
      if (flags.isEmpty() || !(config instanceof ObjectNode settings)) {
        return this;
      }
      ObjectNode more = settings.deepCopy();
      flags.forEach(flag -> more.put(flag, true));
      return new Described(name, type, more, calls, weights);
    }

    /** How messages call it. */
    String label() {
      return call(name, List.of(), Map.of()).label();
    }
  }

  LayerReader(Dialect dialect, Predicate<String> known, KerasFaults faults) {
    this.dialect = dialect;
    this.known = known;
    this.faults = faults;
  }

  static String type(JsonNode node) {
    return node.path("class_name").asText("");
  }

  /**
   * Reads a layer.
   *
   * @param model where the weights of its model lie
   * @param stored counts the layers of its model
   * @throws org.liegg.api.ModelException if it has no name, or is of a class that is not read
   */
  Described read(JsonNode node, WeightScope model, StoredNames stored) {
    String type = type(node);
    String name = name(node, type);
    // Operations of tensors are no layers: they are not counted, and have no weights.
    boolean operation = node.path("module").asText("").contains(".ops");
    WeightScope weights = operation ? NoWeights.SCOPE : model.layer(name, stored.next(type));
    Described layer =
        new Described(
            name,
            operation ? "ops." + type : type,
            node.path("config"),
            node.path("inbound_nodes"),
            weights);
    requireKeras(node, layer);
    Described translated = dialect.major() == 1 ? Keras1.layer(layer, faults) : layer;
    requireKnown(translated);
    return translated;
  }

  /** What a layer is comes before how it is used, and what its weights are. */
  private void requireKnown(Described layer) {
    String type = layer.type();
    if (type.equals("Lambda")) {
      throw faults.unsupported(
          "%s is code of its author's, which is not run".formatted(layer.label()));
    }
    if (isQuantized(layer.config())) {
      throw faults.unsupported("%s is quantized".formatted(layer.label()));
    }
    if (!known.test(type) && !GraphReader.isModel(type)) {
      throw faults.unsupported("%s is not supported".formatted(layer.label()));
    }
  }

  /** Of such layers values are rounded on their way, so that they have no derivative. */
  private static boolean isQuantized(JsonNode config) {
    JsonNode dtype = config.path("dtype");
    return dtype.path("class_name").asText("").contains("Quantized")
        || dtype.asText("").matches("(int8|int4|float8|gptq|awq).*_from_.*");
  }

  private void requireKeras(JsonNode node, Described layer) {
    String registered = node.path("registered_name").asText("");
    if (registered.contains(">") && !registered.startsWith("Keras>")) {
      throw faults.unsupported(
          "%s is the author's own class %s"
              .formatted(layer.label(), KerasFaults.printable(registered)));
    }
  }

  /** The name by which others take its outputs, which need not be that in its settings. */
  private String name(JsonNode node, String type) {
    String own = node.path("config").path("name").asText("");
    String name = node.path("name").asText(own);
    if (!name.isEmpty()) {
      return name;
    }
    if (GraphReader.isModel(type)) {
      // Before Keras 2.2.3 sequential models had none.
      return "model";
    }
    throw faults.corrupt("its model_config has a layer without a name");
  }
}
