package org.liegg.engine.onnx;

import ai.onnx.proto.OnnxMl.NodeProto;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liegg.api.Precision;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.translate.Translation;

/**
 * The tensors between input and output that can be taken as outputs: floating-point ones that
 * depend on the samples, a row for each of them. Operators that only move elements have none.
 */
final class HiddenLayers {
  private static final Set<String> MOVING =
      Set.of(
          "Identity",
          "Cast",
          "CastLike",
          "Dropout",
          "Reshape",
          "Flatten",
          "Squeeze",
          "Unsqueeze",
          "Transpose",
          "Expand",
          "Pad",
          "ZipMap");

  /**
   * A hidden layer.
   *
   * @param name that it is asked for by
   * @param tensor that it is
   * @param kind its operator
   * @param shape of one sample
   */
  record Layer(String name, String tensor, String kind, List<Integer> shape) {}

  private final SourceModel source;
  private final Programs programs;
  private final List<NodeProto> nodes;
  private final Map<String, Row> rows;

  /**
   * A tensor that has a row for each sample: the shape of a row, and whether it has derivatives.
   */
  private record Row(Shape shape, boolean sensitive) {}

  /** Measures all tensors of a model. */
  HiddenLayers(SourceModel source, Programs programs) {
    this.source = source;
    this.programs = programs;
    this.nodes = order();
    this.rows = rows();
  }

  /** The shape of one sample of an output; empty where it cannot be taken. */
  Optional<List<Integer>> output(String name) {
    return Optional.ofNullable(rows.get(name)).map(row -> row.shape().list());
  }

  /** All hidden layers, in the order of the file. */
  List<Layer> all() {
    Set<String> taken = new HashSet<>();
    source.outputs().forEach(output -> taken.add(output.name()));
    List<Layer> layers = new ArrayList<>();
    for (NodeProto node : nodes) {
      for (String tensor : node.getOutputList()) {
        Row row = rows.get(tensor);
        boolean layer = !MOVING.contains(node.getOpType()) && !taken.contains(tensor);
        if (layer && row != null && row.sensitive()) {
          String name = name(node, tensor);
          String free = taken.contains(name) ? tensor : name;
          taken.add(free);
          taken.add(tensor);
          layers.add(new Layer(free, tensor, node.getOpType(), row.shape().list()));
        }
      }
    }
    return layers;
  }

  private List<NodeProto> order() {
    Set<String> results = new HashSet<>(source.producers().keySet());
    return source.nodes().nodesOf(results).stream()
        .filter(node -> !node.getOutputList().isEmpty())
        .toList();
  }

  private Map<String, Row> rows() {
    SamplePlan plan = programs.plan();
    if (plan.single()) {
      return measured(1, true);
    }
    if (plan.declared() > 1) {
      return measured(plan.declared(), false);
    }
    Map<String, Row> two = measured(2, false);
    Map<String, Row> three = measured(3, false);
    two.entrySet().removeIf(entry -> !entry.getValue().equals(three.get(entry.getKey())));
    return hasOutput(two) ? two : measured(1, false);
  }

  private boolean hasOutput(Map<String, Row> found) {
    return source.outputs().stream().anyMatch(output -> found.containsKey(output.name()));
  }

  private Map<String, Row> measured(int samples, boolean whole) {
    Translation translation = programs.begun(Precision.DOUBLE, samples);
    translation.addWhatCanBe(nodes);
    Map<String, Row> found = new LinkedHashMap<>();
    for (NodeProto node : nodes) {
      for (String name : node.getOutputList()) {
        Optional<Tensor> tensor =
            found(translation, name)
                .filter(Tensor::isReal)
                .filter(made -> made.shape().count() > 0);
        tensor
            .flatMap(made -> ofSample(made.shape(), samples, whole))
            .ifPresent(shape -> found.put(name, new Row(shape, tensor.get().isSensitive())));
      }
    }
    return found;
  }

  private static Optional<Shape> ofSample(Shape shape, int rows, boolean whole) {
    if (whole) {
      return Optional.of(shape.rank() == 0 ? Shape.of(1) : shape);
    }
    if (shape.rank() == 0 || shape.size(0) != rows) {
      return Optional.empty();
    }
    return Optional.of(shape.rank() == 1 ? Shape.of(1) : shape.removed(0));
  }

  private static Optional<Tensor> found(Translation translation, String name) {
    try {
      return Optional.of(translation.tensor(name));
    } catch (GraphException e) {
      return Optional.empty();
    }
  }

  /** The node's own name, which exporters make of the layer's; else that of the tensor. */
  private static String name(NodeProto node, String tensor) {
    boolean only = node.getOutputList().get(0).equals(tensor);
    String name = node.getName().replaceFirst("^/+", "");
    return only && !name.isBlank() ? name : tensor;
  }
}
