package org.liegg.engine.onnx.translate;

import ai.onnx.proto.OnnxMl.AttributeProto;
import ai.onnx.proto.OnnxMl.FunctionProto;
import ai.onnx.proto.OnnxMl.GraphProto;
import ai.onnx.proto.OnnxMl.NodeProto;
import ai.onnx.proto.OnnxMl.OperatorSetIdProto;
import ai.onnx.proto.OnnxMl.TensorProto;
import ai.onnx.proto.OnnxMl.ValueInfoProto;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.liegg.engine.onnx.file.ModelFile;
import org.liegg.engine.onnx.file.NodeGraph;
import org.liegg.engine.onnx.graph.Graph;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;

/** Translates the nodes of one model into one graph. */
public final class Translation {
  private static final int MAX_CALLS = 64;

  private final ModelFile file;
  private final Weights weights;
  private final Map<String, Operator> operators;
  private final Graph graph;
  private final Scope scope = Scope.alone();
  private final Map<String, FunctionProto> functions = new HashMap<>();
  private final Set<String> taken = new HashSet<>();
  private int depth;

  /**
   * A translation that has made nothing yet.
   *
   * @param weights of the model, as far as they were read
   * @param operators by their names, with their domain and a colon before all but standard ones
   */
  public Translation(
      ModelFile file, Weights weights, Map<String, Operator> operators, Graph graph) {
    this.file = file;
    this.weights = weights;
    this.operators = operators;
    this.graph = graph;
    addInitializers(file.proto().getGraph(), scope);
    addTaken(file.proto().getGraph());
    for (FunctionProto function : file.proto().getFunctionsList()) {
      functions.put(key(function.getDomain(), function.getName()), function);
    }
  }

  /** The graph that is made. */
  public Graph graph() {
    return graph;
  }

  /** Gives a tensor a name that nodes take. */
  public void name(String name, Tensor tensor) {
    scope.put(name, tensor);
  }

  /**
   * The tensor of a name.
   *
   * @throws GraphException if there is none
   */
  public Tensor tensor(String name) {
    return scope.get(name);
  }

  /**
   * Translates nodes.
   *
   * @param nodes in an order in which they can be computed
   * @throws GraphException naming the first that is not known, or contradicts itself
   */
  public void add(List<NodeProto> nodes) {
    nodes.forEach(node -> add(node, file.opsets(), scope));
  }

  /** Translates as many nodes as can be; what the others make is missed where it is taken. */
  public void addWhatCanBe(List<NodeProto> nodes) {
    for (NodeProto node : nodes) {
      try {
        add(node, file.opsets(), scope);
      } catch (GraphException e) {
        node.getOutputList().forEach(output -> scope.putFault(output, e));
      }
    }
  }

  private void add(NodeProto node, Map<String, Integer> opsets, Scope within) {
    try {
      List<Tensor> results = results(node, opsets, within);
      for (int i = 0; i < node.getOutputCount(); i++) {
        String name = node.getOutput(i);
        if (i < results.size()) {
          within.put(name, results.get(i));
        } else if (!name.isEmpty()) {
          within.putFault(
              name, GraphException.unsupported("its output %d is not made".formatted(i)));
        }
      }
    } catch (GraphException e) {
      throw e.getCause() instanceof GraphException ? e : e.of(title(node));
    }
  }

  private List<Tensor> results(NodeProto node, Map<String, Integer> opsets, Scope within) {
    String key = key(node.getDomain(), node.getOpType());
    FunctionProto function = functions.get(key);
    if (function != null) {
      return called(function, node, within);
    }
    Operator operator = operators.get(key);
    if (operator == null) {
      throw GraphException.unsupported("the operator %s is not known".formatted(key));
    }
    Integer version = opsets.get(ModelFile.domain(node.getDomain()));
    if (version == null) {
      throw GraphException.corrupt(
          "the file does not say the version of the operators of \"%s\""
              .formatted(node.getDomain()));
    }
    return operator.apply(new Call(node, version, within, this));
  }

