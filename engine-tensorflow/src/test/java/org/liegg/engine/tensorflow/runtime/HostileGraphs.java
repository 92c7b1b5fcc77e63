package org.liegg.engine.tensorflow.runtime;

import com.google.protobuf.ByteString;
import java.nio.file.Path;
import java.util.List;
import org.liegg.engine.tensorflow.TestFunction;
import org.liegg.engine.tensorflow.TestGraph;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.TensorProto;

/** Models whose branches, which the samples choose, would write a file. */
public final class HostileGraphs {
  static final DataType DOUBLE = DataType.DT_DOUBLE;

  private HostileGraphs() {}

  /** y = branch(x), with what is given as both branches. */
  static TestGraph branching(AttrValue thenBranch) {
    TestGraph graph = new TestGraph(DOUBLE);
    String x = graph.input("x", -1, 3);
    String chosen =
        graph.node(
            Nodes.node("branch", "If", sum(graph, x), x)
                .putAttr("Tcond", Nodes.type(DOUBLE))
                .putAttr("Tin", TestFunction.types(List.of(DOUBLE)))
                .putAttr("Tout", TestFunction.types(List.of(DOUBLE)))
                .putAttr("then_branch", thenBranch)
                .putAttr("else_branch", TestFunction.named("calm")));
    return graph.output("y", graph.op("Tanh", chosen)).function(calm());
  }

  /** Σ x, which chooses. */
  static String sum(TestGraph graph, String x) {
    return graph.op(
        "Sum", node -> node.putAttr("Tidx", Nodes.type(DataType.DT_INT32)), x, graph.ints(0, 1));
  }

  /** The identity. */
  static FunctionDef calm() {
    TestFunction function = new TestFunction("calm").argument("x", DOUBLE);
    return function.result("y", DOUBLE, function.op("Identity", "output", "x")).build();
  }

  /** The identity, after a checkpoint was written. */
  static FunctionDef saving(Path victim) {
    TestFunction function = new TestFunction("saving").argument("x", DOUBLE);
    String prefix =
        function.constant(
            words(victim.toString()).toBuilder()
                .clearTensorShape()
                .setTensorShape(Nodes.shapeProto(List.of()))
                .build());
    String names = function.constant(words("w"));
    String slices = function.constant(words(""));
    function.node(
        Nodes.node("", "SaveV2", prefix, names, slices, "x")
            .putAttr("dtypes", TestFunction.types(List.of(DOUBLE))),
        "none");
    String held = function.op("Identity", "output", "x", "^SaveV2_3");
    return function.result("y", DOUBLE, held).build();
  }

  /** A function that calls its attribute {@code f}, of this default where there is one. */
  static FunctionDef caller(String name, AttrValue byDefault) {
    AttrValue placeholder = AttrValue.newBuilder().setPlaceholder("f").build();
    TestFunction function = new TestFunction(name).argument("x", DOUBLE);
    NodeDef.Builder call =
        TestFunction.call("", List.of(DOUBLE), List.of(DOUBLE), "x").putAttr("f", placeholder);
    FunctionDef.Builder built =
        function.result("y", DOUBLE, function.node(call, "output:0")).build().toBuilder();
    OpDef.AttrDef.Builder attribute = OpDef.AttrDef.newBuilder().setName("f").setType("func");
    if (byDefault.hasFunc()) {
      attribute.setDefaultValue(byDefault);
    }
    built.getSignatureBuilder().addAttr(attribute);
    return built.build();
  }

  /** A function by its name, with another as its attribute {@code f}. */
  static AttrValue with(String name, AttrValue f) {
    return AttrValue.newBuilder()
        .setFunc(NameAttrList.newBuilder().setName(name).putAttr("f", f))
        .build();
  }

  static AttrValue listed(AttrValue... functions) {
    AttrValue.Builder list = AttrValue.newBuilder();
    for (AttrValue function : functions) {
      list.getListBuilder().addFunc(function.getFunc());
    }
    return list.build();
  }

  /** A function of one node, which is given x. */
  static FunctionDef around(String name, NodeDef.Builder node, String output) {
    TestFunction function = new TestFunction(name).argument("x", DOUBLE);
    return function.result("y", DOUBLE, function.node(node, output)).build();
  }

  /** One word in a vector. */
  static TensorProto words(String word) {
    return TensorProto.newBuilder()
        .setDtype(DataType.DT_STRING)
        .setTensorShape(Nodes.shapeProto(List.of(1)))
        .addStringVal(ByteString.copyFromUtf8(word))
        .build();
  }

  /** A loop over x whose condition always holds. */
  public static SavedModel endless(String condition, String body) {
    return loop(condition, body).function(slow()).model();
  }

  /** A loop over x, with a body and a condition that do nothing else. */
  static TestGraph loop(String condition, String body) {
    TestGraph graph = new TestGraph(DOUBLE);
    String x = graph.input("x", -1, 3);
    String loop =
        graph.node(
            Nodes.node("loop", "While", x)
                .putAttr("T", TestFunction.types(List.of(DOUBLE)))
                .putAttr("cond", TestFunction.named(condition))
                .putAttr("body", TestFunction.named(body)));
    return graph.output("y", graph.op("Tanh", loop)).function(calm()).function(always());
  }

  /** Always true, which is not to be seen without running it: x = x, for numbers. */
  static FunctionDef always() {
    TestFunction function = new TestFunction("always").argument("x", DOUBLE);
    String equal = function.op("Equal", "z", "x", "x");
    String axes = function.constant(Tensors.vector(0, 1));
    String all =
        function.node(
            Nodes.node("", "All", equal, axes).putAttr("Tidx", Nodes.type(DataType.DT_INT32)),
            "output:0");
    return function.result("go_on", DataType.DT_BOOL, all).build();
  }

  /** Loops on within each turn. */
  private static FunctionDef slow() {
    return around(
        "slow",
        Nodes.node("", "While", "x")
            .putAttr("T", TestFunction.types(List.of(DOUBLE)))
            .putAttr("cond", TestFunction.named("always"))
            .putAttr("body", TestFunction.named("calm")),
        "output:0");
  }
}
