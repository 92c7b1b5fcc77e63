package org.liegg.engine.keras.read;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;

/** Reads which values layers take. */
final class InboundReader {
  private static final String TENSOR = "keras_history";

  /** Arguments that layers of attention and recurrent ones take by name. */
  private static final Set<String> NAMED = Set.of("query", "key", "value", "initial_state");

  /** Arguments that say yes or no, which the layer reads beside its settings. */
  private static final Set<String> FLAGS = Set.of("use_causal_mask");

  /**
   * A value: an output of one use of a layer.
   *
   * @param layer the layer's name within its model
   * @param node which use, counted from 0
   * @param index which of its outputs
   */
  record Ref(String layer, int node, int index) {}

  /**
   * One use of a layer.
   *
   * @param inputs the values it takes, in order
   * @param named those it takes by name; of several of one name the others are {@code name 1}, …
   * @param flags the arguments that say yes
   */
  record Call(List<Ref> inputs, Map<String, Ref> named, Set<String> flags) {}

  private final KerasFaults faults;

  InboundReader(KerasFaults faults) {
    this.faults = faults;
  }

  /**
   * The uses in {@code inbound_nodes}: {@code [[["dense", 0, 0, {}], …], …]} in Keras 1 and 2,
   * {@code [{"args": […], "kwargs": {}}, …]} in Keras 3.
   *
   * @param label how messages call the layer
   * @throws org.liegg.api.ModelException if the layer is called in a way that changes what it does
   */
  List<Call> calls(JsonNode nodes, String label) {
    List<Call> calls = new ArrayList<>();
    // A single input may stand without the list around it.
    if (nodes.path(0).path(0).isTextual()) {
      calls.add(legacy(nodes, label));
      return calls;
    }
    for (JsonNode node : nodes) {
      calls.add(node.has("args") ? modern(node, label) : legacy(node, label));
    }
    return calls;
  }

  private Call legacy(JsonNode node, String label) {
    List<Ref> inputs = new ArrayList<>();
    Map<String, Ref> named = new LinkedHashMap<>();
    Set<String> flags = new TreeSet<>();
    for (JsonNode tensor : node) {
      inputs.add(ref(tensor, label));
      arguments(tensor.path(3), named, flags, label);
    }
    return new Call(inputs, named, flags);
  }

  private Call modern(JsonNode node, String label) {
    List<Ref> inputs = new ArrayList<>();
    Map<String, Ref> named = new LinkedHashMap<>();
    Set<String> flags = new TreeSet<>();
    tensors(node.path("args"), inputs, label);
    arguments(node.path("kwargs"), named, flags, label);
    return new Call(inputs, named, flags);
  }

  private void tensors(JsonNode arguments, List<Ref> inputs, String label) {
    if (arguments.isArray()) {
      arguments.forEach(argument -> tensors(argument, inputs, label));
    } else if (arguments.path("config").has(TENSOR)) {
      inputs.add(ref(arguments.path("config").path(TENSOR), label));
    } else if (arguments.isObject() && arguments.path("class_name").isMissingNode()) {
      // Several inputs by name: Keras takes them in the order of their names.
      sorted(arguments).values().forEach(argument -> tensors(argument, inputs, label));
    } else {
      throw faults.unsupported("%s is called with a constant".formatted(label));
    }
  }

  private void arguments(
      JsonNode arguments, Map<String, Ref> named, Set<String> flags, String label) {
    for (var argument : arguments.properties()) {
      String name = argument.getKey();
      JsonNode value = argument.getValue();
      if (value.isNull() || (name.equals("training") && !value.asBoolean(false))) {
        continue;
      }
      if (name.equals("training")) {
        throw faults.unsupported("%s is called in training mode".formatted(label));
      }
      if (FLAGS.contains(name) && value.isBoolean()) {
        if (value.asBoolean()) {
          flags.add(name);
        }
        continue;
      }
      List<Ref> refs = NAMED.contains(name) ? refs(value, label) : List.of();
      boolean off = value.isBoolean() && !value.asBoolean();
      if (refs.isEmpty() && !off) {
        throw faults.unsupported(
            "%s is called with the argument %s".formatted(label, KerasFaults.printable(name)));
      }
      for (int i = 0; i < refs.size(); i++) {
        named.put(i == 0 ? name : name + " " + i, refs.get(i));
      }
    }
  }

  private List<Ref> refs(JsonNode value, String label) {
    List<Ref> refs = new ArrayList<>();
    if (value.path(0).isTextual()) {
      refs.add(ref(value, label));
    } else if (value.path(0).path(0).isTextual()) {
      value.forEach(tensor -> refs.add(ref(tensor, label)));
    } else {
      tensors(value, refs, label);
    }
    return refs;
  }

  /**
   * The values in {@code input_layers} and {@code output_layers}: {@code [["dense", 0, 0], …]}, or
   * the one without the list around it, or several by name.
   */
  List<Ref> ends(JsonNode ends, String key) {
    List<Ref> refs = new ArrayList<>();
    if (ends.path(0).isTextual()) {
      refs.add(ref(ends, key));
    } else if (ends.isArray()) {
      ends.forEach(tensor -> refs.addAll(ends(tensor, key)));
    } else if (ends.isObject()) {
      sorted(ends).values().forEach(tensor -> refs.addAll(ends(tensor, key)));
    }
    if (refs.isEmpty()) {
      throw faults.corrupt("its model_config has no %s".formatted(key));
    }
    return refs;
  }

  private static Map<String, JsonNode> sorted(JsonNode object) {
    Map<String, JsonNode> sorted = new TreeMap<>();
    object.properties().forEach(entry -> sorted.put(entry.getKey(), entry.getValue()));
    return sorted;
  }

  private Ref ref(JsonNode tensor, String label) {
    if (!tensor.path(0).isTextual()) {
      throw faults.unsupported("%s has an input that is no layer's output".formatted(label));
    }
    return new Ref(tensor.path(0).asText(), tensor.path(1).asInt(0), tensor.path(2).asInt(0));
  }
}
