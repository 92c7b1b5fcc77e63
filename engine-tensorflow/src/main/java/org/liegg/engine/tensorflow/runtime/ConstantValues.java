package org.liegg.engine.tensorflow.runtime;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import org.liegg.engine.tensorflow.graph.ControlFlow;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.PruneToOutputs;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.liegg.engine.tensorflow.graph.Topology;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TFUnimplementedException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;
import org.tensorflow.types.family.TType;

/**
 * What can be known of a graph's tensors without samples: constants, the shapes of tensors of known
 * shape, and what is computed from these.
 */
public final class ConstantValues {
  private static final Set<String> SHAPES = Set.of("Shape", "ShapeN", "Size", "Rank");
  private static final Set<String> OPEN =
      Set.of("VarHandleOp", "VariableV2", "Variable", "Placeholder", "PlaceholderV2");

  private final GraphDef graph;
  private final ModelFaults faults;
  private final Map<String, NodeDef> known = new HashMap<>();

  /** Looks through a graph. */
  public ConstantValues(GraphDef graph, ModelFaults faults) {
    this.graph = graph;
    this.faults = faults;
    try (Shapes shapes = new Shapes(graph, faults)) {
      for (NodeDef node : Topology.order(graph)) {
        find(node, shapes).ifPresent(constant -> known.put(node.getName(), constant));
      }
    }
  }

  boolean isKnown(String tensor) {
    return known.containsKey(TensorName.nodeOf(tensor));
  }

  /** The values of those of some tensors that are known, and are numbers. */
  public Map<String, TensorProto> of(Set<String> tensors) {
    List<String> wanted =
        tensors.stream().filter(this::isKnown).map(tensor -> TensorName.of(tensor).text()).toList();
    return wanted.isEmpty() ? Map.of() : computed(wanted);
  }

  private Map<String, TensorProto> computed(List<String> tensors) {
    GraphDef.Builder part = graph.toBuilder().clearNode().clearLibrary();
    known.values().forEach(part::addNode);
    GraphDef pruned =
        new PruneToOutputs(new ArrayList<>(new LinkedHashSet<>(tensors))).apply(part.build());
    Map<String, TensorProto> values = new HashMap<>();
    try (NativeGraph taken = NativeGraph.of(pruned, faults)) {
      Session.Runner runner = taken.session().runner();
      tensors.forEach(tensor -> runner.fetch(taken.tensor(tensor)));
      try (Result result = runner.run()) {
        for (int i = 0; i < tensors.size(); i++) {
          if (DataTypes.tensors(result.get(i).dataType()).isPresent()) {
            values.put(tensors.get(i), proto(result.get(i)));
          }
        }
      }
    } catch (TensorFlowException | TFInvalidArgumentException | TFUnimplementedException e) {
      // What cannot be computed beforehand is left to the run.
      return Map.of();
    }
    return values;
  }

  private Optional<NodeDef> find(NodeDef node, Shapes shapes) {
    String op = node.getOp();
    if (op.equals("Const")) {
      return Optional.of(node);
    }
    if (OPEN.contains(op) || ControlFlow.isStructured(op) || node.getInputCount() == 0) {
      return Optional.empty();
    }
    if (Nodes.tensors(node).stream().allMatch(this::isKnown)) {
      return Optional.of(node.toBuilder().clearInput().addAllInput(Nodes.tensors(node)).build());
    }
    if (!SHAPES.contains(op) || op.equals("ShapeN")) {
      return Optional.empty();
    }
    return shapes
        .find(node.getInput(0))
        .filter(shape -> shape.length > 0)
        .flatMap(shape -> ofShape(node, shape));
  }

  private static Optional<NodeDef> ofShape(NodeDef node, long[] shape) {
    DataType type = Nodes.type(node, "out_type");
    DataType integers = type == DataType.DT_INVALID ? DataType.DT_INT32 : type;
    if (node.getOp().equals("Rank")) {
      return Optional.of(Nodes.constant(node.getName(), Tensors.ints(shape.length)));
    }
    long size = 1;
    for (long length : shape) {
      if (length < 0) {
        return Optional.empty();
      }
      size *= length;
    }
    boolean whole = node.getOp().equals("Shape");
    TensorProto.Builder value = TensorProto.newBuilder().setDtype(integers);
    for (long length : whole ? shape : new long[] {size}) {
      if (integers == DataType.DT_INT64) {
        value.addInt64Val(length);
      } else {
        value.addIntVal((int) length);
      }
    }
    value.setTensorShape(
        whole ? Nodes.shapeProto(List.of(shape.length)) : TensorShapeProto.getDefaultInstance());
    return Optional.of(Nodes.constant(node.getName(), value.build()));
  }

  /** A copy of a tensor. */
  public static TensorProto proto(Tensor tensor) {
    byte[] bytes = new byte[Math.toIntExact(tensor.numBytes())];
    tensor.asRawTensor().data().read(bytes);
    TensorProto.Builder proto =
        TensorProto.newBuilder()
            .setDtype(tensor.dataType())
            .setTensorContent(ByteString.copyFrom(bytes));
    for (long size : tensor.shape().asArray()) {
      proto.getTensorShapeBuilder().addDim(TensorShapeProto.Dim.newBuilder().setSize(size));
    }
    // A scalar has a shape too, one without axes.
    proto.getTensorShapeBuilder();
    return proto.build();
  }

  /**
   * A native tensor of a value that {@link #proto} or {@link #of} gave; the caller closes it.
   *
   * @throws IllegalArgumentException if it is not of numbers
   */
  public static Tensor tensor(TensorProto value) {
    Class<? extends TType> type =
        DataTypes.tensors(value.getDtype())
            .orElseThrow(() -> new IllegalArgumentException("A value of " + value.getDtype()));
    long[] sizes =
        value.getTensorShape().getDimList().stream()
            .mapToLong(TensorShapeProto.Dim::getSize)
            .toArray();
    byte[] bytes = value.getTensorContent().toByteArray();
    return Tensor.of(type, Shape.of(sizes), tensor -> tensor.asRawTensor().data().write(bytes));
  }
}
