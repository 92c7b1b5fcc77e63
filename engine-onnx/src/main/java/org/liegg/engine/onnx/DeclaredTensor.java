package org.liegg.engine.onnx;

import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import org.liegg.engine.onnx.file.TensorReader;
import org.liegg.engine.onnx.graph.ElementType;
import org.liegg.engine.onnx.graph.GraphException;

/**
 * An input or output as the file declares it.
 *
 * @param name of it
 * @param type of its elements; empty where it is no tensor of numbers
 * @param sizes along its axes, −1 where they are open; empty where the file does not say them
 */
record DeclaredTensor(String name, Optional<ElementType> type, Optional<List<Integer>> sizes) {

  /** Reads a declaration. */
  static DeclaredTensor of(ValueInfoProto info) {
    if (!info.getType().hasTensorType()) {
      return new DeclaredTensor(info.getName(), Optional.empty(), Optional.empty());
    }
    TypeProto.Tensor tensor = info.getType().getTensorType();
    return new DeclaredTensor(
        info.getName(),
        type(tensor.getElemType()),
        tensor.hasShape() ? Optional.of(sizes(tensor.getShape())) : Optional.empty());
  }

  private static Optional<ElementType> type(int code) {
    try {
      return Optional.of(TensorReader.kind(code));
    } catch (GraphException e) {
      return Optional.empty();
    }
  }

  private static List<Integer> sizes(TensorShapeProto shape) {
    List<Integer> sizes = new ArrayList<>();
    for (TensorShapeProto.Dimension dimension : shape.getDimList()) {
      boolean known = dimension.hasDimValue() && dimension.getDimValue() > 0;
      sizes.add(known ? (int) Math.min(Integer.MAX_VALUE, dimension.getDimValue()) : -1);
    }
    return List.copyOf(sizes);
  }

  /** Whether its elements are floating-point numbers. */
  boolean isReal() {
    return type.filter(found -> found == ElementType.REAL).isPresent();
  }

  /** The sizes as text, open ones as {@code ?}. */
  String shapeText() {
    return sizes
        .map(
            found ->
                found.stream()
                    .map(size -> size < 0 ? "?" : String.valueOf(size))
                    .collect(Collectors.joining(", ", "[", "]")))
        .orElse("?");
  }
}
