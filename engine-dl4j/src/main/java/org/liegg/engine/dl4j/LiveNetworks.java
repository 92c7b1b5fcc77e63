package org.liegg.engine.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.liegg.api.spi.support.Sha256;
import org.liegg.engine.dl4j.archive.Coefficients;
import org.liegg.engine.dl4j.dense.ChainBuilder;
import org.liegg.engine.dl4j.dense.ChainModel;
import org.liegg.engine.dl4j.dense.LayerPlan;
import org.liegg.engine.dl4j.dense.NetworkReader;
import org.liegg.engine.dl4j.graph.FaithfulCopies;
import org.liegg.engine.dl4j.graph.GraphConfigurations;
import org.liegg.engine.dl4j.graph.GraphModel;
import org.liegg.engine.dl4j.graph.SameDiffModel;
import org.liegg.engine.dl4j.graph.SameDiffs;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.OpenNetwork;
import org.liegg.engine.dl4j.session.Origin;
import org.liegg.engine.dl4j.session.Sessions;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.api.ndarray.INDArray;

/**
 * Takes networks that the caller holds: copies their configuration and parameters. The network is
 * not changed, and changes to it do not show.
 */
final class LiveNetworks {

  private LiveNetworks() {}

  /**
   * A network of the caller's own.
   *
   * @throws org.liegg.api.ModelException if it is not initialised, or has diverged
   */
  static OpenNetwork opened(MultiLayerNetwork network) {
    return opened(network, null);
  }

  /** A network that was read from somewhere. */
  static OpenNetwork opened(MultiLayerNetwork network, @Nullable Origin origin) {
    ModelFaults faults = faults(network, origin);
    double[] parameters = parameters(network.isInitCalled(), network.params(), faults);
    byte[] json = json(() -> network.getLayerWiseConfigurations().toJson());
    Origin from = origin == null ? origin(network, json, parameters) : origin;
    Optional<List<LayerPlan>> layers = layers(json, faults);
    if (layers.isPresent()) {
      return new ChainModel(from, new ChainBuilder(layers.get(), faults), parameters);
    }
    return GraphModel.of(
        GraphConfigurations.of(network.getLayerWiseConfigurations().clone(), faults),
        parameters,
        from);
  }

  /**
   * A graph of the caller's own.
   *
   * @throws org.liegg.api.ModelException if it is not initialised, or has diverged
   */
  static OpenNetwork opened(ComputationGraph graph) {
    return opened(graph, null);
  }

  /** A graph that was read from somewhere. */
  static OpenNetwork opened(ComputationGraph graph, @Nullable Origin origin) {
    ModelFaults faults = faults(graph, origin);
    // A graph that is not initialised has no topological order yet, and no parameters.
    boolean initialised = graph.getVertices() != null;
    double[] parameters = parameters(initialised, initialised ? graph.params() : null, faults);
    byte[] json = json(() -> graph.getConfiguration().toJson());
    Origin from = origin == null ? origin(graph, json, parameters) : origin;
    return GraphModel.of(FaithfulCopies.of(graph.getConfiguration(), faults), parameters, from);
  }

  /**
   * A session on a graph of operations that the caller holds.
   *
   * @throws org.liegg.api.ModelException if the graph has no such variables, or has diverged
   */
  static ModelGradient open(SameDiff graph, String input, String output, ModelOptions options) {
    return Models.open(
        new Sessions(SameDiffs.chosen(graph, input, output, options), origin(graph)), options);
  }

  /**
   * A graph of operations that the caller holds.
   *
   * @throws org.liegg.api.ModelException if it has diverged
   */
  static OpenNetwork opened(SameDiff graph) {
    return new SameDiffModel(graph, origin(graph));
  }

  private static Origin origin(SameDiff graph) {
    String description = ModelSource.live(graph).description();
    return NetworkOrigin.own(description, SameDiffs.sha256(graph), List.of());
  }

  private static ModelFaults faults(Object network, @Nullable Origin origin) {
    return new ModelFaults(
        origin == null ? ModelSource.live(network).description() : origin.path());
  }

  private static Origin origin(Object network, byte[] json, double[] parameters) {
    return NetworkOrigin.own(
        ModelSource.live(network).description(), Sha256.of(json, parameters), List.of());
  }

  /** The layers of a chain that needs no graph; empty where a network is something else. */
  static Optional<List<LayerPlan>> layers(byte[] json, ModelFaults faults) {
    if (json.length == 0) {
      return Optional.empty();
    }
    NetworkReader reader = new NetworkReader(faults);
    JsonNode configuration = reader.parse(json);
    return reader.layers(configuration);
  }

  /**
   * A configuration as it is saved; empty if it cannot be: a layer of the user's own need not be.
   */
  static byte[] json(Supplier<String> configuration) {
    try {
      return configuration.get().getBytes(StandardCharsets.UTF_8);
    } catch (RuntimeException e) {
      return new byte[0];
    }
  }

  private static double[] parameters(
      boolean initialised, @Nullable INDArray parameters, ModelFaults faults) {
    if (!initialised || parameters == null) {
      throw faults.uninitialised();
    }
    double[] values =
        parameters.length() == 0 ? new double[0] : parameters.dup('c').data().asDouble();
    Coefficients.requireFinite(values, faults);
    return values;
  }
}
