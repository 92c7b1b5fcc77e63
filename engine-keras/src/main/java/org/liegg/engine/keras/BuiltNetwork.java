package org.liegg.engine.keras;

import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.liegg.engine.dl4j.Dl4jGradients;
import org.liegg.engine.dl4j.NetworkOrigin;
import org.liegg.engine.dl4j.ReadNetwork;

/** A network of Deeplearning4j that has not been made: its configuration and its parameters. */
sealed interface BuiltNetwork {

  /** The network, of which nothing has been chosen yet. */
  ReadNetwork opened(NetworkOrigin origin);

  /**
   * Layers one after the other.
   *
   * @param parameters of all layers
   */
  record Chain(MultiLayerConfiguration configuration, double[] parameters) implements BuiltNetwork {

    @Override
    public ReadNetwork opened(NetworkOrigin origin) {
      return Dl4jGradients.network(configuration, parameters, origin);
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
    public ReadNetwork opened(NetworkOrigin origin) {
      return Dl4jGradients.network(configuration, parameters, origin);
    }
  }
}
