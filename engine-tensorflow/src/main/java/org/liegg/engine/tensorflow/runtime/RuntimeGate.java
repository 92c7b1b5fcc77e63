package org.liegg.engine.tensorflow.runtime;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.liegg.engine.tensorflow.graph.FunctionCalls;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.PrintableText;
import org.tensorflow.proto.FunctionDef;
import org.tensorflow.proto.FunctionDefLibrary;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * What every graph passes before native code sees it. Functions that nothing names, gradients that
 * are registered for functions, devices, and attributes that only steer how a graph is run are
 * taken away; all that stays must compute.
 */
public final class RuntimeGate {
  /** Settings of a runtime within a call: of threads, optimisers and files of traces. */
  private static final Set<String> STEERING = Set.of("config", "config_proto", "executor_type");

  private static final Set<String> SINGLE_NODES =
      Set.of(
          "Enter", "RefEnter", "Exit", "RefExit", "NextIteration", "RefNextIteration", "LoopCond");

  private RuntimeGate() {}

  /**
   * The graph as the runtime may have it.
   *
   * @throws org.liegg.api.ModelException if anything in it does more than compute, its functions
   *     call each other without end, or its constants are not numbers or too large
   */
  public static GraphDef admitted(GraphDef graph, ModelFaults faults) {
    GraphDef pruned = pruned(graph, faults);
    OpAllowList.read().checkComputing(pruned, faults);
    new FunctionCalls(pruned, faults).requireBounded();
    new ConstantChecks(faults).require(pruned);
    requireRunnable(pruned.getNodeList(), faults);
    for (FunctionDef function : pruned.getLibrary().getFunctionList()) {
      requireRunnable(function.getNodeDefList(), faults);
      requirePrintable(function.getSignature().getName(), faults);
      function.getSignature().getInputArgList().forEach(a -> requirePrintable(a.getName(), faults));
      function.getRetMap().values().forEach(name -> requirePrintable(name, faults));
    }
    return pruned;
  }

  /**
   * A loop of single nodes is beyond the reach of any limit once it runs, and asking for its
   * gradient ends the process.
   */
  private static void requireRunnable(List<NodeDef> nodes, ModelFaults faults) {
    for (NodeDef node : nodes) {
      requirePrintable(node.getName(), faults);
      node.getInputList().forEach(input -> requirePrintable(input, faults));
      node.getAttrMap().keySet().forEach(attribute -> requirePrintable(attribute, faults));
      if (SINGLE_NODES.contains(node.getOp())) {
        throw faults.unsupported(
            "it has a loop of single nodes, which nothing can stop while it runs: %s (node %s)"
                .formatted(node.getOp(), node.getName()),
            "save it with loops over functions: tf.compat.v1.enable_control_flow_v2()");
      }
    }
  }

  /** The runtime itself writes names to the terminal when it refuses a graph. */
  private static void requirePrintable(String name, ModelFaults faults) {
    if (!PrintableText.isPrintable(name)) {
      throw faults.corrupt("a name in its graph cannot be printed: " + name);
    }
  }

  private static GraphDef pruned(GraphDef graph, ModelFaults faults) {
    GraphDef.Builder plain = graph.toBuilder().clearNode().clearLibrary().clearDebugInfo();
    graph.getNodeList().forEach(node -> plain.addNode(plain(node)));
    for (FunctionDef function : graph.getLibrary().getFunctionList()) {
      plain.getLibraryBuilder().addFunction(plain(function));
    }
    GraphDef whole = plain.build();
    Set<String> reachable = new FunctionCalls(whole, faults).reachable();
    FunctionDefLibrary.Builder library = FunctionDefLibrary.newBuilder();
    for (FunctionDef function : whole.getLibrary().getFunctionList()) {
      if (reachable.contains(function.getSignature().getName())) {
        library.addFunction(function);
      }
    }
    requireDistinct(library.getFunctionList(), faults);
    return whole.toBuilder().setLibrary(library).build();
  }

  private static void requireDistinct(List<FunctionDef> functions, ModelFaults faults) {
    Set<String> names = new HashSet<>();
    for (FunctionDef function : functions) {
      String name = function.getSignature().getName();
      if (!names.add(name)) {
        throw faults.corrupt("it defines function %s twice".formatted(name));
      }
    }
  }

  /** Keeps the signature, whose defaults are checked as what they name may be called. */
  private static FunctionDef plain(FunctionDef function) {
    FunctionDef.Builder plain =
        function.toBuilder().clearAttr().clearArgAttr().clearResourceArgUniqueId().clearNodeDef();
    function.getNodeDefList().forEach(node -> plain.addNodeDef(plain(node)));
    return plain.build();
  }

  private static NodeDef plain(NodeDef node) {
    boolean steered = node.getAttrMap().keySet().stream().anyMatch(RuntimeGate::steers);
    boolean placed = !node.getDevice().isEmpty();
    if (!steered && !placed && !node.hasExperimentalDebugInfo() && !node.hasExperimentalType()) {
      return node;
    }
    NodeDef.Builder plain =
        node.toBuilder().clearDevice().clearExperimentalDebugInfo().clearExperimentalType();
    node.getAttrMap().keySet().stream().filter(RuntimeGate::steers).forEach(plain::removeAttr);
    return plain.build();
  }

  private static boolean steers(String attribute) {
    return attribute.startsWith("_") || STEERING.contains(attribute);
  }
}
