package org.liegg.engine.tensorflow;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.tensorflow.proto.MetaGraphDef;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/** Variables of a saved model, from its checkpoint. */
final class CheckpointVariables implements VariableValues {
  private final Path prefix;
  private final MetaGraphDef meta;
  private final InlineFunctions inlining;
  private final ModelFaults faults;

  CheckpointVariables(
      Path prefix, MetaGraphDef meta, InlineFunctions inlining, ModelFaults faults) {
    this.prefix = prefix;
    this.meta = meta;
    this.inlining = inlining;
    this.faults = faults;
  }

  @Override
  public Map<String, TensorProto> read(Collection<NodeDef> variables) {
    Map<String, TensorProto> values = new HashMap<>();
    if (variables.isEmpty()) {
      return values;
    }
    Checkpoint checkpoint = Checkpoint.open(prefix, faults);
    Map<String, String> names =
        RestoredNames.read(meta.getGraphDef(), meta.getSaverDef().getRestoreOpName(), inlining);
    for (NodeDef variable : variables) {
      String key =
          List.of(
                  names.getOrDefault(variable.getName(), variable.getName()),
                  Nodes.text(variable, "shared_name"),
                  variable.getName() + "/.ATTRIBUTES/VARIABLE_VALUE")
              .stream()
              .filter(checkpoint::has)
              .findFirst()
              .orElseThrow(
                  () ->
                      faults.corrupt(
                          "its checkpoint has no value for variable " + variable.getName()));
      values.put(variable.getName(), checkpoint.read(key));
    }
    return values;
  }
}
