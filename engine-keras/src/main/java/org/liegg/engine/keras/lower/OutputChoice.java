package org.liegg.engine.keras.lower;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import org.liegg.api.Head;
import org.liegg.api.ModelInfo;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.Suggestions;
import org.liegg.engine.keras.read.GraphReader;
import org.liegg.engine.keras.read.KerasFaults;
import org.liegg.engine.keras.read.KerasGraph;
import org.liegg.engine.keras.read.KerasLayer;

/**
 * Which output of a model is taken, by which of its inputs.
 *
 * @param graph the whole model
 * @param output name of the value that is taken
 * @param isOwn whether that is the model's only output, and nobody asked for it by name
 * @param varying names of the inputs that vary
 * @param input what sessions call the input that varies
 * @param head what is put on the output
 */
record OutputChoice(
    KerasGraph graph, String output, boolean isOwn, Set<String> varying, String input, Head head) {
  private static final int LISTED = 40;

  /** What sessions call the only output. */
  private static final String OUTPUT = "output";

  /** Layers that the activation before them is still the last one. */
  private static final Set<String> MOVING = Set.of("Flatten", "Reshape", "Permute");

  /**
   * What the options ask for.
   *
   * @throws org.liegg.api.ModelException if there is no such output or input
   */
  static OutputChoice of(KerasGraph graph, ModelOptions options, KerasFaults faults) {
    List<String> names = layers(graph).stream().map(KerasLayer::name).toList();
    Optional<String> asked =
        options.output().filter(name -> !name.equals(OUTPUT) || names.contains(name));
    String output = asked.isPresent() ? find(asked.get(), names, faults) : own(graph, faults);
    List<String> inputs = graph.inputs();
    Set<String> varying =
        options
            .input()
            .filter(name -> inputs.size() > 1 || !name.equals(ModelInfo.ONLY_INPUT))
            .map(name -> Set.of(input(name, inputs, faults)))
            .orElseGet(() -> new LinkedHashSet<>(inputs));
    boolean all = varying.size() == inputs.size();
    return new OutputChoice(
        graph,
        output,
        asked.isEmpty(),
        varying,
        all ? ModelInfo.ONLY_INPUT : varying.iterator().next(),
        options.head());
  }

  /** The layers whose output can be taken. */
  static List<KerasLayer> layers(KerasGraph graph) {
    return graph.layers().stream()
        .filter(layer -> !layer.type().equals(GraphReader.INPUT))
        .toList();
  }

  private static String own(KerasGraph graph, KerasFaults faults) {
    List<String> own = graph.outputs().stream().distinct().toList();
    if (own.size() != 1) {
      throw faults.output(
          "it has %d outputs: %s".formatted(own.size(), list(own)),
          "choose one of them with --output");
    }
    if (graph.inputs().contains(own.get(0))) {
      throw faults.unsupported("an output of it is an input as it is");
    }
    return own.get(0);
  }

  private static String find(String asked, List<String> names, KerasFaults faults) {
    int at = names.indexOf(asked);
    if (at < 0 && asked.matches("\\d{1,9}")) {
      at = Integer.parseInt(asked);
    }
    if (at < 0 || at >= names.size()) {
      throw faults.output(
          "it has no output or layer '%s'%s"
              .formatted(KerasFaults.printable(asked), hint(asked, names)),
          "choose one with --output: %s, or a number from 0 to %d"
              .formatted(list(names), names.size() - 1));
    }
    return names.get(at);
  }

  private static String input(String asked, List<String> inputs, KerasFaults faults) {
    if (!inputs.contains(asked)) {
      throw faults.input(
          "it has no input '%s'%s".formatted(KerasFaults.printable(asked), hint(asked, inputs)),
          "choose one with --input: " + list(inputs));
    }
    return asked;
  }

  private static String hint(String asked, List<String> names) {
    return Suggestions.nearest(asked, names)
        .map(name -> "; did you mean '%s'?".formatted(KerasFaults.printable(name)))
        .orElse("");
  }

  private static String list(List<String> names) {
    return names.stream()
            .limit(LISTED)
            .map(KerasFaults::printable)
            .collect(Collectors.joining(", "))
        + (names.size() > LISTED ? ", …" : "");
  }

  /** What sessions call the output. */
  String name() {
    return isOwn ? OUTPUT : output;
  }

  /** The layers that the output depends on. */
  KerasGraph before() {
    Map<String, KerasLayer> makers = makers();
    Set<KerasLayer> needed = new HashSet<>();
    List<String> open = new ArrayList<>(List.of(output));
    while (!open.isEmpty()) {
      KerasLayer layer = makers.get(open.remove(open.size() - 1));
      if (layer != null && needed.add(layer)) {
        open.addAll(layer.inbound());
        open.addAll(layer.named().values());
      }
    }
    List<KerasLayer> layers = graph.layers().stream().filter(needed::contains).toList();
    return new KerasGraph(layers, graph.inputs(), List.of(output));
  }

  private Map<String, KerasLayer> makers() {
    Map<String, KerasLayer> makers = new HashMap<>();
    for (KerasLayer layer : graph.layers()) {
      for (int i = 0; i < KerasLayer.MAX_OUTPUTS; i++) {
        makers.put(KerasLayer.output(layer.name(), i), layer);
      }
    }
    return makers;
  }

  /** The layer whose activation the output ends in; those behind it only move values about. */
  private Optional<KerasLayer> last() {
    Map<String, KerasLayer> makers = makers();
    KerasLayer layer = makers.get(output);
    while (layer != null
        && layer.inbound().size() == 1
        && (MOVING.contains(layer.type()) || LayerKinds.isNothing(layer.type()))) {
      layer = makers.get(layer.inbound().get(0));
    }
    return Optional.ofNullable(layer);
  }

  /** Names of the layers whose activation is left off. */
  List<String> leftOff() {
    return head == Head.OUTPUT ? List.of() : last().map(KerasLayer::name).stream().toList();
  }

  /** Those of the layer inside, where that computes alone. */
  private static JsonNode settings(KerasLayer layer) {
    return layer.type().equals("SpectralNormalization")
        ? layer.config().path("layer").path("config")
        : layer.config();
  }

  /** What the output ends in, where that saturates. */
  Optional<String> activation() {
    if (head != Head.OUTPUT) {
      return Optional.empty();
    }
    return last()
        .map(
            layer ->
                layer.type().equals("Softmax")
                    ? "softmax"
                    : settings(layer).path("activation").asText(""))
        .filter(name -> name.equals("softmax") || name.equals("sigmoid"))
        .filter(name -> !last().map(KerasLayer::type).filter(LayerKinds::isRecurrent).isPresent());
  }
}
