package org.liegg.fuzz.targets;

import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.ModelProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.TensorShapeProto;
import ai.onnx.proto.OnnxMl.TypeProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.nio.file.Files;
import java.util.List;
import java.util.Random;
import org.liegg.api.ModelOptions;
import org.liegg.fuzz.mutate.ByteMutator;
import org.liegg.fuzz.run.FuzzTarget;

/** ONNX models: their bytes, and graphs of other operators, names, shapes and versions. */
final class OnnxTargets {
  private static final int OPSET = 17;
  private static final String[] OPERATORS = {
    "MatMul",
    "Gemm",
    "Conv",
    "Reshape",
    "Loop",
    "If",
    "Softmax",
    "Gather",
    "Expand",
    "Tile",
    "LSTM",
    "RandomNormal",
    "ConstantOfShape",
    "Pad",
    "Resize",
    "Einsum",
    "no such operator",
    ""
  };
  private static final String[] NAMES = {"x", "h", "y", "w", "v", "", "nothing"};
  private static final long[] SIZES = {0, 1, -1, 2, 3, 1L << 31, 1L << 40, Long.MAX_VALUE};
  private static final ByteMutator BYTES = new ByteMutator("Tanh", "MatMul", "\n\u0001x", "Loop");

  private OnnxTargets() {}

  static List<FuzzTarget> all() {
    ModelProto model = model();
    ModelReading reading =
        new ModelReading("onnx", ModelOptions.defaults().withSelfCheck(false))
            .having(model.toByteArray());
    FuzzTarget.Reader reader =
        (input, folder) -> reading.read(Files.write(folder.resolve(FuzzTarget.FILE), input));
    byte[] whole = model.toByteArray();
    return List.of(
        new FuzzTarget("onnx-graph", 100, random -> graph(model, random).toByteArray(), reader),
        new FuzzTarget("onnx-bytes", 100, random -> BYTES.mutateAnywhere(whole, random), reader));
  }

  /** x (3) → tanh(x w) (4) → y (2). */
  private static ModelProto model() {
    GraphProto.Builder graph = GraphProto.newBuilder().setName("g");
    graph.addInput(info("x", 3)).addOutput(info("y", 2));
    graph.addInitializer(weights("w", 3, 4)).addInitializer(weights("v", 4, 2));
    graph.addNode(node("MatMul", "p", "x", "w")).addNode(node("Tanh", "h", "p"));
    graph.addNode(node("MatMul", "y", "h", "v"));
    return ModelProto.newBuilder()
        .setIrVersion(8)
        .addOpsetImport(OperatorSetIdProto.newBuilder().setVersion(OPSET))
        .setGraph(graph)
        .build();
  }

  private static NodeProto node(String operator, String output, String... inputs) {
    return NodeProto.newBuilder()
        .setOpType(operator)
        .addOutput(output)
        .addAllInput(List.of(inputs))
        .build();
  }

  private static TensorProto weights(String name, int rows, int columns) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder()
            .setName(name)
            .setDataType(TensorProto.DataType.FLOAT.getNumber())
            .addDims(rows)
            .addDims(columns);
    for (int i = 0; i < rows * columns; i++) {
      tensor.addFloatData((i % 5 - 2) / 4f);
    }
    return tensor.build();
  }

  private static ValueInfoProto info(String name, int size) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    shape.addDimBuilder().setDimParam("N");
    shape.addDimBuilder().setDimValue(size);
    TypeProto.Tensor.Builder tensor =
        TypeProto.Tensor.newBuilder()
            .setElemType(TensorProto.DataType.FLOAT.getNumber())
            .setShape(shape);
    return ValueInfoProto.newBuilder()
        .setName(name)
        .setType(TypeProto.newBuilder().setTensorType(tensor))
        .build();
  }

  private static ModelProto graph(ModelProto valid, Random random) {
    ModelProto.Builder model = valid.toBuilder();
    for (int i = random.nextInt(3); i >= 0; i--) {
      once(model, random);
    }
    return model.build();
  }

  private static void once(ModelProto.Builder model, Random random) {
    GraphProto.Builder graph = model.getGraphBuilder();
    int node = random.nextInt(3);
    long size = SIZES[random.nextInt(SIZES.length)];
    String name = NAMES[random.nextInt(NAMES.length)];
    switch (random.nextInt(9)) {
      case 0, 1 ->
          graph.getNodeBuilder(node).setOpType(OPERATORS[random.nextInt(OPERATORS.length)]);
      case 2 -> graph.getNodeBuilder(node).setInput(0, name);
      case 3 -> graph.getNodeBuilder(node).setOutput(0, name);
      case 4 -> graph.getInitializerBuilder(random.nextInt(2)).setDims(random.nextInt(2), size);
      case 5 -> graph.getInitializerBuilder(random.nextInt(2)).setDataType(random.nextInt(24));
      case 6 -> dimension(graph, random).setDimValue(size);
      case 7 -> model.getOpsetImportBuilder(0).setVersion(size);
      default -> graph.getNodeBuilder(node).addInput(name);
    }
  }

  private static TensorShapeProto.Dimension.Builder dimension(
      GraphProto.Builder graph, Random random) {
    return graph
        .getInputBuilder(0)
        .getTypeBuilder()
        .getTensorTypeBuilder()
        .getShapeBuilder()
        .getDimBuilder(random.nextInt(2));
  }
}
