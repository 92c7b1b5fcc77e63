package org.liegg.engine.tensorflow.target;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Predicate;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.graph.Topology;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;

/**
 * The layers of a model, found by the names of its nodes: Keras and other libraries name each node
 * for the layer it belongs to, and names survive inlining. The output of a layer is the last of its
 * tensors that something outside of the layer reads.
 */
final class HiddenLayers {
  private static final Pattern CALL = Pattern.compile("(Stateful)?PartitionedCall(_\\d+)?");

  /**
   * A layer.
   *
   * @param name how it is asked for
   * @param kind the operation that its output comes from
   * @param tensor its output
   * @param type of its numbers
   */
  record Layer(String name, String kind, String tensor, DataType type) {}

  private final List<NodeDef> nodes = new ArrayList<>();
  private final Map<String, List<String>> paths = new HashMap<>();
  private final Map<String, List<NodeDef>> readers = new HashMap<>();
  private final OpCatalog catalog;
  private int shared;

  private HiddenLayers(OpCatalog catalog) {
    this.catalog = catalog;
  }

  /** Looks through a model's body. */
  static HiddenLayers of(ModelBody body, OpCatalog catalog) {
    HiddenLayers layers = new HiddenLayers(catalog);
    List<NodeDef> ordered = Topology.order(body.graph());
    Set<String> inputs =
        IntStream.range(0, body.signature().inputs().size())
            .mapToObj(ModelBody::input)
            .collect(Collectors.toSet());
    Set<String> varying = Topology.downstream(ordered, inputs);
    for (NodeDef node : ordered) {
      for (String input : Nodes.tensors(node)) {
        layers.readers.computeIfAbsent(TensorName.nodeOf(input), n -> new ArrayList<>()).add(node);
      }
      if (varying.contains(node.getName())
          && !ModelBody.isMark(node.getName())
          && DataTypes.isFloating(layers.type(node))) {
        layers.nodes.add(node);
        layers.paths.put(node.getName(), path(node.getName()));
      }
    }
    layers.shared = layers.sharedParts();
    return layers;
  }

  /** The layers of the model itself, first to last; not those within other layers. */
  List<Layer> all() {
    Map<String, Layer> layers = new LinkedHashMap<>();
    for (NodeDef node : nodes) {
      String name = topLevel(node);
      if (leaves(node, other -> topLevel(other).equals(name))) {
        layers.put(name, layer(name, node));
      }
    }
    return List.copyOf(layers.values());
  }

  /** A layer at any depth, by its name or the end of its path; or a node by its whole name. */
  Optional<Layer> find(String name) {
    String plain = TensorName.of(name).node();
    List<String> wanted = Arrays.asList(plain.split("/", -1));
    Optional<Layer> found = Optional.empty();
    for (NodeDef node : nodes) {
      if (node.getName().equals(plain)) {
        return Optional.of(layer(name, node));
      }
      if (within(node, wanted) && leaves(node, other -> within(other, wanted))) {
        found = Optional.of(layer(name, node));
      }
    }
    return found;
  }

  private Layer layer(String name, NodeDef node) {
    return new Layer(name, node.getOp(), node.getName(), type(node));
  }

  private boolean within(NodeDef node, List<String> wanted) {
    List<String> path = paths.getOrDefault(node.getName(), List.of());
    return Collections.indexOfSubList(path, wanted) >= 0;
  }

  private String topLevel(NodeDef node) {
    List<String> path = paths.getOrDefault(node.getName(), List.of(""));
    return path.get(Math.min(shared, path.size() - 1));
  }

  /** Whether anything outside reads the node, or nothing at all. */
  private boolean leaves(NodeDef node, Predicate<NodeDef> inside) {
    List<NodeDef> all = readers.getOrDefault(node.getName(), List.of());
    return all.isEmpty() || !all.stream().allMatch(inside);
  }

  /** How many parts all paths begin with: the name of the model, as a rule. */
  private int sharedParts() {
    Set<String> first = new HashSet<>();
    Set<String> second = new HashSet<>();
    for (List<String> path : paths.values()) {
      if (path.size() > 1) {
        first.add(path.get(0));
        second.add(path.get(1));
      }
    }
    return first.size() == 1 && second.size() > 1 ? 1 : 0;
  }

  private DataType type(NodeDef node) {
    List<DataType> types = catalog.outputTypes(catalog.filled(node));
    return types.isEmpty() ? DataType.DT_INVALID : types.get(0);
  }

  /** The parts of a name, without those that calls of functions left. */
  private static List<String> path(String name) {
    List<String> parts =
        Arrays.stream(name.split("/", -1)).filter(part -> !CALL.matcher(part).matches()).toList();
    return parts.isEmpty() ? List.of(name) : parts;
  }
}
