package org.liegg.engine.dl4j;

import java.util.Map;
import org.deeplearning4j.nn.conf.ComputationGraphConfiguration;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.ModelGradient;
import org.nd4j.autodiff.samediff.SameDiff;

/**
 * Differentiates networks that the caller holds, without a file and without a registry. Networks
 * are copied: they are not changed, and training them further does not change the session. They run
 * in inference mode: dropout and weight noise do nothing, batch normalisation takes its running
 * statistics.
 *
 * <p>All methods throw a {@link org.liegg.api.ModelException} if the network is not initialised,
 * holds parameters that are not finite, has no such input or output, needs to be told the shape of
 * its samples, or has a part that cannot be differentiated rightly, which they name.
 */
public final class Dl4jGradients {

  private Dl4jGradients() {}

  /** As {@link #of(MultiLayerNetwork, ModelOptions)}, in single precision. */
  public static ModelGradient of(MultiLayerNetwork network) {
    return of(network, ModelOptions.defaults());
  }

  /** Opens a session on a network. */
  public static ModelGradient of(MultiLayerNetwork network, ModelOptions options) {
    return LiveNetworks.opened(network).open(options);
  }

  /**
   * Opens a session on a network that was read from somewhere: the session reports this origin as
   * its own.
   */
  public static ModelGradient of(
      MultiLayerNetwork network, ModelOptions options, NetworkOrigin origin) {
    return LiveNetworks.opened(network, origin).open(options);
  }

  /** As {@link #of(ComputationGraph, ModelOptions)}, in single precision. */
  public static ModelGradient of(ComputationGraph graph) {
    return of(graph, ModelOptions.defaults());
  }

  /** Opens a session on a graph. */
  public static ModelGradient of(ComputationGraph graph, ModelOptions options) {
    return LiveNetworks.opened(graph).open(options);
  }

  /** Opens a session on a graph that was read from somewhere, which the session reports. */
  public static ModelGradient of(
      ComputationGraph graph, ModelOptions options, NetworkOrigin origin) {
    return LiveNetworks.opened(graph, origin).open(options);
  }

  /** As {@link #of(SameDiff, String, String, ModelOptions)}, in single precision. */
  public static ModelGradient of(SameDiff graph, String input, String output) {
    return of(graph, input, output, ModelOptions.defaults());
  }

  /**
   * Opens a session on a SameDiff graph of which one placeholder varies; it must have no others.
   *
   * @param input name of the placeholder, whose first axis counts samples
   * @param output name of the variable to differentiate, whose first axis counts samples; the
   *     options' own input and output are not looked at
   */
  public static ModelGradient of(
      SameDiff graph, String input, String output, ModelOptions options) {
    return LiveNetworks.open(graph, input, output, options);
  }

  /**
   * A network that was read from somewhere: its sessions report this origin.
   *
   * @param configuration of a network that has not been made
   * @param parameters all its parameters, in Deeplearning4j's order
   */
  public static ReadNetwork network(
      MultiLayerConfiguration configuration, double[] parameters, NetworkOrigin origin) {
    return new ReadNetwork(ConfiguredNetworks.opened(configuration, parameters, origin));
  }

  /**
   * A graph that was read from somewhere: its sessions report this origin.
   *
   * @param configuration of a graph that has not been made
   * @param parameters by vertex, those of each in Deeplearning4j's order
   */
  public static ReadNetwork network(
      ComputationGraphConfiguration configuration,
      Map<String, double[]> parameters,
      NetworkOrigin origin) {
    return new ReadNetwork(ConfiguredNetworks.opened(configuration, parameters, origin));
  }
}
