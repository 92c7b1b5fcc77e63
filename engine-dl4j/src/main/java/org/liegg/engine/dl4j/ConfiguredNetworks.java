package org.liegg.engine.dl4j;

import java.util.Map;
import java.util.stream.DoubleStream;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.liegg.engine.dl4j.dense.ChainBuilder;
import org.liegg.engine.dl4j.dense.ChainModel;
import org.liegg.engine.dl4j.dense.NetworkReader;
import org.liegg.engine.dl4j.graph.FaithfulCopies;
import org.liegg.engine.dl4j.graph.GraphConfigurations;
import org.liegg.engine.dl4j.graph.GraphModel;
import org.liegg.engine.dl4j.image.VertexOrder;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.OpenNetwork;

/**
 * Takes configurations with parameters, which were read from somewhere and of which Deeplearning4j
 * has made no network. What of it is computed in Java then needs no array of ND4J.
 */
final class ConfiguredNetworks {

  private ConfiguredNetworks() {}

  /** A chain of layers, whose configuration is copied. */
  static OpenNetwork opened(
      MultiLayerConfiguration configuration, double[] parameters, NetworkOrigin origin) {
    ModelFaults faults = new ModelFaults(origin.path());
    return ChainTrees.of(configuration)
        .map(tree -> new NetworkReader(faults).layers(tree))
        .orElseGet(() -> LiveNetworks.layers(LiveNetworks.json(configuration::toJson), faults))
        .<OpenNetwork>map(
            layers -> new ChainModel(origin, new ChainBuilder(layers, faults), parameters))
        .orElseGet(
            () ->
                GraphModel.of(
                    GraphConfigurations.of(configuration.clone(), faults), parameters, origin));
  }

  /**
   * A graph, whose configuration is copied.
   *
   * @param parameters by vertex
   */
  static OpenNetwork opened(
      ComputationGraphConfiguration configuration,
      Map<String, double[]> parameters,
      NetworkOrigin origin) {
    double[] all =
        VertexOrder.of(configuration).stream()
            .flatMapToDouble(name -> DoubleStream.of(parameters.getOrDefault(name, new double[0])))
            .toArray();
    return GraphModel.of(
        FaithfulCopies.of(configuration, new ModelFaults(origin.path())), all, origin);
  }
}
