package org.liegg.engine.tensorflow.runtime;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.NodeDef;

/**
 * Which operations a file may hold. The part that is differentiated may only compute; what stands
 * beside it may save, restore and train as well, as it is never run; anything else is refused
 * before native code sees it.
 */
public final class OpAllowList {
  private final Set<String> computing;
  private final Set<String> bystanding;

  private OpAllowList(Set<String> computing, Set<String> bystanding) {
    this.computing = computing;
    this.bystanding = bystanding;
  }

  /** The lists beside this class, read once. */
  public static OpAllowList read() {
    return Lists.READ;
  }

  /**
   * Looks at all of a file: graph and function library.
   *
   * @throws org.liegg.api.ModelException naming each operation that may stand nowhere
   */
  public void checkAll(GraphDef graph, ModelFaults faults) {
    Set<String> functions = functions(graph);
    requireOwnNames(functions, faults);
    require(refused(graph, functions, bystanding), faults, "it holds");
  }

  /**
   * Looks at the part that is to be run, and at every function that comes with it.
   *
   * @throws org.liegg.api.ModelException naming each operation that does more than compute
   */
  void checkComputing(GraphDef graph, ModelFaults faults) {
    Set<String> functions = functions(graph);
    requireOwnNames(functions, faults);
    Set<String> refused = refused(graph, functions, computing);
    Set<String> harmless = new TreeSet<>(refused);
    harmless.retainAll(bystanding);
    if (!harmless.isEmpty() && harmless.equals(refused)) {
      throw faults.unsupported(
          "its output is computed with %s, which do more than compute with numbers"
              .formatted(ModelFaults.listed(harmless)),
          "take another signature or output with --output, or save the model for inference");
    }
    require(refused, faults, "its output is computed with");
  }

  /** A function that is called as an operation could stand for one of that name. */
  private void requireOwnNames(Set<String> functions, ModelFaults faults) {
    for (String function : functions) {
      if (bystanding.contains(function) || OpCatalog.registered().find(function).isPresent()) {
        throw faults.untrusted("it defines a function that is named as operation " + function);
      }
    }
  }

  private static void require(Set<String> refused, ModelFaults faults, String where) {
    if (!refused.isEmpty()) {
      throw faults.untrusted("%s %s".formatted(where, ModelFaults.listed(refused)));
    }
  }

  private static Set<String> refused(GraphDef graph, Set<String> functions, Set<String> allowed) {
    return Stream.concat(
            graph.getNodeList().stream(),
            graph.getLibrary().getFunctionList().stream()
                .flatMap(function -> function.getNodeDefList().stream()))
        .map(NodeDef::getOp)
        .filter(op -> !allowed.contains(op) && !functions.contains(op))
        .collect(Collectors.toCollection(TreeSet::new));
  }

  private static Set<String> functions(GraphDef graph) {
    return graph.getLibrary().getFunctionList().stream()
        .map(function -> function.getSignature().getName())
        .collect(Collectors.toSet());
  }

  private static Set<String> names(String resource) {
    try (InputStream in = OpAllowList.class.getResourceAsStream(resource)) {
      if (in == null) {
        throw new IllegalStateException("The engine's jar lacks " + resource);
      }
      return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8))
          .lines()
          .filter(line -> !line.startsWith("#"))
          .flatMap(line -> Arrays.stream(line.trim().split("\\s+")))
          .filter(name -> !name.isEmpty())
          .collect(Collectors.toUnmodifiableSet());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static final class Lists {
    static final OpAllowList READ = lists();

    private static OpAllowList lists() {
      Set<String> computing = names("computing-ops.txt");
      Set<String> all = new HashSet<>(names("bystanding-ops.txt"));
      all.addAll(computing);
      return new OpAllowList(computing, all);
    }
  }
}
