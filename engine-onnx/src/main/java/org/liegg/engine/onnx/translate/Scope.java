package org.liegg.engine.onnx.translate;

import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Tensor;

/** The tensors that nodes can take by name, those of graphs around them included. */
final class Scope {
  private final Optional<Scope> outer;
  private final Map<String, Supplier<Tensor>> tensors = new HashMap<>();

  private Scope(Optional<Scope> outer) {
    this.outer = outer;
  }

  /** A scope of its own, as functions have. */
  static Scope alone() {
    return new Scope(Optional.empty());
  }

  /** A scope within this one. */
  Scope inner() {
    return new Scope(Optional.of(this));
  }

  /** Names a tensor. */
  void put(String name, Tensor tensor) {
    tensors.put(name, () -> tensor);
  }

  /** Names a tensor that is made when somebody takes it. */
  void put(String name, Supplier<Tensor> tensor) {
    tensors.put(
        name,
        () -> {
          Tensor made = tensor.get();
          put(name, made);
          return made;
        });
  }

  /** Says why a tensor cannot be had. */
  void putFault(String name, GraphException why) {
    tensors.put(
        name,
        () -> {
          throw why;
        });
  }

  /**
   * The tensor of a name.
   *
   * @throws GraphException if there is none
   */
  Tensor get(String name) {
    Supplier<Tensor> found = tensors.get(name);
    if (found != null) {
      return found.get();
    }
    return outer
        .orElseThrow(
            () -> GraphException.corrupt("it takes \"%s\", which nothing makes".formatted(name)))
        .get(name);
  }
}
