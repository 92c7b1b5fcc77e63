package org.liegg.engine.dl4j;

import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;
import org.nd4j.autodiff.samediff.SameDiff;

/** Opens SameDiff graphs that the caller holds. */
final class SameDiffs {

  private SameDiffs() {}

  static ModelGradient open(SameDiff graph, String input, String output, ModelOptions options) {
    throw new ModelFaults(ModelSource.live(graph).description())
        .unsupported("it is a SameDiff graph", "give a network");
  }
}
