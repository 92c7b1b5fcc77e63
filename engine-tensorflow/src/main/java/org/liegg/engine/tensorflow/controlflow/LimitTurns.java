package org.liegg.engine.tensorflow.controlflow;

import com.google.protobuf.ByteString;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import org.liegg.engine.tensorflow.graph.ControlFlow;
import org.liegg.engine.tensorflow.graph.GraphPass;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
import org.liegg.engine.tensorflow.graph.TensorName;
import org.liegg.engine.tensorflow.graph.Tensors;
import org.tensorflow.proto.AttrValue;
import org.tensorflow.proto.DataType;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.OpDef;
import org.tensorflow.proto.TensorProto;
import org.tensorflow.proto.TensorShapeProto;

/**
 * {@code limit-turns}: gives every loop that the samples decide a counter, which ends the run when
 * it is too large. Loops within functions count for themselves.
 */
public final class LimitTurns implements GraphPass {
  /** The largest number of turns of one loop. */
  public static final int MAX_TURNS = 100_000;

  /** What the failure of a run is told by. */
  public static final String MARK = "liegg_turns_are_too_many";

  private static final String TURN = "liegg_turn";
  private static final String CONDITION = "_condition_counted";
  private static final String BODY = "_body_counted";

  private final ModelFaults faults;
  private final Set<String> conditions = new LinkedHashSet<>();
  private final Set<String> bodies = new LinkedHashSet<>();

  public LimitTurns(ModelFaults faults) {
    this.faults = faults;
  }

  @Override
  public String name() {
    return "limit-turns";
  }

  @Override
  public GraphDef apply(GraphDef graph) {
    conditions.clear();
    bodies.clear();
    GraphDef.Builder counted = graph.toBuilder().clearNode().clearLibrary();
    counted.addAllNode(counted(graph.getNodeList(), ""));
    for (FunctionDef function : graph.getLibrary().getFunctionList()) {
      counted
          .getLibraryBuilder()
          .addFunction(
              function.toBuilder()
                  .clearNodeDef()
                  .addAllNodeDef(counted(function.getNodeDefList(), ":output:0")));
    }
    for (FunctionDef function : List.copyOf(counted.getLibrary().getFunctionList())) {
      String name = function.getSignature().getName();
      if (conditions.contains(name)) {
        counted.getLibraryBuilder().addFunction(condition(function));
      }
      if (bodies.contains(name)) {
        counted.getLibraryBuilder().addFunction(body(function));
      }
    }
    return counted.build();
  }

  /**
   * The nodes, with a counter for each loop among them.
   *
   * @param output what follows a constant's name where its value is read
   */
  private List<NodeDef> counted(List<NodeDef> nodes, String output) {
    List<NodeDef> all = new ArrayList<>();
    for (NodeDef node : nodes) {
      if (ControlFlow.isLoop(node.getOp())) {
        String zero = node.getName() + "/" + TURN;
        all.add(Nodes.constant(zero, Tensors.ints(0)));
        all.add(counted(node, zero + output));
      } else {
        all.add(node);
      }
    }
    return all;
  }

  private NodeDef counted(NodeDef loop, String zero) {
    AttrValue types = loop.getAttrOrDefault("T", AttrValue.getDefaultInstance());
    if (!types.hasList()) {
      throw faults.unsupported(
          "its loop %s leaves open of what types it is".formatted(loop.getName()),
          "save the model again, for inference");
    }
    NodeDef.Builder counted =
        loop.toBuilder().clearInput().addAllInput(Nodes.tensors(loop)).addInput(zero);
    loop.getInputList().stream().filter(TensorName::isControl).forEach(counted::addInput);
    AttrValue.Builder longer = types.toBuilder();
    longer.getListBuilder().addType(DataType.DT_INT32);
    counted.putAttr("T", longer.build());
    AttrValue shapes = loop.getAttrOrDefault("output_shapes", AttrValue.getDefaultInstance());
    if (shapes.getList().getShapeCount() > 0) {
      AttrValue.Builder more = shapes.toBuilder();
      more.getListBuilder().addShape(TensorShapeProto.getDefaultInstance());
      counted.putAttr("output_shapes", more.build());
    }
    counted.putAttr("cond", renamed(loop, "cond", conditions, CONDITION));
    return counted.putAttr("body", renamed(loop, "body", bodies, BODY)).build();
  }

  private static AttrValue renamed(
      NodeDef loop, String attribute, Set<String> named, String suffix) {
    AttrValue.Builder function =
        loop.getAttrOrDefault(attribute, AttrValue.getDefaultInstance()).toBuilder();
    String name = function.getFunc().getName();
    named.add(name);
    function.getFuncBuilder().setName(name + suffix);
    return function.build();
  }

  private static FunctionDef condition(FunctionDef function) {
    FunctionDef.Builder counted = function.toBuilder();
    counted
        .getSignatureBuilder()
        .setName(function.getSignature().getName() + CONDITION)
        .addInputArg(OpDef.ArgDef.newBuilder().setName(TURN).setType(DataType.DT_INT32));
    return counted.build();
  }

  /** Fails where the turn is too large, before it tells the next. */
  private static FunctionDef body(FunctionDef function) {
    FunctionDef.Builder counted = function.toBuilder();
    counted
        .getSignatureBuilder()
        .setName(function.getSignature().getName() + BODY)
        .addInputArg(OpDef.ArgDef.newBuilder().setName(TURN).setType(DataType.DT_INT32))
        .addOutputArg(
            OpDef.ArgDef.newBuilder().setName("liegg_next_turn").setType(DataType.DT_INT32));
    AttrValue whole = Nodes.type(DataType.DT_INT32);
    AttrValue.Builder words = AttrValue.newBuilder();
    words.getListBuilder().addType(DataType.DT_STRING);
    return counted
        .addNodeDef(Nodes.constant("liegg_limit", Tensors.ints(MAX_TURNS)))
        .addNodeDef(
            Nodes.node("liegg_few", "Less", TURN, "liegg_limit:output:0").putAttr("T", whole))
        .addNodeDef(Nodes.constant("liegg_words", mark()))
        .addNodeDef(
            Nodes.node("liegg_assert", "Assert", "liegg_few:z:0", "liegg_words:output:0")
                .putAttr("T", words.build()))
        .addNodeDef(Nodes.constant("liegg_one", Tensors.ints(1)))
        .addNodeDef(
            Nodes.node("liegg_count", "AddV2", TURN, "liegg_one:output:0", "^liegg_assert")
                .putAttr("T", whole))
        .putRet("liegg_next_turn", "liegg_count:z:0")
        .build();
  }

  private static TensorProto mark() {
    return TensorProto.newBuilder()
        .setDtype(DataType.DT_STRING)
        .setTensorShape(TensorShapeProto.getDefaultInstance())
        .addStringVal(ByteString.copyFromUtf8(MARK))
        .build();
  }
}
