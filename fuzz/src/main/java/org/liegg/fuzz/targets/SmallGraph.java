package org.liegg.fuzz.targets;

import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** A graph of TensorFlow, 3 → 4 → 2 with constants for weights, as a saved model or bare. */
final class SmallGraph {
  private final GraphDef.Builder graph = GraphDef.newBuilder();

  private SmallGraph() {
    graph.getVersionsBuilder().setProducer(1994);
    add("x", "Placeholder")
        .putAttr("dtype", type())
        .putAttr("shape", AttrValue.newBuilder().setShape(shape(-1, 3)).build());
    constant("w1", 3, 4);
    constant("w2", 4, 2);
    constant("b", 4);
    product("first", "x", "w1");
    add("biased", "BiasAdd").addInput("first").addInput("b").putAttr("T", type());
    add("bent", "Tanh").addInput("biased").putAttr("T", type());
    product("second", "bent", "w2");
    add("y", "Identity").addInput("second").putAttr("T", type());
  }

  /** The graph alone. */
  static GraphDef bare() {
    return new SmallGraph().graph.build();
  }

  /** A saved model of a graph whose input is x and whose output is y. */
  static SavedModel saved(GraphDef graph) {
    SignatureDef signature =
        SignatureDef.newBuilder()
            .setMethodName("tensorflow/serving/predict")
            .putInputs("x", port("x:0", -1, 3))
            .putOutputs("y", port("y:0", -1, 2))
            .build();
    return SavedModel.newBuilder()
        .setSavedModelSchemaVersion(1)
        .addMetaGraphs(
            MetaGraphDef.newBuilder()
                .setMetaInfoDef(MetaGraphDef.MetaInfoDef.newBuilder().addTags("serve"))
                .setGraphDef(graph)
                .putSignatureDef("serving_default", signature))
        .build();
  }

  private static TensorInfo port(String tensor, long... sizes) {
    return TensorInfo.newBuilder()
        .setName(tensor)
        .setDtype(DataType.DT_FLOAT)
        .setTensorShape(shape(sizes))
        .build();
  }

  private NodeDef.Builder add(String name, String op) {
    return graph.addNodeBuilder().setName(name).setOp(op);
  }

  private void product(String name, String left, String right) {
    add(name, "MatMul")
        .addInput(left)
        .addInput(right)
        .putAttr("T", type())
        .putAttr("transpose_a", AttrValue.newBuilder().setB(false).build())
        .putAttr("transpose_b", AttrValue.newBuilder().setB(false).build());
  }

  private void constant(String name, long... sizes) {
    TensorProto.Builder tensor =
        TensorProto.newBuilder().setDtype(DataType.DT_FLOAT).setTensorShape(shape(sizes));
    long count = 1;
    for (long size : sizes) {
      count *= size;
    }
    for (int i = 0; i < count; i++) {
      tensor.addFloatVal((i % 5) / 4f - 0.5f);
    }
    add(name, "Const")
        .putAttr("dtype", type())
        .putAttr("value", AttrValue.newBuilder().setTensor(tensor).build());
  }

  private static AttrValue type() {
    return AttrValue.newBuilder().setType(DataType.DT_FLOAT).build();
  }

  private static TensorShapeProto shape(long... sizes) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (long size : sizes) {
      shape.addDimBuilder().setSize(size);
    }
    return shape.build();
  }
}
