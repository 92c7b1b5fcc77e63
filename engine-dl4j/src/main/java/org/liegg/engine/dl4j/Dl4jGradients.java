package org.liegg.engine.dl4j;

import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;

/** Differentiates networks that the caller holds, without a file and without a registry. */
public final class Dl4jGradients {

  private Dl4jGradients() {}

  /** As {@link #of(MultiLayerNetwork, ModelOptions)}, in single precision. */
  public static ModelGradient of(MultiLayerNetwork network) {
    return of(network, ModelOptions.defaults());
  }

  /**
   * Opens a session on a network: a chain of dense, output, loss, activation and dropout layers, in
   * inference mode. Configuration and parameters are copied: the network is not changed, and
   * training it further does not change the session.
   *
   * @throws org.liegg.api.ModelException if the network is not initialised, holds parameters that
   *     are not finite, or has a layer or activation that is not supported
   */
  public static ModelGradient of(MultiLayerNetwork network, ModelOptions options) {
    return LiveNetworks.open(network, ModelSource.live(network).description(), options);
  }
}
