package org.liegg.engine.onnx.translate;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.IntStream;
import org.liegg.engine.onnx.graph.Graph;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;
import org.liegg.engine.onnx.ops.Arithmetic;

/** A node of a file while it is translated: its operands, its attributes, and where it stands. */
public final class Call {
  private final NodeProto node;
  private final int version;
  private final Scope scope;
  private final Translation translation;

  Call(NodeProto node, int version, Scope scope, Translation translation) {
    this.node = node;
    this.version = version;
    this.scope = scope;
    this.translation = translation;
  }

  /** Its operator. */
  public String op() {
    return node.getOpType();
  }

  /** The version of the operators. */
  public int version() {
    return version;
  }

  /** The graph that is made. */
  public Graph graph() {
    return translation.graph();
  }

  /** How many operands it names, those that are left out included. */
  public int operands() {
    return node.getInputCount();
  }

  /** How many results it names. */
  public int results() {
    return node.getOutputCount();
  }

  /** Whether somebody may take a result. */
  public boolean names(int result) {
    return result < node.getOutputCount() && !node.getOutput(result).isEmpty();
  }

  /** Whether an operand is given. */
  public boolean has(int operand) {
    return operand < node.getInputCount() && !node.getInput(operand).isEmpty();
  }

  /**
   * An operand.
   *
   * @throws GraphException if it is not given
   */
  public Tensor operand(int operand) {
    if (!has(operand)) {
      throw GraphException.corrupt("its input %d is missing".formatted(operand));
    }
    return scope.get(node.getInput(operand));
  }

  /** An operand as floating-point numbers. */
  public Tensor real(int operand) {
    return Arithmetic.toReal(operand(operand));
  }

  /** An operand as floating-point numbers, if it is given. */
  public Optional<Tensor> optionalReal(int operand) {
    return has(operand) ? Optional.of(real(operand)) : Optional.empty();
  }

  /** All operands. */
  public List<Tensor> all() {
    return IntStream.range(0, operands()).mapToObj(this::operand).toList();
  }

  /**
   * The whole numbers of an operand.
   *
   * @throws GraphException if the samples decide them
   */
  public long[] longs(int operand) {
    TensorData data = operand(operand).value();
    return data.integers().length == data.shape().count()
        ? data.integers().clone()
        : Arrays.stream(data.reals()).mapToLong(value -> (long) value).toArray();
  }

  /** The numbers of an operand, which the samples must not decide. */
  public double[] doubles(int operand) {
    return operand(operand).value().asReals().clone();
  }

  /** The only number of an operand, which the samples must not decide. */
  public double number(int operand) {
    double[] values = operand(operand).value().asReals();
    if (values.length != 1) {
      throw GraphException.corrupt(
          "its input %d has %d elements in place of one".formatted(operand, values.length));
    }
    return values[0];
  }

  /**
   * Whole numbers that were an attribute once and are an operand now.
   *
   * @param since the version from which on they are an operand
   * @return empty where they are not given
   */
  public Optional<long[]> longs(String attribute, int operand, int since) {
    if (version >= since) {
      return has(operand) ? Optional.of(longs(operand)) : Optional.empty();
    }
    return find(attribute).map(found -> longs(attribute));
  }

  /** Whether an attribute is given. */
  public boolean has(String attribute) {
    return find(attribute).isPresent();
  }

  /** A whole number. */
  public long integer(String attribute, long otherwise) {
    return find(attribute).map(AttributeProto::getI).orElse(otherwise);
  }

  /** Whether a whole number is not 0. */
  public boolean flag(String attribute, boolean otherwise) {
    return integer(attribute, otherwise ? 1 : 0) != 0;
  }

  /** A floating-point number. */
  public double number(String attribute, double otherwise) {
    return find(attribute).map(found -> (double) found.getF()).orElse(otherwise);
  }

  /** A word. */
  public String text(String attribute, String otherwise) {
    return find(attribute).map(found -> found.getS().toStringUtf8()).orElse(otherwise);
  }

  /** Words; none where the attribute is not given. */
  public List<String> texts(String attribute) {
    return find(attribute)
        .map(found -> found.getStringsList().stream().map(ByteString::toStringUtf8).toList())
        .orElse(List.of());
  }

  /** Whole numbers; none where the attribute is not given. */
  public long[] longs(String attribute) {
    return find(attribute)
        .map(found -> found.getIntsList().stream().mapToLong(Long::longValue).toArray())
        .orElse(new long[0]);
  }

  /** Floating-point numbers; none where the attribute is not given. */
  public double[] doubles(String attribute) {
    return find(attribute)
        .map(found -> found.getFloatsList().stream().mapToDouble(Float::doubleValue).toArray())
        .orElse(new double[0]);
  }

  /** A tensor. */
  public Optional<TensorData> tensor(String attribute) {
    return find(attribute)
        .filter(AttributeProto::hasT)
        .map(found -> translation.read(found.getT()));
  }

  /**
   * A graph within the node.
   *
   * @throws GraphException if it is not given
   */
  public GraphProto body(String attribute) {
    return find(attribute)
        .filter(AttributeProto::hasG)
        .map(AttributeProto::getG)
        .orElseThrow(() -> GraphException.corrupt("its graph %s is missing".formatted(attribute)));
  }

  /** What a graph within the node makes of some tensors. */
  public List<Tensor> inline(GraphProto body, List<Tensor> operands) {
    return translation.inline(body, operands, scope);
  }

  /** An axis of a tensor, from an attribute. */
  public int axis(Tensor tensor, long otherwise) {
    return tensor.shape().axis(integer("axis", otherwise));
  }

  /** Refuses a result that is not made here. */
  public void refuseResults(int from) {
    for (int result = from; result < results(); result++) {
      if (names(result) && translation.isTaken(node.getOutput(result))) {
        throw GraphException.unsupported("its output %d is used".formatted(result));
      }
    }
  }

  /** All axes of a tensor that are named, counted from the front, in order. */
  public static int[] axes(Tensor tensor, long[] axes) {
    List<Integer> found = new ArrayList<>();
    for (long axis : axes) {
      found.add(tensor.shape().axis(axis));
    }
    return found.stream().mapToInt(Integer::intValue).sorted().distinct().toArray();
  }

  private Optional<AttributeProto> find(String name) {
    return node.getAttributeList().stream()
        .filter(attribute -> attribute.getName().equals(name))
        .findFirst();
  }
}
