package org.liegg.engine.tensorflow.read;

import java.util.Collection;
import java.util.Map;
import org.tensorflow.proto.NodeDef;
import org.tensorflow.proto.TensorProto;

/** Reads the values of a model's variables. */
public interface VariableValues {

  /**
   * The values of variables by the names of their nodes.
   *
   * @throws org.liegg.api.ModelException if one has no value, or it cannot be read
   */
  Map<String, TensorProto> read(Collection<NodeDef> variables);
}
