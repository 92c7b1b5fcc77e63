package org.liegg.engine.onnx.graph;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** A value of a graph under construction. */
public final class Tensor {
  private final Graph graph;
  private final String name;
  private final ElementType type;
  private final Shape shape;
  private final boolean constant;
  private final boolean sensitive;
  private @Nullable TensorData data;

  Tensor(
      Graph graph,
      String name,
      ElementType type,
      Shape shape,
      boolean constant,
      boolean sensitive,
      @Nullable TensorData data) {
    this.graph = graph;
    this.name = name;
    this.type = type;
    this.shape = shape;
    this.constant = constant;
    this.sensitive = sensitive;
    this.data = data;
  }

  /** The graph that it belongs to. */
  public Graph graph() {
    return graph;
  }

  /** Its name in the graph. */
  public String name() {
    return name;
  }

  /** What its elements are. */
  public ElementType type() {
    return type;
  }

  /** Its sizes. */
  public Shape shape() {
    return shape;
  }

  /** The number of its axes. */
  public int rank() {
    return shape.rank();
  }

  /** Whether it is computed from constants alone. */
  public boolean isConstant() {
    return constant;
  }

  /** Whether it has derivatives by the input that varies. */
  public boolean isSensitive() {
    return sensitive;
  }

  /** Whether it is a floating-point tensor. */
  public boolean isReal() {
    return type == ElementType.REAL;
  }

  /** Its elements, where they are at hand. */
  Optional<TensorData> data() {
    return Optional.ofNullable(data);
  }

  void remember(TensorData values) {
    data = values;
  }

  /**
   * Its elements, computed where they have to be.
   *
   * @throws GraphException if they depend on the samples
   */
  public TensorData value() {
    return graph.value(this);
  }

  @Override
  public String toString() {
    return name + shape;
  }
}
