package org.liegg.engine.dl4j.graph;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelException;
import org.liegg.engine.dl4j.archive.FlatGraphFile;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.OpenNetwork;
import org.liegg.engine.dl4j.session.Origin;
import org.liegg.engine.dl4j.session.Text;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.autodiff.samediff.VariableType;
import org.nd4j.autodiff.samediff.internal.SameDiffOp;
import org.nd4j.graph.FlatGraph;
import org.nd4j.graph.FlatNode;
import org.nd4j.graph.FlatProperties;
import org.nd4j.graph.FlatVariable;

/** Opens graphs that SameDiff saved, after their bytes, arrays and operations have been checked. */
public final class SameDiffFiles {
  private static final int MAX_NODES = 100_000;

  private SameDiffFiles() {}

  /**
   * The graph in a file.
   *
   * @throws ModelException if the file is missing, broken, too large, or has operations that are
   *     not read from files
   */
  public static OpenNetwork opened(Path path, Origin origin) {
    ModelFaults faults = new ModelFaults(origin.path());
    ByteBuffer bytes = FlatGraphFile.read(path, faults);
    try {
      check(FlatGraph.getRootAsFlatGraph(bytes.duplicate().order(bytes.order())), faults);
    } catch (IllegalArgumentException e) {
      throw faults.corrupt("it has a name that is not text: " + Text.message(e), e);
    }
    SameDiff graph = graph(bytes, faults);
    requireOrder(graph, faults);
    SameDiffs.requireFinite(graph, faults);
    return new SameDiffModel(graph, origin);
  }

  private static void check(FlatGraph graph, ModelFaults faults) {
    if (graph.nodesLength() > MAX_NODES || graph.variablesLength() > MAX_NODES) {
      throw faults.tooLarge(
          "it has %d operations and %d variables, the limit is %d"
              .formatted(graph.nodesLength(), graph.variablesLength(), MAX_NODES));
    }
    for (int i = 0; i < graph.variablesLength(); i++) {
      variable(graph.variables(i), faults);
    }
    for (int i = 0; i < graph.nodesLength(); i++) {
      node(graph.nodes(i), faults);
    }
  }

  private static void variable(FlatVariable variable, ModelFaults faults) {
    String name = variable.name();
    int kind = variable.variabletype();
    if (name == null || variable.id() == null || kind < 0 || kind >= VariableType.values().length) {
      throw faults.corrupt("it has a variable without a name, a number or a kind");
    }
    if (variable.ndarray() != null) {
      FlatArrays.check(variable.ndarray(), name, faults);
    }
  }

  private static void node(FlatNode node, ModelFaults faults) {
    String name = String.valueOf(node.name());
    FlatOperations.check(node, faults);
    if (node.scalar() != null) {
      FlatArrays.check(node.scalar(), name, faults);
    }
    for (int i = 0; i < node.propertiesLength(); i++) {
      FlatProperties property = node.properties(i);
      for (int n = 0; n < property.aLength(); n++) {
        FlatArrays.check(property.a(n), name, faults);
      }
    }
  }

  private static SameDiff graph(ByteBuffer bytes, ModelFaults faults) {
    try {
      return SameDiff.fromFlatBuffers(bytes, false);
    } catch (IOException | RuntimeException | StackOverflowError | OutOfMemoryError e) {
      throw faults.unsupported(
          "SameDiff 1.0.0-M2.1 cannot read it: " + Text.message(e),
          "save it again with that version's SameDiff.save",
          e);
    }
  }

  /** Refuses graphs of which a variable depends on itself: evaluating those need not end. */
  private static void requireOrder(SameDiff graph, ModelFaults faults) {
    Map<String, Integer> open = new HashMap<>();
    Map<String, Set<String>> readers = new HashMap<>();
    for (SameDiffOp op : graph.getOps().values()) {
      Set<String> inputs = new HashSet<>(list(op.getInputsToOp()));
      inputs.forEach(
          name -> readers.computeIfAbsent(name, key -> new HashSet<>()).add(op.getName()));
      open.put(op.getName(), inputs.size());
    }
    Set<String> computed = new HashSet<>();
    graph.getOps().values().forEach(op -> computed.addAll(list(op.getOutputsOfOp())));
    Deque<String> known = new ArrayDeque<>(graph.variableMap().keySet());
    known.removeIf(computed::contains);
    int done = 0;
    for (SameDiffOp op : graph.getOps().values()) {
      if (list(op.getInputsToOp()).isEmpty()) {
        done++;
        known.addAll(list(op.getOutputsOfOp()));
      }
    }
    while (!known.isEmpty()) {
      for (String reader : readers.getOrDefault(known.remove(), Set.of())) {
        if (open.merge(reader, -1, Integer::sum) == 0) {
          done++;
          known.addAll(list(Objects.requireNonNull(graph.getOps().get(reader)).getOutputsOfOp()));
        }
      }
    }
    if (done != graph.getOps().size()) {
      throw faults.corrupt("its operations depend on each other in a circle");
    }
  }

  private static List<String> list(@Nullable List<String> names) {
    return names == null ? List.of() : names;
  }
}