  private List<Tensor> called(FunctionProto function, NodeProto node, Scope within) {
    Scope inner = Scope.alone();
    for (int i = 0; i < Math.min(function.getInputCount(), node.getInputCount()); i++) {
      if (!node.getInput(i).isEmpty()) {
        inner.put(function.getInput(i), within.get(node.getInput(i)));
      }
    }
    Map<String, Integer> opsets = new HashMap<>(file.opsets());
    for (OperatorSetIdProto opset : function.getOpsetImportList()) {
      opsets.put(ModelFile.domain(opset.getDomain()), (int) opset.getVersion());
    }
    List<NodeProto> body =
        function.getNodeList().stream().map(child -> bound(child, function, node)).toList();
    function.getNodeList().forEach(child -> taken.addAll(child.getInputList()));
    taken.addAll(function.getOutputList());
    entered(
        () -> {
          for (NodeProto child : new NodeGraph(body).nodesOf(function.getOutputList())) {
            add(child, opsets, inner);
          }
        });
    return function.getOutputList().stream().map(inner::get).toList();
  }

  /** A node of a function's body, its attributes replaced by those of the call. */
  private static NodeProto bound(NodeProto child, FunctionProto function, NodeProto call) {
    Map<String, AttributeProto> given = new HashMap<>();
    function.getAttributeProtoList().forEach(found -> given.put(found.getName(), found));
    call.getAttributeList().forEach(found -> given.put(found.getName(), found));
    NodeProto.Builder bound = child.toBuilder().clearAttribute();
    for (AttributeProto attribute : child.getAttributeList()) {
      if (attribute.getRefAttrName().isEmpty()) {
        bound.addAttribute(attribute);
      } else if (given.containsKey(attribute.getRefAttrName())) {
        bound.addAttribute(
            given.get(attribute.getRefAttrName()).toBuilder().setName(attribute.getName()));
      }
    }
    return bound.build();
  }

  /** What a graph within a node makes of some tensors. */
  List<Tensor> inline(GraphProto body, List<Tensor> operands, Scope within) {
    if (operands.size() != body.getInputCount()) {
      throw GraphException.corrupt(
          "a graph of %d inputs is given %d".formatted(body.getInputCount(), operands.size()));
    }
    Scope inner = within.inner();
    addInitializers(body, inner);
    addTaken(body);
    for (int i = 0; i < operands.size(); i++) {
      inner.put(body.getInput(i).getName(), operands.get(i));
    }
    List<String> outputs = body.getOutputList().stream().map(ValueInfoProto::getName).toList();
    entered(
        () -> {
          for (NodeProto child : new NodeGraph(body).nodesOf(outputs)) {
            add(child, file.opsets(), inner);
          }
        });
    return outputs.stream().map(inner::get).toList();
  }

  private void entered(Runnable action) {
    if (++depth > MAX_CALLS) {
      throw GraphException.corrupt("functions call each other more than %d deep".formatted(depth));
    }
    try {
      action.run();
    } finally {
      depth--;
    }
  }

  private void addInitializers(GraphProto of, Scope to) {
    for (TensorProto tensor : of.getInitializerList()) {
      to.put(tensor.getName(), () -> graph.constant(read(tensor)));
    }
    of.getSparseInitializerList()
        .forEach(
            sparse ->
                to.putFault(
                    sparse.getValues().getName(),
                    GraphException.unsupported("weights in a sparse tensor")));
  }

  private void addTaken(GraphProto of) {
    of.getNodeList().forEach(node -> taken.addAll(node.getInputList()));
    of.getOutputList().forEach(output -> taken.add(output.getName()));
  }

  boolean isTaken(String name) {
    return taken.contains(name);
  }

  TensorData read(TensorProto tensor) {
    return weights.read(tensor);
  }

  /** How operators are called: the domain, where it is not the standard one, and the name. */
  private static String key(String domain, String op) {
    String own = ModelFile.domain(domain);
    return own.isEmpty() ? op : own + ":" + op;
  }

  /** How messages call a node. */
  private static String title(NodeProto node) {
    List<String> words = new ArrayList<>(List.of("the node"));
    if (!node.getName().isEmpty()) {
      words.add("\"" + node.getName() + "\"");
    } else if (node.getOutputCount() > 0) {
      words.add("of \"" + node.getOutput(0) + "\"");
    }
    words.add("(" + node.getOpType() + ")");
    return String.join(" ", words);
  }
}
