package org.liegg.engine.tensorflow.read;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.SignatureDef;
import org.tensorflow.proto.TensorInfo;
import org.tensorflow.proto.TensorShapeProto;

/** Reads which functions a model offers. */
public final class Signatures {
  /** What initialises a model; it has no inputs and computes nothing. */
  private static final String INIT = "__saved_model_init_op";

  private static final TensorShapeProto UNKNOWN =
      TensorShapeProto.newBuilder().setUnknownRank(true).build();

  private Signatures() {}

  /** The signatures of a saved model, by name. */
  public static List<Signature> of(MetaGraphDef meta) {
    List<Signature> signatures = new ArrayList<>();
    for (Map.Entry<String, SignatureDef> entry :
        new TreeMap<>(meta.getSignatureDefMap()).entrySet()) {
      if (!entry.getKey().equals(INIT)) {
        signatures.add(
            new Signature(
                entry.getKey(),
                ports(entry.getValue().getInputsMap()),
                ports(entry.getValue().getOutputsMap())));
      }
    }
    return signatures;
  }

  /** A graph without signatures: its placeholders, and the floating tensors that nothing reads. */
  static Signature ofGraph(GraphDef graph, OpCatalog catalog) {
    Set<String> read = new HashSet<>();
    for (NodeDef node : graph.getNodeList()) {
      node.getInputList().forEach(input -> read.add(TensorName.nodeOf(input)));
    }
    List<Port> inputs = new ArrayList<>();
    List<Port> outputs = new ArrayList<>();
    for (NodeDef node : graph.getNodeList()) {
      if (isPlaceholder(node)) {
        inputs.add(
            new Port(node.getName(), node.getName(), Nodes.type(node, "dtype"), shape(node)));
      } else if (!read.contains(node.getName())) {
        List<DataType> types = catalog.outputTypes(catalog.filled(node));
        if (!types.isEmpty() && DataTypes.isFloating(types.get(0))) {
          outputs.add(new Port(node.getName(), node.getName(), types.get(0), UNKNOWN));
        }
      }
    }
    inputs.sort(Comparator.comparing(Port::name));
    return new Signature("", inputs, outputs);
  }

  static boolean isPlaceholder(NodeDef node) {
    return node.getOp().equals("Placeholder")
        || node.getOp().equals("PlaceholderV2")
        || node.getOp().equals("PlaceholderWithDefault");
  }

  /** What a placeholder says of its shape. */
  static TensorShapeProto shape(NodeDef placeholder) {
    if (!placeholder.containsAttr("shape")) {
      return UNKNOWN;
    }
    TensorShapeProto shape =
        placeholder.getAttrOrDefault("shape", AttrValue.getDefaultInstance()).getShape();
    // Files of the first versions write no shape as the shape of a scalar.
    return shape.getDimCount() == 0 && placeholder.getOp().equals("Placeholder") ? UNKNOWN : shape;
  }

  private static List<Port> ports(Map<String, TensorInfo> tensors) {
    return new TreeMap<>(tensors)
        .entrySet().stream()
            .map(
                entry ->
                    new Port(
                        entry.getKey(),
                        entry.getValue().getName(),
                        entry.getValue().getDtype(),
                        entry.getValue().hasTensorShape()
                            ? entry.getValue().getTensorShape()
                            : UNKNOWN))
            .toList();
  }
}
