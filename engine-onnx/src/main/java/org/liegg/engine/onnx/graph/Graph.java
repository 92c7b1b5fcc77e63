package org.liegg.engine.onnx.graph;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Precision;

/**
 * A graph under construction, for a fixed number of samples, so that every shape is known. Nodes
 * stand in an order in which they can be computed.
 */
public final class Graph {
  private static final int MAX_NODES = 200_000;

  private final Precision precision;
  private final Evaluator evaluator;
  private final long maxElements;
  private final List<Tensor> inputs = new ArrayList<>();
  private final List<Node> nodes = new ArrayList<>();
  private final Map<Tensor, Node> producers = new HashMap<>();
  private final Map<Double, Tensor> scalars = new HashMap<>();
  private long elements;
  private int names;

  /**
   * @param precision of floating-point tensors
   * @param evaluator computes constants
   * @param maxElements of all tensors together
   */
  public Graph(Precision precision, Evaluator evaluator, long maxElements) {
    this.precision = precision;
    this.evaluator = evaluator;
    this.maxElements = maxElements;
  }

  /** The precision of floating-point tensors. */
  public Precision precision() {
    return precision;
  }

  /** The elements of all tensors together. */
  public long elements() {
    return elements;
  }

  /** The inputs, in the order in which they were added. */
  public List<Tensor> inputs() {
    return Collections.unmodifiableList(inputs);
  }

  /** The nodes, in order. */
  public List<Node> nodes() {
    return Collections.unmodifiableList(nodes);
  }

  /**
   * Adds an input.
   *
   * @param sensitive whether it is differentiated by
   */
  public Tensor input(ElementType type, Shape shape, boolean sensitive) {
    Tensor input = tensor(type, shape, false, sensitive, null);
    inputs.add(input);
    return input;
  }

  /** A tensor of known elements. */
  public Tensor constant(TensorData data) {
    return tensor(data.type(), data.shape(), true, false, data);
  }

  /** Whole numbers along one axis. */
  public Tensor integers(long... values) {
    return constant(TensorData.integers(Shape.of(values.length), values));
  }

  /** A floating-point number. */
  public Tensor scalar(double value) {
    return scalars.computeIfAbsent(value, v -> constant(TensorData.reals(Shape.scalar(), v)));
  }

  /** The lowest number that is finite in this precision. */
  public double lowest() {
    return precision == Precision.DOUBLE ? -Double.MAX_VALUE : -Float.MAX_VALUE;
  }

  /**
   * Adds a node without a derivative.
   *
   * @param type of what it makes
   * @param shape of what it makes
   */
  public Tensor add(
      String op,
      Map<String, Object> attributes,
      ElementType type,
      Shape shape,
      List<Tensor> operands) {
    return add(op, attributes, type, shape, operands, null);
  }

  /**
   * Adds a node.
   *
   * @param pullback its derivative; null where it has none
   * @throws GraphException if the graph becomes too large
   */
  public Tensor add(
      String op,
      Map<String, Object> attributes,
      ElementType type,
      Shape shape,
      List<Tensor> operands,
      @Nullable Pullback pullback) {
    if (nodes.size() >= MAX_NODES) {
      throw GraphException.tooLarge("more than %d operations".formatted(MAX_NODES));
    }
    boolean constant = operands.stream().allMatch(Tensor::isConstant);
    boolean sensitive = pullback != null && operands.stream().anyMatch(Tensor::isSensitive);
    Tensor output = tensor(type, shape, constant, sensitive, null);
    Node node =
        new Node(op, attributes, List.copyOf(operands), output, Optional.ofNullable(pullback));
    nodes.add(node);
    producers.put(output, node);
    return output;
  }

  private Tensor tensor(
      ElementType type,
      Shape shape,
      boolean constant,
      boolean sensitive,
      @Nullable TensorData data) {
    elements += shape.count();
    if (elements > maxElements) {
      throw GraphException.tooLarge(
          "its tensors have more than %d elements together".formatted(maxElements));
    }
    return new Tensor(this, "t" + names++, type, shape, constant, sensitive, data);
  }

  /** The nodes that some tensors are computed by, in order; constants that are known have none. */
  public List<Node> nodesOf(List<Tensor> results) {
    Set<Node> needed = Collections.newSetFromMap(new IdentityHashMap<>());
    Deque<Tensor> open = new ArrayDeque<>(results);
    while (!open.isEmpty()) {
      Tensor tensor = open.pop();
      Node node = tensor.data().isPresent() ? null : producers.get(tensor);
      if (node != null && needed.add(node)) {
        node.inputs().forEach(open::push);
      }
    }
    return nodes.stream().filter(needed::contains).toList();
  }

  TensorData value(Tensor tensor) {
    if (tensor.data().isPresent()) {
      return tensor.data().get();
    }
    if (!tensor.isConstant()) {
      throw GraphException.unsupported("it needs a size or an index that the samples decide");
    }
    TensorData data = evaluator.evaluate(this, nodesOf(List.of(tensor)), tensor);
    tensor.remember(data);
    return data;
  }
}
