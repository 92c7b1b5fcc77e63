package org.liegg.engine.tensorflow;

import com.google.protobuf.ByteString;
import java.util.List;
import java.util.Set;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/** Makes nodes of a graph and reads them. */
final class Nodes {
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
  static boolean passesOn(NodeDef node) {
    return PASSING.contains(node.getOp()) && node.getInputCount() > 0;
  }

  static NodeDef.Builder node(String name, String op, String... inputs) {
    return NodeDef.newBuilder().setName(name).setOp(op).addAllInput(List.of(inputs));
  }

  static NodeDef identity(String name, String input, DataType type) {
    return node(name, "Identity", input).putAttr("T", type(type)).build();
  }

  static NodeDef constant(String name, TensorProto value) {
    return node(name, "Const")
        .putAttr("dtype", type(value.getDtype()))
        .putAttr("value", AttrValue.newBuilder().setTensor(value).build())
        .build();
  }

  static AttrValue type(DataType type) {
    return AttrValue.newBuilder().setType(type).build();
  }

  static AttrValue flag(boolean value) {
    return AttrValue.newBuilder().setB(value).build();
  }

  static AttrValue integer(long value) {
    return AttrValue.newBuilder().setI(value).build();
  }

  static AttrValue text(String value) {
    return AttrValue.newBuilder().setS(ByteString.copyFromUtf8(value)).build();
  }

  static AttrValue integers(List<Long> values) {
    return AttrValue.newBuilder().setList(AttrValue.ListValue.newBuilder().addAllI(values)).build();
  }

  static AttrValue shape(List<Integer> dimensions) {
    return AttrValue.newBuilder().setShape(shapeProto(dimensions)).build();
  }

  static TensorShapeProto shapeProto(List<Integer> dimensions) {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    dimensions.forEach(size -> shape.addDim(TensorShapeProto.Dim.newBuilder().setSize(size)));
    return shape.build();
  }

  /** A type attribute; {@code DT_INVALID} where there is none. */
  static DataType type(NodeDef node, String attribute) {
    return node.getAttrOrDefault(attribute, AttrValue.getDefaultInstance()).getType();
  }

  static String text(NodeDef node, String attribute) {
    return node.getAttrOrDefault(attribute, AttrValue.getDefaultInstance()).getS().toStringUtf8();
  }

  static long integer(NodeDef node, String attribute) {
    return node.getAttrOrDefault(attribute, AttrValue.getDefaultInstance()).getI();
  }

  static boolean flag(NodeDef node, String attribute) {
    return node.getAttrOrDefault(attribute, AttrValue.getDefaultInstance()).getB();
  }

  static List<Long> integers(NodeDef node, String attribute) {
    return node.getAttrOrDefault(attribute, AttrValue.getDefaultInstance()).getList().getIList();
  }

  /** The inputs that are tensors. */
  static List<String> tensors(NodeDef node) {
    return node.getInputList().stream().filter(input -> !TensorName.isControl(input)).toList();
  }
}
