package org.liegg.engine.tensorflow.read;

import java.util.List;
import java.util.Map;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.OpCatalog;
import org.tensorflow.proto.GraphDef;

/** Models that are a graph alone, whose inputs and outputs the user names. */
final class BareGraphs {

  private BareGraphs() {}

  /** A graph whose variables were frozen before it was saved. */
  static SourceModel frozen(String description, String sha256, GraphDef graph, ModelFaults faults) {
    VariableValues none =
        variables -> {
          if (!variables.isEmpty()) {
            throw faults.of(
                "LIEGG-MODEL-NO-VARIABLES",
                "it has variables, and a graph file holds no values for them",
                "freeze the graph, or give the whole saved model");
          }
          return Map.of();
        };
    return of(description, sha256, graph, none);
  }

  static SourceModel of(
      String description, String sha256, GraphDef graph, VariableValues variables) {
    return new SourceModel(
        description,
        sha256,
        graph,
        List.of(Signatures.ofGraph(graph, OpCatalog.registered())),
        variables);
  }
}
