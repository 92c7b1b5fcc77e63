package org.liegg.engine.onnx;

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
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;

/** Builds small models, node by node; every node's output is named after it. */
final class TestModel {
  private final ModelProto.Builder model = ModelProto.newBuilder().setIrVersion(8);
  private final GraphProto.Builder graph = GraphProto.newBuilder().setName("test");
  private final Random random = new Random(20221128);

  TestModel(int opset) {
    opset("", opset);
  }

  TestModel opset(String domain, int version) {
    model.addOpsetImport(OperatorSetIdProto.newBuilder().setDomain(domain).setVersion(version));
    return this;
  }

  /** The message under construction. */
  ModelProto.Builder model() {
    return model;
  }

  /** Its graph under construction. */
  GraphProto.Builder graph() {
    return graph;
  }

  /** An input of floating-point numbers; a size of −1 is open. */
  String input(String name, long... sizes) {
    return input(name, TensorProto.DataType.FLOAT, sizes);
  }

  String input(String name, TensorProto.DataType type, long... sizes) {
    graph.addInput(info(name, type, sizes));
    return name;
  }

  TestModel output(String name, long... sizes) {
    return output(name, TensorProto.DataType.FLOAT, sizes);
  }

  TestModel output(String name, TensorProto.DataType type, long... sizes) {
    graph.addOutput(info(name, type, sizes));
    return this;
  }

  static ValueInfoProto info(String name, TensorProto.DataType type, long... sizes) {
    TypeProto.Tensor.Builder tensor = TypeProto.Tensor.newBuilder().setElemType(type.getNumber());
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : sizes) {
      TensorShapeProto.Dimension.Builder dimension = TensorShapeProto.Dimension.newBuilder();
      shape.addDim(size < 0 ? dimension.setDimParam("N") : dimension.setDimValue(size));
    }
    if (sizes.length > 0) {
      tensor.setShape(shape);
    }
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  /** A declaration of one number. */
  static ValueInfoProto scalar(String name, TensorProto.DataType type) {
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(type.getNumber())
            .setShape(TensorShapeProto.getDefaultInstance());
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  /** Random weights of unit size. */
  String weights(long... sizes) {
    int count = 1;
    for (long size : sizes) {
      count *= (int) size;
    }
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextGaussian() / 2;
    }
    return reals(sizes, values);
  }

  String reals(long[] sizes, double... values) {
    TensorProto.Builder tensor = tensor(TensorProto.DataType.FLOAT, sizes);
    for (double value : values) {
      tensor.addFloatData((float) value);
    }
    return initial(tensor);
  }

  /** A number. */
  String real(double value) {
    return reals(new long[0], value);
  }

  /** Whole numbers along one axis. */
  String integers(long... values) {
    return integersOf(new long[] {values.length}, values);
  }

  String integersOf(long[] sizes, long... values) {
    TensorProto.Builder tensor = tensor(TensorProto.DataType.INT64, sizes);
    for (long value : values) {
      tensor.addInt64Data(value);
    }
    return initial(tensor);
  }

  static TensorProto.Builder tensor(TensorProto.DataType type, long... sizes) {
    TensorProto.Builder tensor = TensorProto.newBuilder().setDataType(type.getNumber());
    for (long size : sizes) {
      tensor.addDims(size);
    }
    return tensor;
  }

  String initial(TensorProto.Builder tensor) {
    String name = "w" + graph.getInitializerCount();
    graph.addInitializer(tensor.setName(name));
    return name;
  }

  String op(String op, String... inputs) {
    return op(op, Map.of(), inputs);
  }

  String op(String op, Map<String, Object> attributes, String... inputs) {
    return ops(op, 1, attributes, inputs)[0];
  }

  /** A node of several outputs; an operator of another domain is {@code domain:Name}. */
  String[] ops(String op, int outputs, Map<String, Object> attributes, String... inputs) {
    NodeProto.Builder node = node(op, attributes, inputs);
    String[] names = new String[outputs];
    for (int i = 0; i < outputs; i++) {
      names[i] = "%s%d_%d".formatted(node.getOpType(), graph.getNodeCount(), i);
      node.addOutput(names[i]);
    }
    graph.addNode(node);
    return names;
  }

  static NodeProto.Builder node(String op, Map<String, Object> attributes, String... inputs) {
    int colon = op.indexOf(':');
    NodeProto.Builder node = NodeProto.newBuilder().setOpType(op.substring(colon + 1));
    if (colon > 0) {
      node.setDomain(op.substring(0, colon));
    }
    for (String input : inputs) {
      node.addInput(input);
    }
    attributes.forEach((name, value) -> node.addAttribute(attribute(name, value)));
    return node;
  }

  static AttributeProto attribute(String name, Object value) {
    AttributeProto.Builder attribute = AttributeProto.newBuilder().setName(name);
    if (value instanceof Integer integer) {
      attribute.setType(AttributeProto.AttributeType.INT).setI(integer);
    } else if (value instanceof Double real) {
      attribute.setType(AttributeProto.AttributeType.FLOAT).setF(real.floatValue());
    } else if (value instanceof String text) {
      attribute.setType(AttributeProto.AttributeType.STRING).setS(ByteString.copyFromUtf8(text));
    } else if (value instanceof long[] integers) {
      attribute.setType(AttributeProto.AttributeType.INTS);
      for (long integer : integers) {
        attribute.addInts(integer);
      }
    } else if (value instanceof double[] reals) {
      attribute.setType(AttributeProto.AttributeType.FLOATS);
      for (double real : reals) {
        attribute.addFloats((float) real);
      }
    } else if (value instanceof String[] texts) {
      attribute.setType(AttributeProto.AttributeType.STRINGS);
      for (String text : texts) {
        attribute.addStrings(ByteString.copyFromUtf8(text));
      }
    } else if (value instanceof GraphProto body) {
      attribute.setType(AttributeProto.AttributeType.GRAPH).setG(body);
    } else if (value instanceof TensorProto tensor) {
      attribute.setType(AttributeProto.AttributeType.TENSOR).setT(tensor);
    } else {
      throw new IllegalArgumentException("an attribute of " + value.getClass());
    }
    return attribute.build();
  }

  /** x W + b of some width. */
  String dense(String x, int inputs, int outputs) {
    return op("Gemm", x, weights(inputs, outputs), weights(outputs));
  }

  byte[] bytes() {
    return model.setGraph(graph).build().toByteArray();
  }

  Path save(Path folder) {
    try {
      return Files.write(folder.resolve("model.onnx"), bytes());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
