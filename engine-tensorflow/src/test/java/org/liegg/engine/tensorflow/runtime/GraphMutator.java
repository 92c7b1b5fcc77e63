package org.liegg.engine.tensorflow.runtime;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NameAttrList;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.SavedModel;
import org.tensorflow.proto.TensorShapeProto;

/**
 * Changes graphs as graphs: operations, inputs, orders, attributes, functions and what calls them.
 * The same seed makes the same models of the same one.
 */
public final class GraphMutator {
  private static final long[] NUMBERS = {
    -1, 0, 1, 2, 3, 7, 1 << 20, Integer.MAX_VALUE, Integer.MIN_VALUE, Long.MAX_VALUE, Long.MIN_VALUE
  };
  private static final int MAX_CHANGES = 4;

  private final Random random;
  private final List<String> ops;

  /**
   * @param seed of all choices
   * @param ops names of operations that nodes are given in place of their own
   */
  public GraphMutator(long seed, List<String> ops) {
    this.random = new Random(seed);
    this.ops = List.copyOf(ops);
  }

  /** The model with one to four changes in the graph that is served. */
  public SavedModel mutate(SavedModel model) {
    SavedModel.Builder changed = model.toBuilder();
    GraphDef.Builder graph = changed.getMetaGraphsBuilder(0).getGraphDefBuilder();
    int changes = 1 + random.nextInt(MAX_CHANGES);
    for (int i = 0; i < changes; i++) {
      change(graph);
    }
    return changed.build();
  }

  private void change(GraphDef.Builder graph) {
    int functions = graph.getLibrary().getFunctionCount();
    if (functions > 0 && random.nextInt(4) == 0) {
      changeLibrary(graph, random.nextInt(functions));
    } else if (functions > 0 && random.nextBoolean()) {
      FunctionDef.Builder function =
          graph.getLibraryBuilder().getFunctionBuilder(random.nextInt(functions));
      List<NodeDef> nodes = changed(function.getNodeDefList(), names(graph));
      function.clearNodeDef().addAllNodeDef(nodes);
    } else {
      List<NodeDef> nodes = changed(graph.getNodeList(), names(graph));
      graph.clearNode().addAllNode(nodes);
    }
  }

  private static List<String> names(GraphDef.Builder graph) {
    List<String> names = new ArrayList<>(List.of("", "none"));
    graph.getLibrary().getFunctionList().forEach(f -> names.add(f.getSignature().getName()));
    return names;
  }

  /** One of the nodes changed, left out, or there twice. */
  private List<NodeDef> changed(List<NodeDef> nodes, List<String> functions) {
    List<NodeDef> all = new ArrayList<>(nodes);
    if (all.isEmpty()) {
      return all;
    }
    int at = random.nextInt(all.size());
    NodeDef.Builder node = all.get(at).toBuilder();
    NodeDef other = pick(nodes);
    switch (random.nextInt(9)) {
      case 0 -> node.setOp(pick(ops));
      case 1 -> node.setOp(pick(functions));
      case 2 -> node.addInput("^" + other.getName());
      case 3 ->
          node.addInput(random.nextInt(node.getInputCount() + 1) == 0 ? "x" : other.getName());
      case 4 -> rewire(node, other);
      case 5 -> all.add(other);
      case 6 -> {
        all.remove(at);
        return all;
      }
      default -> changeAttribute(node, other, functions);
    }
    all.set(at, node.build());
    return all;
  }

  private void rewire(NodeDef.Builder node, NodeDef other) {
    if (node.getInputCount() == 0) {
      return;
    }
    int input = random.nextInt(node.getInputCount());
    String tensor =
        switch (random.nextInt(4)) {
          case 0 -> other.getName() + ":" + random.nextInt(3);
          case 1 -> other.getName() + ":output:0";
          case 2 -> node.getInput(random.nextInt(node.getInputCount()));
          default -> node.getName();
        };
    node.setInput(input, tensor);
  }

