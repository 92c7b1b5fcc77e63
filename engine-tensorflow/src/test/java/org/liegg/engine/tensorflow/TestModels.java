package org.liegg.engine.tensorflow;

import java.util.List;
import java.util.Map;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;

/** Small models of several kinds. */
public final class TestModels {

  private TestModels() {}

  /** 6 → tanh 16 → softmax 4. */
  public static TestGraph dense() {
    TestGraph graph = new TestGraph();
    String hidden = graph.op("Tanh", graph.dense(graph.input("x", -1, 6), 6, 16));
    return graph.output("y", graph.op("Softmax", graph.dense(hidden, 16, 4)));
  }

  /** An image of 6 × 6 × 2 through convolutions, one with gaps, and a normalisation, to 3. */
  static TestGraph convolution() {
    TestGraph graph = new TestGraph();
    String image = graph.input("image", -1, 6, 6, 2);
    String first = graph.op("Softplus", conv(graph, image, 2, 4, "SAME", 1));
    String second = graph.op("Tanh", conv(graph, first, 4, 4, "SAME", 2));
    String normal =
        graph.node(
            Nodes.node(
                    "",
                    "FusedBatchNormV3",
                    second,
                    graph.numbers(List.of(4), 1, 2, 0.5, 1.5),
                    graph.numbers(List.of(4), 0, 0.1, -0.1, 0.2),
                    graph.numbers(List.of(4), 0.3, 0, -0.2, 0.1),
                    graph.numbers(List.of(4), 1, 0.5, 2, 1))
                .putAttr("T", Nodes.type(DataType.DT_FLOAT))
                .putAttr("U", Nodes.type(DataType.DT_FLOAT))
                .putAttr("epsilon", AttrValue.newBuilder().setF(1e-3f).build())
                .putAttr("is_training", Nodes.flag(false)));
    String pooled = graph.op("AvgPool", node -> window(node, 2), normal);
    String flat = graph.op("Reshape", pooled, graph.ints(-1, 36));
    return graph.output("y", graph.dense(flat, 36, 3));
  }

  private static void window(NodeDef.Builder node, long size) {
    node.putAttr("ksize", Nodes.integers(List.of(1L, size, size, 1L)))
        .putAttr("strides", Nodes.integers(List.of(1L, size, size, 1L)))
        .putAttr("padding", Nodes.text("VALID"));
  }

  public static String conv(
      TestGraph graph, String image, int from, int to, String padding, long gap) {
    return graph.op(
        "Conv2D",
        node ->
            node.putAttr("strides", Nodes.integers(List.of(1L, 1L, 1L, 1L)))
                .putAttr("dilations", Nodes.integers(List.of(1L, gap, gap, 1L)))
                .putAttr("padding", Nodes.text(padding)),
        image,
        graph.weights(0.3, 3, 3, from, to));
  }

  /** [M(x) + 4]⁻¹ for a matrix of 2 × 2, three of its entries: TensorFlow has no gradient of it. */
  static TestGraph inverse() {
    TestGraph graph = new TestGraph();
    String matrix = graph.op("Reshape", graph.input("x", -1, 4), graph.ints(-1, 2, 2));
    String shifted = graph.op("AddV2", matrix, graph.numbers(List.of(2, 2), 6, 0, 0, 6));
    String flat = graph.op("Reshape", graph.op("MatrixInverse", shifted), graph.ints(-1, 4));
    return graph.output("y", graph.dense(flat, 4, 3));
  }

  /**
   * h ← tanh(x_t U + h W) over 5 steps of 3 numbers, as Keras saves it: a loop over functions that
   * reads a list and counts; its number of turns is a size of the input.
   */
  public static TestGraph recurrent() {
    return recurrent(false);
  }

  /** The same, with as many turns as the samples say: always 5, but that is not to be seen. */
  public static TestGraph decidedBySamples() {
    return recurrent(true);
  }

