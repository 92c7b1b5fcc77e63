package org.liegg.engine.tensorflow.read;

import java.util.List;
import org.tensorflow.proto.GraphDef;

/**
 * A model as it came, before anything was rewritten.
 *
 * @param description the path, or what the live object is
 * @param sha256 of the files, or of graph and parameters of a live object
 * @param graph nodes and library of functions
 * @param signatures what can be called; for a graph without signatures one without a name, from
 *     placeholders to sinks
 * @param variables where their values are
 */
public record SourceModel(
    String description,
    String sha256,
    GraphDef graph,
    List<Signature> signatures,
    VariableValues variables) {

  /** Whether inputs and outputs are tensors that the user has to name. */
  public boolean isBareGraph() {
    return signatures.size() == 1 && signatures.get(0).name().isEmpty();
  }
}
