package org.liegg.engine.keras;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;

/** Reads {@code model_config}, as Keras 2 writes it and Keras 3 does in .h5 files. */
final class GraphReader {
  static final String INPUT = "InputLayer";

  private static final int MAX_LAYERS = 4096;

  /** Settings of layers nest a dozen deep; every model in a model adds a few. */
  private static final int MAX_DEPTH = 200;

  /** A layer takes about 150. */
  private static final long MAX_TOKENS = 1_000_000;

  private static final JsonMapper JSON =
      JsonMapper.builder(
              JsonFactory.builder()
                  .streamReadConstraints(
                      StreamReadConstraints.builder()
                          .maxNestingDepth(MAX_DEPTH)
                          .maxTokenCount(MAX_TOKENS)
                          .maxDocumentLength(KerasArchive.LONGEST_TEXT)
                          .build())
                  .build())
          // Of two settings of one name, different readers would see different ones.
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final KerasFaults faults;
  private final InboundReader inbound;

  GraphReader(KerasFaults faults) {
    this.faults = faults;
    this.inbound = new InboundReader(faults);
  }

  /**
   * Parses a description.
   *
   * @throws org.liegg.api.ModelException if it is no description, or not of a sequential or
   *     functional model
   */
  KerasGraph read(String json) {
    JsonNode root = parse(json);
    String type = root.path("class_name").asText("");
    JsonNode config = root.path("config");
    return switch (type) {
      case "Sequential" -> sequential(config);
      case "Model", "Functional" -> functional(config);
      case "" -> throw faults.corrupt("its model_config does not say the class of the model");
      default ->
          throw faults.unsupported(
              "it is a %s, a class of its author's own".formatted(KerasFaults.printable(type)),
              "save a Sequential or functional model");
    };
  }

  private JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw faults.corrupt(
          "its model_config is not JSON: " + KerasFaults.printable(e.getOriginalMessage()), e);
    }
  }

  private KerasGraph sequential(JsonNode config) {
    // Before Keras 2.2.3 the list stood where now an object holds it.
    JsonNode list = config.isArray() ? config : config.path("layers");
    List<KerasLayer> layers = new ArrayList<>();
    for (JsonNode node : elements(list)) {
      if (layers.isEmpty() && !INPUT.equals(type(node))) {
        layers.add(input(node, config));
      }
      List<String> before =
          layers.isEmpty() ? List.of() : List.of(layers.get(layers.size() - 1).name());
      layers.add(layer(node, name(node), before));
    }
    String last = layers.get(layers.size() - 1).name();
    return checked(new KerasGraph(layers, List.of(layers.get(0).name()), List.of(last)));
  }

  /** The input layer that a sequential model leaves out. */
  private static KerasLayer input(JsonNode first, JsonNode model) {
    ObjectNode config = JsonMapper.builder().build().createObjectNode();
    JsonNode shape = first.path("config").path("batch_input_shape");
    config.set("batch_input_shape", shape.isArray() ? shape : model.path("build_input_shape"));
    return new KerasLayer(
        first.path("config").path("name").asText("") + "_input", INPUT, config, List.of());
  }

  private KerasGraph functional(JsonNode config) {
    List<KerasLayer> layers = new ArrayList<>();
    for (JsonNode node : elements(config.path("layers"))) {
      String name = name(node);
      layers.add(layer(node, name, inbound.layers(node.path("inbound_nodes"), name)));
    }
    return checked(
        new KerasGraph(
            TopologicalOrder.of(layers, faults),
            inbound.ends(config.path("input_layers"), "input_layers"),
            inbound.ends(config.path("output_layers"), "output_layers")));
  }

  private JsonNode elements(JsonNode list) {
    if (!list.isArray() || list.isEmpty()) {
      throw faults.corrupt("its model_config describes no layers");
    }
    if (list.size() > MAX_LAYERS) {
      throw faults.tooLarge("it has %d layers, the limit is %d".formatted(list.size(), MAX_LAYERS));
    }
    return list;
  }

  private static String type(JsonNode node) {
    return node.path("class_name").asText("");
  }

  private String name(JsonNode node) {
    String name = node.path("config").path("name").asText(node.path("name").asText(""));
    if (name.isEmpty()) {
      throw faults.corrupt("its model_config has a layer without a name");
    }
    return name;
  }

  private KerasLayer layer(JsonNode node, String name, List<String> inbound) {
    KerasLayer layer = new KerasLayer(name, type(node), node.path("config"), inbound);
    String registered = node.path("registered_name").asText("");
    if (registered.contains(">") && !registered.startsWith("Keras>")) {
      throw faults.unsupported(
          "%s is the author's own class %s"
              .formatted(layer.label(), KerasFaults.printable(registered)));
    }
    return layer;
  }

  private KerasGraph checked(KerasGraph graph) {
    Set<String> names = new HashSet<>();
    for (KerasLayer layer : graph.layers()) {
      if (!names.add(layer.name())) {
        throw faults.corrupt("its model_config has two layers %s".formatted(layer.label()));
      }
      boolean isInput = layer.type().equals(INPUT);
      if (isInput != layer.inbound().isEmpty() || isInput != isEnd(graph, layer)) {
        throw faults.unsupported("%s is not connected".formatted(layer.label()));
      }
    }
    for (String end : graph.outputs()) {
      if (!names.contains(end)) {
        throw faults.corrupt(
            "its model_config has no layer %s".formatted(KerasFaults.printable(end)));
      }
    }
    return graph;
  }

  private static boolean isEnd(KerasGraph graph, KerasLayer layer) {
    return graph.inputs().contains(layer.name());
  }
}
