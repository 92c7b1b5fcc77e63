package org.liegg.engine.dl4j;

import java.nio.charset.StandardCharsets;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.liegg.api.ModelException;

/** Makes graphs of the entries of saved networks, whose classes have been checked. */
final class GraphFiles {

  private GraphFiles() {}

  /**
   * The network in an archive.
   *
   * @param graph whether it is a {@code ComputationGraph}
   * @throws org.liegg.api.ModelException if configuration and parameters do not make a network
   */
  static OpenNetwork opened(ModelArchive archive, boolean graph, NetworkOrigin origin) {
    ModelFaults faults = new ModelFaults(origin.path());
    String json = new String(archive.configuration(), StandardCharsets.UTF_8);
    ComputationGraphConfiguration configuration = configuration(json, graph, faults);
    long expected = GraphConfigurations.parameters(configuration, faults);
    double[] parameters = Coefficients.read(archive.coefficients(), expected, faults);
    return GraphModel.of(configuration, parameters, origin);
  }

  private static ComputationGraphConfiguration configuration(
      String json, boolean graph, ModelFaults faults) {
    try {
      return graph
          ? ComputationGraphConfiguration.fromJson(json)
          : GraphConfigurations.of(MultiLayerConfiguration.fromJson(json), faults);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError | LinkageError e) {
      throw e instanceof ModelException known
          ? known
          : faults.corrupt(
              "%s: Deeplearning4j cannot read it: %s"
                  .formatted(
                      ModelArchive.CONFIGURATION,
                      LayerReader.printable(String.valueOf(e.getMessage()))),
              e);
    }
  }
}
