package org.liegg.engine.keras.read;

import com.fasterxml.jackson.core.JsonFactory;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.StreamReadConstraints;
import com.fasterxml.jackson.databind.DeserializationFeature;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Predicate;

/**
 * Reads the description of a model, as Keras 1 to 3 write it. Models within the model become layers
 * of it, and a layer that is used several times becomes as many layers of the same weights.
 */
public final class GraphReader {
  /** The type of the layers that stand for a model's inputs. */
  public static final String INPUT = "InputLayer";

  private static final Set<String> MODELS = Set.of("Sequential", "Functional", "Model");
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
                          .maxDocumentLength(Hdf5Reader.LONGEST_TEXT)
                          .build())
                  .build())
          // Of two settings of one name, different readers would see different ones.
          .enable(DeserializationFeature.FAIL_ON_READING_DUP_TREE_KEY)
          .enable(DeserializationFeature.FAIL_ON_TRAILING_TOKENS)
          .build();

  private final KerasFaults faults;
  private final LayerReader layers;
  private final InboundReader inbound;

  /**
   * @param dialect which Keras wrote the description
   * @param known which classes of layers are read; others are refused
   */
  public GraphReader(Dialect dialect, Predicate<String> known, KerasFaults faults) {
    this.faults = faults;
    this.layers = new LayerReader(dialect, known, faults);
    this.inbound = new InboundReader(faults);
  }

  /** Whether a class of Keras is a model that may lie in another. */
  public static boolean isModel(String type) {
    return MODELS.contains(type);
  }

  /**
   * Reads a description.
   *
   * @param weights where the model's weights lie
   * @throws org.liegg.api.ModelException if it is no description, or not of a sequential or
   *     functional model
   */
  public KerasGraph read(String json, WeightScope weights) {
    JsonNode root = parse(json);
    String type = root.path("class_name").asText("");
    if (type.isEmpty()) {
      throw faults.corrupt("its model_config does not say the class of the model");
    }
    if (!isModel(type)) {
      throw faults.unsupported(
          "it is a %s, a class of its author's own".formatted(KerasFaults.printable(type)));
    }
    return read(root, weights);
  }

  /**
   * Reads a model that stands in the settings of a layer, or a layer as a model of that layer
   * alone.
   *
   * @param weights where its weights lie
   */
  public KerasGraph read(JsonNode model, WeightScope weights) {
    GraphAssembly graph = new GraphAssembly(faults);
    JsonNode config = model.path("config");
    if (model.path("class_name").asText("").equals("Sequential")) {
      sequential(config, weights, "", List.of(), graph);
    } else {
      functional(config, weights, "", List.of(), graph);
    }
    return graph.finished();
  }

  private JsonNode parse(String json) {
    try {
      return JSON.readTree(json);
    } catch (JsonProcessingException e) {
      throw faults.corrupt(
          "its model_config is not JSON: " + KerasFaults.printable(e.getOriginalMessage()), e);
    }
  }

  /**
   * Adds the layers of a sequential model.
   *
   * @param prefix stands before the names of its layers
   * @param given the values that it is called with; none where it is the whole model
   * @return the names of its outputs
   */
  private List<String> sequential(
      JsonNode config,
      WeightScope weights,
      String prefix,
      List<String> given,
      GraphAssembly graph) {
    // Before Keras 2.2.3 the list stood where now an object holds it.
    JsonNode list = elements(config.isArray() ? config : config.path("layers"));
    StoredNames stored = new StoredNames();
    List<String> before = given;
    if (given.isEmpty() && !INPUT.equals(LayerReader.type(list.get(0)))) {
      before = List.of(graph.input(input(list.get(0), config)));
    }
    for (int i = 0; i < list.size(); i++) {
      LayerReader.Described layer = layers.read(list.get(i), weights, stored);
      if (!layer.type().equals(INPUT)) {
        before = use(layer, prefix + layer.name(), before, Map.of(), graph).subList(0, 1);
      } else if (i > 0) {
        throw faults.unsupported("%s is an input among layers".formatted(layer.label()));
      } else if (given.isEmpty()) {
        before = List.of(graph.input(layer.call(layer.name(), List.of(), Map.of())));
      }
    }
    if (given.isEmpty()) {
      graph.outputs(before);
    }
    return before;
  }

  /** The input layer that a sequential model leaves out. */
  private static KerasLayer input(JsonNode first, JsonNode model) {
    ObjectNode config = JsonMapper.builder().build().createObjectNode();
    JsonNode own = first.path("config");
    JsonNode shape = shape(own);
    while (shape.isMissingNode() && !own.isMissingNode()) {
      // A model in the model may be the first.
      own = (own.isArray() ? own : own.path("layers")).path(0).path("config");
      shape = shape(own);
    }
    config.set("batch_input_shape", shape.isArray() ? shape : model.path("build_input_shape"));
    String name = first.path("config").path("name").asText("") + "_input";
    return new KerasLayer(name, INPUT, config, List.of(), Map.of(), NoWeights.SCOPE);
  }

  private static JsonNode shape(JsonNode config) {
    return config.path(config.has("batch_shape") ? "batch_shape" : "batch_input_shape");
  }

  /** Adds the layers of a functional model; as {@link #sequential}. */
  private List<String> functional(
      JsonNode config,
      WeightScope weights,
      String prefix,
      List<String> given,
      GraphAssembly graph) {
    StoredNames stored = new StoredNames();
    List<LayerReader.Described> described = new ArrayList<>();
    for (JsonNode node : elements(config.path("layers"))) {
      described.add(layers.read(node, weights, stored));
    }
    List<InboundReader.Ref> inputs = inbound.ends(config.path("input_layers"), "input_layers");
    List<InboundReader.Ref> outputs = inbound.ends(config.path("output_layers"), "output_layers");
    if (!given.isEmpty() && given.size() != inputs.size()) {
      throw faults.unsupported(
          "a model in it takes %d inputs and is given %d".formatted(inputs.size(), given.size()));
    }
    FunctionalCalls calls = new FunctionalCalls(described, inbound, faults);
    for (int i = 0; i < inputs.size(); i++) {
      LayerReader.Described input = calls.input(inputs.get(i));
      calls.define(
          inputs.get(i),
          given.isEmpty()
              ? graph.input(input.call(input.name(), List.of(), Map.of()))
              : given.get(i));
    }
    for (FunctionalCalls.Ready ready : calls) {
      String name = prefix + ready.name();
      calls.define(ready, use(ready.layer(), name, ready.inputs(), ready.named(), graph));
    }
    List<String> ends = outputs.stream().map(calls::end).toList();
    if (given.isEmpty()) {
      graph.outputs(ends);
    }
    return ends;
  }

  /** Adds one use of a layer, or of all layers of a model; returns the names of its outputs. */
  private List<String> use(
      LayerReader.Described layer,
      String name,
      List<String> inputs,
      Map<String, String> named,
      GraphAssembly graph) {
    if (!isModel(layer.type())) {
      return graph.add(layer.call(name, inputs, named));
    }
    if (inputs.isEmpty() || !named.isEmpty()) {
      throw faults.unsupported("%s is called by name".formatted(layer.label()));
    }
    graph.countModel();
    JsonNode config = layer.config();
    return layer.type().equals("Sequential")
        ? sequential(config, layer.weights(), name + "/", inputs, graph)
        : functional(config, layer.weights(), name + "/", inputs, graph);
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
}