  private static TestGraph recurrent(boolean decided) {
    TestGraph graph = new TestGraph();
    String x = graph.input("x", -1, 5, 3);
    String steps =
        graph.op(
            "Transpose",
            node -> node.putAttr("Tperm", Nodes.type(DataType.DT_INT32)),
            x,
            graph.ints(1, 0, 2));
    String shape = graph.op("Shape", steps);
    String count =
        graph.node(
            Nodes.node("", "StridedSlice", shape, graph.ints(0), graph.ints(1), graph.ints(1))
                .putAttr("T", Nodes.type(DataType.DT_INT32))
                .putAttr("Index", Nodes.type(DataType.DT_INT32))
                .putAttr("shrink_axis_mask", Nodes.integer(1)));
    if (decided) {
      count = five(graph, x);
    }
    String list =
        graph.node(
            Nodes.node("", "TensorListFromTensor", steps, graph.ints(-1, 3))
                .putAttr("element_dtype", Nodes.type(DataType.DT_FLOAT))
                .putAttr("shape_type", Nodes.type(DataType.DT_INT32)));
    String start =
        graph.op("MatMul", graph.op("Reshape", x, graph.ints(-1, 15)), graph.weights(0, 15, 4));
    NodeDef.Builder loop =
        Nodes.node(
            "loop",
            "While",
            graph.integer(0),
            count,
            start,
            list,
            graph.weights(0.5, 3, 4),
            graph.weights(0.5, 4, 4));
    AttrValue.Builder types = AttrValue.newBuilder();
    STATE.values().forEach(type -> types.getListBuilder().addType(type));
    graph.node(
        loop.putAttr("T", types.build())
            .putAttr("cond", function("turns_left"))
            .putAttr("body", function("turn"))
            .putAttr(
                "output_shapes",
                AttrValue.newBuilder().setList(AttrValue.ListValue.getDefaultInstance()).build()));
    graph.function(condition()).function(body());
    return graph.output("y", graph.dense("loop:2", 4, 2));
  }

  /** 5 + min(0, Σ x²), as an integer. */
  private static String five(TestGraph graph, String x) {
    String sum =
        graph.op(
            "Sum",
            node -> node.putAttr("Tidx", Nodes.type(DataType.DT_INT32)),
            graph.op("Square", x),
            graph.ints(0, 1, 2));
    String none = graph.op("Minimum", sum, graph.numbers(List.of(), 0));
    return graph.node(
        Nodes.node("", "Cast", graph.op("AddV2", none, graph.numbers(List.of(), 5)))
            .putAttr("SrcT", Nodes.type(DataType.DT_FLOAT))
            .putAttr("DstT", Nodes.type(DataType.DT_INT32)));
  }

  private static final Map<String, DataType> STATE = new java.util.LinkedHashMap<>();

  static {
    STATE.put("i", DataType.DT_INT32);
    STATE.put("n", DataType.DT_INT32);
    STATE.put("h", DataType.DT_FLOAT);
    STATE.put("xs", DataType.DT_VARIANT);
    STATE.put("u", DataType.DT_FLOAT);
    STATE.put("w", DataType.DT_FLOAT);
  }

  private static AttrValue function(String name) {
    return AttrValue.newBuilder().setFunc(NameAttrList.newBuilder().setName(name)).build();
  }

  private static OpDef.Builder signature(String name) {
    OpDef.Builder signature = OpDef.newBuilder().setName(name);
    STATE.forEach(
        (argument, type) ->
            signature.addInputArg(OpDef.ArgDef.newBuilder().setName(argument).setType(type)));
    return signature;
  }

  private static FunctionDef condition() {
    return FunctionDef.newBuilder()
        .setSignature(
            signature("turns_left")
                .addOutputArg(OpDef.ArgDef.newBuilder().setName("left").setType(DataType.DT_BOOL)))
        .addNodeDef(
            Nodes.node("less", "Less", "i", "n").putAttr("T", Nodes.type(DataType.DT_INT32)))
        .putRet("left", "less:z:0")
        .build();
  }

  private static FunctionDef body() {
    OpDef.Builder signature = signature("turn");
    STATE.forEach(
        (argument, type) ->
            signature.addOutputArg(
                OpDef.ArgDef.newBuilder().setName(argument + "_next").setType(type)));
    AttrValue real = Nodes.type(DataType.DT_FLOAT);
    AttrValue whole = Nodes.type(DataType.DT_INT32);
    return FunctionDef.newBuilder()
        .setSignature(signature)
        .addNodeDef(Nodes.constant("one", Tensors.ints(1)))
        .addNodeDef(Nodes.node("count", "AddV2", "i", "one:output:0").putAttr("T", whole))
        .addNodeDef(Nodes.constant("size", Tensors.vector(-1, 3)))
        .addNodeDef(
            Nodes.node("item", "TensorListGetItem", "xs", "i", "size:output:0")
                .putAttr("element_dtype", real))
        .addNodeDef(Nodes.node("xu", "MatMul", "item:item:0", "u").putAttr("T", real))
        .addNodeDef(Nodes.node("hw", "MatMul", "h", "w").putAttr("T", real))
        .addNodeDef(Nodes.node("sum", "AddV2", "xu:product:0", "hw:product:0").putAttr("T", real))
        .addNodeDef(Nodes.node("tanh", "Tanh", "sum:z:0").putAttr("T", real))
        .putRet("i_next", "count:z:0")
        .putRet("n_next", "n")
        .putRet("h_next", "tanh:y:0")
        .putRet("xs_next", "xs")
        .putRet("u_next", "u")
        .putRet("w_next", "w")
        .build();
  }
}
