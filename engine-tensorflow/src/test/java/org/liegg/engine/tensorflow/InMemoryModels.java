package org.liegg.engine.tensorflow;

import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.read.Signatures;
import org.liegg.engine.tensorflow.read.SourceModel;
import org.liegg.engine.tensorflow.read.VariableValues;
import org.tensorflow.proto.MetaGraphDef;

/** Opens models that were never written to a file. */
public final class InMemoryModels {

  private InMemoryModels() {}

  /** A session in double precision. */
  public static ModelGradient open(MetaGraphDef model, VariableValues variables) {
    return open(model, variables, new ModelOptions(Precision.DOUBLE));
  }

  public static ModelGradient open(
      MetaGraphDef model, VariableValues variables, ModelOptions options) {
    SourceModel source =
        new SourceModel("test", "", model.getGraphDef(), Signatures.of(model), variables);
    return Models.open(
        new ModelOpening(source, options, new ModelFaults("test")).prepared(), options);
  }
}
