package org.liegg.engine.onnx.graph;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import com.google.protobuf.ByteString;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liegg.api.Precision;

/** Writes a graph as ONNX, in one opset whatever the model was made for. */
public final class GraphWriter {
  /** The first opset in which all reductions take their axes as an input. */
  private static final int OPSET = 18;

  private static final int IR_VERSION = 8;

  private final Graph graph;
  private final GraphProto.Builder proto = GraphProto.newBuilder().setName("graph");
  private final Set<Tensor> written = new HashSet<>();

  private GraphWriter(Graph graph) {
    this.graph = graph;
  }

  /**
   * A model that computes some tensors.
   *
   * @param inputs what it takes
   * @param nodes what they are computed by, in order
   * @throws GraphException if it does not fit into one message
   */
  public static byte[] write(
      Graph graph, List<Tensor> inputs, List<Node> nodes, List<Tensor> results) {
    GraphWriter writer = new GraphWriter(graph);
    inputs.forEach(input -> writer.proto.addInput(writer.info(input)));
    for (Node node : nodes) {
      node.inputs().forEach(writer::initialise);
      writer.proto.addNode(node(node));
    }
    for (Tensor result : results) {
      writer.initialise(result);
      writer.proto.addOutput(writer.info(result));
    }
    ModelProto model =
        ModelProto.newBuilder()
            .setIrVersion(IR_VERSION)
            .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
            .setGraph(writer.proto)
            .build();
    return model.toByteArray();
  }

  private void initialise(Tensor tensor) {
    if (tensor.data().isPresent() && written.add(tensor)) {
      proto.addInitializer(data(tensor.name(), tensor.data().get()));
    }
  }

  private ValueInfoProto info(Tensor tensor) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int size : tensor.shape().sizes()) {
      shape.addDim(TensorShapeProto.Dimension.newBuilder().setDimValue(size));
    }
    return ValueInfoProto.newBuilder()
        .setName(tensor.name())
        .setType(
            TypeProto.newBuilder()
                .setTensorType(
                    TypeProto.Tensor.newBuilder()
                        .setElemType(code(tensor.type()).getNumber())
                        .setShape(shape)))
        .build();
  }

  /** The type that a kind of elements is written as. */
  private TensorProto.DataType code(ElementType type) {
    return switch (type) {
      case REAL ->
          graph.precision() == Precision.DOUBLE
              ? TensorProto.DataType.DOUBLE
              : TensorProto.DataType.FLOAT;
      case INTEGER -> TensorProto.DataType.INT64;
      case BOOLEAN -> TensorProto.DataType.BOOL;
    };
  }

  private TensorProto data(String name, TensorData data) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setName(name).setDataType(code(data.type()).getNumber());
    for (long size : data.shape().longs()) {
      tensor.addDims(size);
    }
    return tensor.setRawData(bytes(data)).build();
  }

  private ByteString bytes(TensorData data) {
    int width =
        switch (data.type()) {
          case REAL -> graph.precision() == Precision.DOUBLE ? Double.BYTES : Float.BYTES;
          case INTEGER -> Long.BYTES;
          case BOOLEAN -> 1;
        };
    long size = (long) width * data.shape().count();
    if (size > Integer.MAX_VALUE / 2) {
      throw GraphException.tooLarge("a constant of the shape " + data.shape());
    }
    ByteBuffer bytes = ByteBuffer.allocate((int) size).order(ByteOrder.LITTLE_ENDIAN);
    for (double value : data.reals()) {
      if (width == Double.BYTES) {
        bytes.putDouble(value);
      } else {
        bytes.putFloat((float) value);
      }
    }
    for (long value : data.integers()) {
      if (width == 1) {
        bytes.put((byte) value);
      } else {
        bytes.putLong(value);
      }
    }
    return ByteString.copyFrom(bytes.array());
  }

  private static NodeProto node(Node node) {
    NodeProto.Builder proto = NodeProto.newBuilder().setOpType(node.op());
    node.inputs().forEach(input -> proto.addInput(input.name()));
    proto.addOutput(node.output().name());
    node.attributes().entrySet().stream()
        .sorted(Map.Entry.comparingByKey())
        .forEach(entry -> proto.addAttribute(attribute(entry.getKey(), entry.getValue())));
    return proto.build();
  }

  private static AttributeProto attribute(String name, Object value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    if (value instanceof Long integer) {
      attribute.setType(AttributeProto.AttributeType.INT).setI(integer);
    } else if (value instanceof Double real) {
      attribute.setType(AttributeProto.AttributeType.FLOAT).setF(real.floatValue());
    } else if (value instanceof long[] integers) {
      attribute.setType(AttributeProto.AttributeType.INTS);
      for (long integer : integers) {
        attribute.addInts(integer);
      }
    } else {
      attribute
          .setType(AttributeProto.AttributeType.STRING)
          .setS(ByteString.copyFromUtf8(value.toString()));
    }
    return attribute.build();
  }
}
