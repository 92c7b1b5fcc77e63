package org.liegg.engine.dl4j.graph;

import com.fasterxml.jackson.databind.JsonNode;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.liegg.engine.dl4j.archive.Coefficients;
import org.liegg.engine.dl4j.archive.ConfigurationMapper;
import org.liegg.engine.dl4j.archive.ModelArchive;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.OpenNetwork;
import org.liegg.engine.dl4j.session.Origin;

/** Makes graphs of the entries of saved networks, whose classes have been checked. */
public final class GraphFiles {

  private GraphFiles() {}

  /**
   * The network in an archive.
   *
   * @param json its configuration, whose classes have been checked
   * @param archive where its parameters are
   * @throws org.liegg.api.ModelException if configuration and parameters do not make a network
   */
  public static OpenNetwork opened(JsonNode json, ModelArchive archive, Origin origin) {
    ModelFaults faults = new ModelFaults(origin.path());
    ComputationGraphConfiguration configuration = configuration(json, faults);
    long expected = GraphConfigurations.parameters(configuration, faults);
    double[] parameters = Coefficients.read(archive.coefficients(), expected, faults);
    return GraphModel.of(configuration, parameters, origin);
  }

  private static ComputationGraphConfiguration configuration(JsonNode json, ModelFaults faults) {
    LayerSizes.check(json, faults);
    ConfigurationMapper mapper = new ConfigurationMapper(faults);
    if (!json.has("vertices")) {
      return GraphConfigurations.of(mapper.read(json, MultiLayerConfiguration.class), faults);
    }
    ComputationGraphConfiguration graph = mapper.read(json, ComputationGraphConfiguration.class);
    new GraphStructure(graph, faults).check();
    return graph;
  }
}
