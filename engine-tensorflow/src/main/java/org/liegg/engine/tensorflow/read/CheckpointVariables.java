package org.liegg.engine.tensorflow.read;

import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.stream.Stream;
import org.liegg.engine.tensorflow.graph.InlineFunctions;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.graph.Nodes;
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
    Map<String, String> restored =
        RestoredNames.read(meta.getGraphDef(), meta.getSaverDef().getRestoreOpName(), inlining);
    Map<String, String> captured =
        restored.keySet().containsAll(variables.stream().map(NodeDef::getName).toList())
            ? Map.of()
            : CapturedNames.read(meta, checkpoint, faults);
    for (NodeDef variable : variables) {
      String name = variable.getName();
      String key =
          Stream.of(
                  restored.getOrDefault(name, name),
                  captured.getOrDefault(name, name),
                  Nodes.text(variable, "shared_name"),
                  name + "/.ATTRIBUTES/VARIABLE_VALUE")
              .filter(checkpoint::has)
              .findFirst()
              .orElseThrow(
                  () -> faults.corrupt("its checkpoint has no value for variable " + name));
      values.put(name, checkpoint.read(key));
    }
    return values;
  }
}