  private void changeAttribute(NodeDef.Builder node, NodeDef other, List<String> functions) {
    List<String> names = new ArrayList<>(node.getAttrMap().keySet());
    String name = names.isEmpty() ? "T" : pick(names);
    List<AttrValue> others = new ArrayList<>(other.getAttrMap().values());
    switch (random.nextInt(4)) {
      case 0 -> node.removeAttr(name);
      case 1 -> node.putAttr(name, others.isEmpty() ? Nodes.text("") : pick(others));
      default -> {
        AttrValue old = node.getAttrOrDefault(name, AttrValue.getDefaultInstance());
        node.putAttr(name, other(old, functions, 3));
      }
    }
  }

  private AttrValue other(AttrValue old, List<String> functions, int depth) {
    return switch (random.nextInt(8)) {
      case 0 -> Nodes.type(pick(types()));
      case 1 -> Nodes.integer(NUMBERS[random.nextInt(NUMBERS.length)]);
      case 2 -> AttrValue.newBuilder().setPlaceholder("f").build();
      case 3 -> AttrValue.newBuilder().setFunc(function(old, functions, depth)).build();
      case 4 -> {
        AttrValue.Builder list = old.hasList() ? old.toBuilder() : AttrValue.newBuilder();
        list.getListBuilder().addType(pick(types())).addFunc(function(old, functions, depth));
        yield list.build();
      }
      case 5 -> AttrValue.newBuilder().setShape(shape()).build();
      case 6 -> {
        AttrValue.Builder value = old.toBuilder();
        value.getTensorBuilder().setTensorShape(shape());
        yield value.build();
      }
      default -> {
        AttrValue.Builder value = old.toBuilder();
        value
            .getTensorBuilder()
            .setDtype(pick(types()))
            .setTensorContent(ByteString.copyFrom(new byte[random.nextInt(9)]));
        yield value.build();
      }
    };
  }

  private NameAttrList function(AttrValue old, List<String> functions, int depth) {
    NameAttrList.Builder function = NameAttrList.newBuilder().setName(pick(functions));
    if (depth > 0 && random.nextBoolean()) {
      function.putAttr("f", other(old, functions, depth - 1));
    }
    return function.build();
  }

  private void changeLibrary(GraphDef.Builder graph, int at) {
    FunctionDef.Builder function = graph.getLibraryBuilder().getFunctionBuilder(at);
    OpDef.Builder signature = function.getSignatureBuilder();
    List<String> functions = names(graph);
    switch (random.nextInt(8)) {
      case 0 -> graph.getLibraryBuilder().removeFunction(at);
      case 1 -> graph.getLibraryBuilder().addFunction(function.build());
      case 2 -> signature.setName(pick(random.nextBoolean() ? functions : ops));
      case 3 ->
          signature.addAttr(
              OpDef.AttrDef.newBuilder()
                  .setName("f")
                  .setType("func")
                  .setDefaultValue(
                      AttrValue.newBuilder()
                          .setFunc(function(AttrValue.getDefaultInstance(), functions, 3))));
      case 4 ->
          function.putControlRet(
              "held", function.getNodeDefCount() == 0 ? "none" : function.getNodeDef(0).getName());
      case 5 -> {
        if (signature.getInputArgCount() > 0) {
          signature.getInputArgBuilder(0).setType(pick(types()));
        }
      }
      case 6 -> {
        if (signature.getOutputArgCount() > 0) {
          signature.removeOutputArg(0);
        }
      }
      default -> {
        for (String result : List.copyOf(function.getRetMap().keySet())) {
          function.putRet(result, pick(List.of("x", "none", "none:y:0", "", "x:0")));
        }
      }
    }
  }

  private TensorShapeProto shape() {
    TensorShapeProto.Builder shape = TensorShapeProto.newBuilder();
    for (int i = random.nextInt(4); i > 0; i--) {
      shape.addDim(
          TensorShapeProto.Dim.newBuilder().setSize(NUMBERS[random.nextInt(NUMBERS.length)]));
    }
    return shape.build();
  }

  private static List<DataType> types() {
    return List.of(
        DataType.DT_FLOAT,
        DataType.DT_DOUBLE,
        DataType.DT_INT32,
        DataType.DT_BOOL,
        DataType.DT_STRING,
        DataType.DT_RESOURCE,
        DataType.DT_VARIANT,
        DataType.DT_FLOAT_REF,
        DataType.DT_INVALID);
  }

  private <T> T pick(List<T> list) {
    return list.get(random.nextInt(list.size()));
  }
}
