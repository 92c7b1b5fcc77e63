package org.liegg.fuzz.targets;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Damages a graph of TensorFlow node by node: operations, edges, attributes, functions. */
final class GraphMutator {
  private static final String[] OPS = {
    "Relu", "Softmax", "Add", "MatMul", "Reshape", "Transpose", "Const", "Placeholder", "Identity",
    "WriteFile", "ReadFile", "Save", "PyFunc", "Print", "Assert", "PartitionedCall", "If", "While",
    "VarHandleOp", "ReadVariableOp", "Conv2D", "Sum", "Cast", "Tile", "Fill", "NoOp", "Switch",
    "Merge", "Enter", "\u001b[2J", "", "body", "Range", "BroadcastTo", "GatherV2", "Pack"
  };

  private static final String[] NAMES = {
    "x",
    "y",
    "w1",
    "first",
    "^x",
    "^y",
    "x:1",
    "y:99999999999",
    ":0",
    "x:",
    "",
    "\u001b[31m",
    "a/b",
    "^"
  };

  private static final String[] ATTRIBUTES = {
    "T", "dtype", "shape", "value", "f", "body", "cond", "then_branch", "_class", "transpose_a", "N"
  };

  private static final long[] SIZES = {-1, 0, 1, 3, -2, 1 << 20, Integer.MAX_VALUE, Long.MAX_VALUE};

  private GraphMutator() {}

  /** The graph with one to three things done to it. */
  static GraphDef mutate(GraphDef graph, Random random) {
    GraphDef.Builder damaged = graph.toBuilder();
    for (int i = 1 + random.nextInt(random.nextBoolean() ? 1 : 3); i > 0; i--) {
      if (damaged.getNodeCount() > 0) {
        once(damaged, damaged.getNodeBuilder(random.nextInt(damaged.getNodeCount())), random);
      }
    }
    return damaged.build();
  }

  private static void once(GraphDef.Builder graph, NodeDef.Builder node, Random random) {
    switch (random.nextInt(11)) {
      case 0 -> node.setOp(OPS[random.nextInt(OPS.length)]);
      case 1 -> node.setName(NAMES[random.nextInt(NAMES.length)]);
      case 2 -> node.addInput(NAMES[random.nextInt(NAMES.length)]);
      case 3 -> rewire(node, random);
      case 4, 5 -> node.putAttr(ATTRIBUTES[random.nextInt(ATTRIBUTES.length)], value(random, 0));
      case 6 -> dropAttribute(node, random);
      case 7 -> reshape(node, random);
      case 8 -> graph.removeNode(random.nextInt(graph.getNodeCount()));
      case 9 -> graph.addNode(node.build());
      default -> graph.getLibraryBuilder().addFunction(function(random));
    }
  }

  private static void rewire(NodeDef.Builder node, Random random) {
    if (node.getInputCount() > 0) {
      node.setInput(random.nextInt(node.getInputCount()), NAMES[random.nextInt(NAMES.length)]);
    }
  }

  private static void dropAttribute(NodeDef.Builder node, Random random) {
    List<String> keys = new ArrayList<>(node.getAttrMap().keySet());
    if (!keys.isEmpty()) {
      node.removeAttr(keys.get(random.nextInt(keys.size())));
    }
  }

  /** A constant's shape and values, apart from each other. */
  private static void reshape(NodeDef.Builder node, Random random) {
    AttrValue value = node.getAttrOrDefault("value", AttrValue.getDefaultInstance());
    TensorProto.Builder tensor = value.getTensor().toBuilder();
    switch (random.nextInt(4)) {
      case 0 -> tensor.setTensorShape(shape(random));
      case 1 -> tensor.setDtypeValue(random.nextInt(140));
      case 2 -> tensor.clearFloatVal().addFloatVal(random.nextBoolean() ? Float.NaN : 1f);
      default ->
          tensor.setTensorContent(
              com.google.protobuf.ByteString.copyFrom(new byte[random.nextInt(60)]));
    }
    node.putAttr("value", AttrValue.newBuilder().setTensor(tensor).build());
  }

  private static AttrValue value(Random random, int depth) {
    AttrValue.Builder value = AttrValue.newBuilder();
    return switch (random.nextInt(8)) {
      case 0 -> value.setTypeValue(random.nextInt(140)).build();
      case 1 -> value.setShape(shape(random)).build();
      case 2 -> value.setI(SIZES[random.nextInt(SIZES.length)]).build();
      case 3 -> value.setF(Float.NaN).build();
      case 4 -> value.setB(random.nextBoolean()).build();
      case 5 -> value.setS(com.google.protobuf.ByteString.copyFromUtf8("loc:@y\u001b")).build();
      case 6 -> value.setType(DataType.DT_DOUBLE).build();
      default -> {
        NameAttrList.Builder call = NameAttrList.newBuilder().setName("body");
        if (depth < random.nextInt(40)) {
          call.putAttr("f", value(random, depth + 1));
        }
        yield value.setFunc(call).build();
      }
    };
  }

  private static TensorShapeProto shape(Random random) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      shape.addDimBuilder().setSize(SIZES[random.nextInt(SIZES.length)]);
    }
    return shape.setUnknownRank(random.nextInt(8) == 0).build();
  }

  /** A function that calls itself, or runs what may not be run. */
  private static FunctionDef function(Random random) {
    FunctionDef.Builder function = FunctionDef.newBuilder();
    function.getSignatureBuilder().setName("body").addInputArgBuilder().setName("a");
    function.addNodeDefBuilder().setName("n").setOp(OPS[random.nextInt(OPS.length)]).addInput("a");
    function.putRet("r", NAMES[random.nextInt(NAMES.length)]);
    return function.build();
  }
}
