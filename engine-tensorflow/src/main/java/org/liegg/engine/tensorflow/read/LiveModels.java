package org.liegg.engine.tensorflow.read;

import java.nio.charset.StandardCharsets;
import java.util.List;
import org.liegg.api.spi.support.Sha256;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.tensorflow.Graph;
import org.tensorflow.SavedModelBundle;
import org.tensorflow.Session;
import org.tensorflow.proto.GraphDef;
import org.tensorflow.proto.MetaGraphDef;

/** Reads models that the caller holds. */
public final class LiveModels {

  private LiveModels() {}

  /** Reads a loaded model; its variables have the values of the moment when they are asked for. */
  public static SourceModel of(SavedModelBundle bundle, String description, ModelFaults faults) {
    MetaGraphDef meta = bundle.metaGraphDef();
    GraphDef graph = meta.getGraphDef();
    SessionVariables variables = new SessionVariables(bundle.graph(), bundle.session(), faults);
    return new SourceModel(
        description, sha256(graph, variables), graph, Signatures.of(meta), variables.orSaved(meta));
  }

  /** Reads a graph; its variables have the values that a session holds when they are asked for. */
  public static SourceModel of(
      Graph graph, Session session, String description, ModelFaults faults) {
    GraphDef definition = graph.toGraphDef();
    SessionVariables variables = new SessionVariables(graph, session, faults);
    return BareGraphs.of(description, sha256(definition, variables), definition, variables);
  }

  /** Of the graph, and of what can be read of the variables as they are now. */
  private static String sha256(GraphDef graph, SessionVariables variables) {
    Sha256 sha256 = new Sha256();
    for (var node : graph.getNodeList()) {
      byte[] text =
          (node.getName() + " " + node.getOp() + " " + node.getInputList())
              .getBytes(StandardCharsets.UTF_8);
      sha256.update(text, text.length);
      if (node.getOp().equals("Const")) {
        byte[] value = node.getAttrOrThrow("value").getTensor().toByteArray();
        sha256.update(value, value.length);
      }
    }
    for (byte[] value : variables.contents(List.copyOf(graph.getNodeList()))) {
      sha256.update(value, value.length);
    }
    return sha256.hex();
  }
}
