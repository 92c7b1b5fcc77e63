package org.liegg.engine.tensorflow.graph;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Set;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Makes nodes of a graph and reads them. */
public final class Nodes {
  private static final Set<String> PASSING =
      Set.of(
          "Identity",
          "StopGradient",
          "PreventGradient",
          "Snapshot",
          "GuaranteeConst",
          "EnsureShape",
          "CheckNumerics",
          "RefIdentity");

  private Nodes() {}

  /** Whether the node's only output is its first input. */
  public static boolean passesOn(NodeDef node) {
    return PASSING.contains(node.getOp()) && node.getInputCount() > 0;
  }

  /** A node without attributes; its inputs are tensors, and {@code ^node} for order alone. */
  public static NodeDef.Builder node(String name, String op, String... inputs) {
    return NodeDef.newBuilder().setName(name).setOp(op).addAllInput(List.of(inputs));
  }

  /** A node that passes a tensor on. */
  public static NodeDef identity(String name, String input, DataType type) {
    return node(name, "Identity", input).putAttr("T", type(type)).build();
  }

  /** A node of a fixed value. */
  public static NodeDef constant(String name, TensorProto value) {
    return node(name, "Const")
        .putAttr("dtype", type(value.getDtype()))
        .putAttr("value", AttrValue.newBuilder().setTensor(value).build())
        .build();
  }

  /** An attribute that is a type. */
  public static AttrValue type(DataType type) {
    return AttrValue.newBuilder().setType(type).build();
  }

  /** An attribute that is a truth value. */
  public static AttrValue flag(boolean value) {
    return AttrValue.newBuilder().setB(value).build();
  }

  /** An attribute that is a whole number. */
  public static AttrValue integer(long value) {
    return AttrValue.newBuilder().setI(value).build();
  }

  /** An attribute that is a text. */
  public static AttrValue text(String value) {
    return AttrValue.newBuilder().setS(ByteString.copyFromUtf8(value)).build();
  }

  /** An attribute that is a list of whole numbers. */
  public static AttrValue integers(List<Long> values) {
    return AttrValue.newBuilder().setList(AttrValue.ListValue.newBuilder().addAllI(values)).build();
  }

  /** An attribute that is a shape; -1 stands for any size. */
  public static AttrValue shape(List<Integer> dimensions) {
    return AttrValue.newBuilder().setShape(shapeProto(dimensions)).build();
  }

  /** A shape; -1 stands for any size. */
  public static TensorShapeProto shapeProto(List<Integer> dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    dimensions.forEach(size -> shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size)));
    return shape.build();
  }

  /** A type attribute; {@code DT_INVALID} where there is none. */
  public static DataType type(NodeDef node, String attribute) {
    return node.getAttrOrDefault(attribute, AttrValue.getDefaultInstance()).getType();
  }

  /** An attribute as a text; empty if the node has none. */
  public static String text(NodeDef node, String attribute) {
    return node.getAttrOrDefault(attribute, AttrValue.getDefaultInstance()).getS().toStringUtf8();
  }

  /** An attribute as a whole number; 0 if the node has none. */
  public static long integer(NodeDef node, String attribute) {
    return node.getAttrOrDefault(attribute, AttrValue.getDefaultInstance()).getI();
  }

  /** An attribute as a truth value; false if the node has none. */
  public static boolean flag(NodeDef node, String attribute) {
    return node.getAttrOrDefault(attribute, AttrValue.getDefaultInstance()).getB();
  }

  /** An attribute as whole numbers; empty if the node has none. */
  public static List<Long> integers(NodeDef node, String attribute) {
    return node.getAttrOrDefault(attribute, AttrValue.getDefaultInstance()).getList().getIList();
  }

  /** The inputs that are tensors. */
  public static List<String> tensors(NodeDef node) {
    return node.getInputList().stream().filter(input -> !TensorName.isControl(input)).toList();
  }
}
