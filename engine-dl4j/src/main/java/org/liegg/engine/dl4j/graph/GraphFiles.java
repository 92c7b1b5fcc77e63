package org.liegg.engine.dl4j.graph;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.function.BiFunction;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.liegg.api.ModelOptions;
import org.liegg.engine.dl4j.archive.Coefficients;
import org.liegg.engine.dl4j.archive.ConfigurationMapper;
import org.liegg.engine.dl4j.archive.ModelArchive;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.OpenNetwork;
import org.liegg.engine.dl4j.session.Origin;
import org.liegg.engine.dl4j.session.Text;
import org.nd4j.linalg.factory.Nd4j;

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
    ComputationGraphConfiguration configuration =
        configuration(json, GraphConfigurations::of, faults);
    long expected = GraphConfigurations.parameters(configuration, faults);
    double[] parameters = Coefficients.read(archive.coefficients(), expected, faults);
    return GraphModel.of(configuration, parameters, origin);
  }

  /**
   * The network in an archive as it was trained, a chain of layers as a graph.
   *
   * @param json its configuration, whose classes have been checked
   * @param archive where its parameters are
   * @throws org.liegg.api.ModelException if configuration and parameters do not make a network
   */
  public static ComputationGraph trained(JsonNode json, ModelArchive archive, ModelFaults faults) {
    ComputationGraphConfiguration configuration =
        configuration(json, GraphConfigurations::asTrained, faults);
    long expected = GraphConfigurations.parameters(configuration, faults);
    double[] parameters = Coefficients.read(archive.coefficients(), expected, faults);
    ComputationGraph network = new ComputationGraph(configuration);
    try {
      network.init();
      if (parameters.length > 0) {
        network.setParams(
            Nd4j.createFromArray(parameters)
                .castTo(configuration.getDataType())
                .reshape(1, parameters.length));
      }
      return network;
    } catch (RuntimeException e) {
      throw faults.corrupt("its layers do not make a network: " + Text.message(e), e);
    }
  }

  /**
   * The shape of one sample of an input.
   *
   * @throws org.liegg.api.ModelException if nobody says it
   */
  public static List<Integer> shape(
      ComputationGraphConfiguration graph, String input, ModelOptions options, ModelFaults faults) {
    return new InputShapes(graph, options, faults).of(input);
  }

  private static ComputationGraphConfiguration configuration(
      JsonNode json,
      BiFunction<MultiLayerConfiguration, ModelFaults, ComputationGraphConfiguration> chain,
      ModelFaults faults) {
    LayerSizes.check(json, faults);
    ConfigurationMapper mapper = new ConfigurationMapper(faults);
    if (!json.has("vertices")) {
      return chain.apply(mapper.read(json, MultiLayerConfiguration.class), faults);
    }
    ComputationGraphConfiguration graph = mapper.read(json, ComputationGraphConfiguration.class);
    new GraphStructure(graph, faults).check();
    return graph;
  }
}
