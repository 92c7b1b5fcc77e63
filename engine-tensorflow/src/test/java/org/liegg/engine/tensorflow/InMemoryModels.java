package org.liegg.engine.tensorflow;

import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.tensorflow.proto.MetaGraphDef;

/** Opens models that were never written to a file. */
final class InMemoryModels {

  private InMemoryModels() {}

  /** A session in double precision. */
  static ModelGradient open(MetaGraphDef model, VariableValues variables) {
    return open(model, variables, new ModelOptions(Precision.DOUBLE));
  }

  static ModelGradient open(MetaGraphDef model, VariableValues variables, ModelOptions options) {
    SourceModel source =
        new SourceModel("test", "", model.getGraphDef(), Signatures.of(model), variables);
    return new ModelOpening(source, options, new ModelFaults("test")).open();
  }
}
