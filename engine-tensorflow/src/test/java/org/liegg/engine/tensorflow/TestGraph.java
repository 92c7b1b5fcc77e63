package org.liegg.engine.tensorflow;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.Consumer;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/** Builds graphs and saved models for tests, node by node, without TensorFlow. */
public final class TestGraph {
  private final GraphDef.Builder graph = GraphDef.newBuilder();
  private final SignatureDef.Builder signature = SignatureDef.newBuilder();
  private final Random random = new Random(20221114);
  private final DataType type;

  /**
   * @param type of all floating-point tensors
   */
  public TestGraph(DataType type) {
    this.type = type;
    graph.getVersionsBuilder().setProducer(1994);
  }

  public TestGraph() {
    this(DataType.DT_FLOAT);
  }

  /** An input of the signature: {@code x}, of this shape, samples first. */
  public String input(String name, Integer... shape) {
    node(
        Nodes.node(name, "Placeholder")
            .putAttr("dtype", Nodes.type(type))
            .putAttr("shape", Nodes.shape(List.of(shape))));
    signature.putInputs(
        name,
        TensorInfo.newBuilder()
            .setName(name + ":0")
            .setDtype(type)
            .setTensorShape(Nodes.shapeProto(List.of(shape)))
            .build());
    return name;
  }

  /** An input of the signature of another type, and of any shape. */
  String input(String name, DataType inputType, TensorShapeProto shape) {
    node(
        Nodes.node(name, "Placeholder")
            .putAttr("dtype", Nodes.type(inputType))
            .putAttr("shape", AttrValue.newBuilder().setShape(shape).build()));
    signature.putInputs(
        name,
        TensorInfo.newBuilder()
            .setName(name + ":0")
            .setDtype(inputType)
            .setTensorShape(shape)
            .build());
    return name;
  }

  /** An output of the signature. */
  public TestGraph output(String name, String tensor) {
    signature.putOutputs(name, TensorInfo.newBuilder().setName(tensor).setDtype(type).build());
    return this;
  }

  /** Adds a node, under its own name or that of its operation. */
  public String node(NodeDef.Builder node) {
    if (node.getName().isEmpty()) {
      node.setName(node.getOp() + "_" + graph.getNodeCount());
    }
    graph.addNode(node);
    return node.getName();
  }

  /** An operation of attribute {@code T}. */
  public String op(String op, String... inputs) {
    return node(Nodes.node("", op, inputs).putAttr("T", Nodes.type(type)));
  }

  /** The same with more attributes. */
  public String op(String op, Consumer<NodeDef.Builder> attributes, String... inputs) {
    NodeDef.Builder node = Nodes.node("", op, inputs).putAttr("T", Nodes.type(type));
    attributes.accept(node);
    return node(node);
  }

  /** The value in another type. */
  public String cast(String value, DataType from, DataType to) {
    return node(
        Nodes.node("", "Cast", value)
            .putAttr("SrcT", Nodes.type(from))
            .putAttr("DstT", Nodes.type(to)));
  }

  /** A random constant, normal of this deviation. */
  public String weights(double deviation, Integer... shape) {
    int size = 1;
    for (int length : shape) {
      size *= length;
    }
    double[] values = new double[size];
    for (int i = 0; i < size; i++) {
      values[i] = deviation * random.nextGaussian();
    }
    return node(constant("", Tensors.floating(Nodes.shapeProto(List.of(shape)), type, values)));
  }

  public String numbers(List<Integer> shape, double... values) {
    return node(constant("", Tensors.floating(Nodes.shapeProto(shape), type, values)));
  }

  public String ints(int... values) {
    return node(constant("", Tensors.vector(values)));
  }

  public String integer(int value) {
    return node(constant("", Tensors.ints(value)));
  }

  public static NodeDef.Builder constant(String name, org.tensorflow.proto.TensorProto value) {
    return Nodes.constant(name, value).toBuilder();
  }

  /** x·W, of random weights. */
  public String dense(String x, int inputs, int outputs) {
    return op("MatMul", x, weights(1 / Math.sqrt(inputs), inputs, outputs));
  }

  public TestGraph function(FunctionDef function) {
    graph.getLibraryBuilder().addFunction(function);
    return this;
  }

  public GraphDef graph() {
    return graph.build();
  }

  /** A saved model of one signature. */
  public SavedModel model() {
    return SavedModel.newBuilder()
        .setSavedModelSchemaVersion(1)
        .addMetaGraphs(
            MetaGraphDef.newBuilder()
                .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve"))
                .setGraphDef(graph)
                .putSignatureDef(
                    "serving_default",
                    signature.setMethodName("tensorflow/serving/predict").build()))
        .build();
  }

  /** Saves the model in a directory. */
  public Path save(Path directory) {
    return write(model(), directory);
  }

  public static Path write(SavedModel model, Path directory) {
    try {
      Files.createDirectories(directory);
      Files.write(directory.resolve("saved_model.pb"), model.toByteArray());
      return directory;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
