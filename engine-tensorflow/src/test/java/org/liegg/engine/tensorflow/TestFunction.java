package org.liegg.engine.tensorflow;

import java.util.List;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;

/** Builds functions of a graph's library, in double precision, and nodes that call them. */
public final class TestFunction {
  private final FunctionDef.Builder function = FunctionDef.newBuilder();

  public TestFunction(String name) {
    function.getSignatureBuilder().setName(name);
  }

  public TestFunction argument(String name, DataType type) {
    function.getSignatureBuilder().addInputArg(argumentOf(name, type));
    return this;
  }

  /** What an operation of attribute {@code T} gives, under the name of its output. */
  public String op(String op, String output, String... inputs) {
    return node(
        Nodes.node("", op, inputs).putAttr("T", Nodes.type(DataType.DT_DOUBLE)), output + ":0");
  }

  public String node(NodeDef.Builder node, String output) {
    String name = node.getOp() + "_" + function.getNodeDefCount();
    function.addNodeDef(node.setName(name));
    return name + ":" + output;
  }

  public String constant(org.tensorflow.proto.TensorProto value) {
    return node(Nodes.constant("", value).toBuilder(), "output:0");
  }

  /** The value of a variable, in double precision. */
  public String read(String variable) {
    return node(
        Nodes.node("", "ReadVariableOp", variable).putAttr("dtype", Nodes.type(DataType.DT_DOUBLE)),
        "value:0");
  }

  public TestFunction result(String name, DataType type, String tensor) {
    function.getSignatureBuilder().addOutputArg(argumentOf(name, type));
    function.putRet(name, tensor);
    return this;
  }

  public FunctionDef build() {
    return function.build();
  }

  /** A call of a function. */
  public static NodeDef.Builder call(
      String function, List<DataType> from, List<DataType> to, String... inputs) {
    return Nodes.node("", "StatefulPartitionedCall", inputs)
        .putAttr("Tin", types(from))
        .putAttr("Tout", types(to))
        .putAttr("f", named(function));
  }

  public static AttrValue named(String function) {
    return AttrValue.newBuilder().setFunc(NameAttrList.newBuilder().setName(function)).build();
  }

  public static AttrValue types(List<DataType> types) {
    return AttrValue.newBuilder()
        .setList(AttrValue.ListValue.newBuilder().addAllType(types))
        .build();
  }

  private static OpDef.ArgDef argumentOf(String name, DataType type) {
    return OpDef.ArgDef.newBuilder().setName(name).setType(type).build();
  }
}
