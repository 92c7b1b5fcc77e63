package org.liegg.engine.keras;

import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.liegg.api.ModelLayout;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.PreparedModel;
import org.liegg.engine.dl4j.Dl4jGradients;
import org.liegg.engine.dl4j.NetworkOrigin;

/** A network of Deeplearning4j that has not been made: its configuration and its parameters. */
sealed interface BuiltNetwork {

  /** The network, ready for sessions on it. */
  PreparedModel prepare(ModelOptions options, NetworkOrigin origin);

  /** What of it can be chosen. */
  ModelLayout layout(ModelOptions options, NetworkOrigin origin);

  /**
   * Layers one after the other.
   *
   * @param parameters of all layers
   */
  record Chain(MultiLayerConfiguration configuration, double[] parameters) implements BuiltNetwork {

    @Override
    public PreparedModel prepare(ModelOptions options, NetworkOrigin origin) {
      return Dl4jGradients.prepare(configuration, parameters, options, origin);
    }

    @Override
    public ModelLayout layout(ModelOptions options, NetworkOrigin origin) {
      return Dl4jGradients.layout(configuration, parameters, options, origin);
    }
  }

  /**
   * A graph.
   *
   * @param parameters by the name of the layer
   */
  record Graph(ComputationGraphConfiguration configuration, Map<String, double[]> parameters)
      implements BuiltNetwork {

    @Override
    public PreparedModel prepare(ModelOptions options, NetworkOrigin origin) {
      return Dl4jGradients.prepare(configuration, parameters, options, origin);
    }

    @Override
    public ModelLayout layout(ModelOptions options, NetworkOrigin origin) {
      return Dl4jGradients.layout(configuration, parameters, options, origin);
    }
  }
}
