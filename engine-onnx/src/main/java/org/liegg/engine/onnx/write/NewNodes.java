package org.liegg.engine.onnx.write;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.ArrayList;
import java.util.List;
import org.liegg.api.Matrix;
import org.liegg.api.orbit.TensorOperations;

/**
 * Nodes that are added to a graph; constants are nodes as well, which every version of ONNX has.
 */
final class NewNodes implements TensorOperations {
  private final List<NodeProto> nodes = new ArrayList<>();
  private final String prefix;
  private final boolean single;

  /**
   * @param prefix that no tensor of the graph has
   * @param single whether its numbers are of single precision, and not of double
   */
  NewNodes(String prefix, boolean single) {
    this.prefix = prefix;
    this.single = single;
  }

  List<NodeProto> all() {
    return List.copyOf(nodes);
  }

  private String op(String op, List<AttributeProto> attributes, String... inputs) {
    return named("%s_%d".formatted(prefix, nodes.size()), op, attributes, inputs);
  }

  /** Adds a node whose output has this name. */
  String named(String output, String op, List<AttributeProto> attributes, String... inputs) {
    nodes.add(
        NodeProto.newBuilder()
            .setOpType(op)
            .addAllInput(List.of(inputs))
            .addOutput(output)
            .addAllAttribute(attributes)
            .build());
    return output;
  }

  private static AttributeProto attribute(String name, long value) {
    return AttributeProto.newBuilder()
        .setName(name)
        .setType(AttributeProto.AttributeType.INT)
        .setI(value)
        .build();
  }

  @Override
  public String reshaped(String tensor, List<Integer> sizes) {
    return op(
        "Reshape", List.of(), tensor, integers(sizes.stream().mapToInt(size -> size).toArray()));
  }

  @Override
  public String columns(String tensor, int... places) {
    return op("Gather", List.of(attribute("axis", 1)), tensor, integers(places));
  }

  @Override
  public String product(String left, String right) {
    return op("MatMul", List.of(), left, right);
  }

  @Override
  public String plus(String tensor, double... numbers) {
    return op("Add", List.of(), tensor, numbers(List.of(numbers.length), numbers));
  }

  @Override
  public String times(String tensor, double... numbers) {
    return op("Mul", List.of(), tensor, numbers(List.of(numbers.length), numbers));
  }

  @Override
  public String largest(String tensor, int count) {
    String best = op("ArgMax", List.of(attribute("axis", 1), attribute("keepdims", 0)), tensor);
    return op(
        "OneHot", List.of(attribute("axis", -1)), best, integers(count), numbers(List.of(2), 0, 1));
  }

  @Override
  public String constant(Matrix matrix) {
    return numbers(List.of(matrix.rows(), matrix.columns()), matrix.values());
  }

  private String numbers(List<Integer> shape, double... values) {
    ByteBuffer bytes = buffer(values.length, single ? Float.BYTES : Double.BYTES);
    for (double value : values) {
      if (single) {
        bytes.putFloat((float) value);
      } else {
        bytes.putDouble(value);
      }
    }
    return constant(
        single ? TensorProto.DataType.FLOAT : TensorProto.DataType.DOUBLE, shape, bytes);
  }

  private String integers(int... values) {
    ByteBuffer bytes = buffer(values.length, Long.BYTES);
    for (int value : values) {
      bytes.putLong(value);
    }
    return constant(TensorProto.DataType.INT64, List.of(values.length), bytes);
  }

  private static ByteBuffer buffer(int count, int width) {
    return ByteBuffer.allocate(Math.multiplyExact(count, width)).order(ByteOrder.LITTLE_ENDIAN);
  }

  private String constant(TensorProto.DataType of, List<Integer> shape, ByteBuffer bytes) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setDataType(of.getNumber())
            .setRawData(ByteString.copyFrom(bytes.flip()));
    shape.forEach(size -> tensor.addDims(size));
    return op(
        "Constant",
        List.of(
            AttributeProto.newBuilder()
                .setName("value")
                .setType(AttributeProto.AttributeType.TENSOR)
                .setT(tensor)
                .build()));
  }
}
