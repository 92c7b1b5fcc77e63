package org.liegg.training.dl4j;

import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.dl4j.Dl4jGradients;

/** What the two kinds of network have in common and {@link Model} does not say. */
final class Networks {

  private Networks() {}

  /**
   * A session on a copy of what a listener was called with.
   *
   * @throws ModelException if it is no network, or not one that the engine supports
   */
  static ModelGradient open(Model model, ModelOptions options) {
    if (model instanceof MultiLayerNetwork network) {
      return Dl4jGradients.of(network, options);
    }
    if (model instanceof ComputationGraph graph) {
      return Dl4jGradients.of(graph, options);
    }
    throw new ModelException(
        "LIEGG-MODEL-UNSUPPORTED",
        "model live " + model.getClass().getSimpleName(),
        "it is not a network that can be differentiated",
        "give the listener to a MultiLayerNetwork or a ComputationGraph");
  }

  /** Updates of the parameters done; 0 where that is not known. */
  static int iterations(Model model) {
    if (model instanceof MultiLayerNetwork network) {
      return network.getIterationCount();
    }
    return model instanceof ComputationGraph graph ? graph.getIterationCount() : 0;
  }

  /** Epochs completed; 0 where that is not known. */
  static int epochs(Model model) {
    if (model instanceof MultiLayerNetwork network) {
      return network.getEpochCount();
    }
    return model instanceof ComputationGraph graph ? graph.getEpochCount() : 0;
  }
}
