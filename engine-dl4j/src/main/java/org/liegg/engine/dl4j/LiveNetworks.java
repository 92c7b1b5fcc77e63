package org.liegg.engine.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelSource;
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
  static OpenNetwork opened(MultiLayerNetwork network, @Nullable NetworkOrigin origin) {
    ModelFaults faults = faults(network, origin);
    double[] parameters = parameters(network.isInitCalled(), network.params(), faults);
    byte[] json = json(() -> network.getLayerWiseConfigurations().toJson());
    NetworkOrigin from = origin == null ? origin(network, json, parameters) : origin;
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
  static OpenNetwork opened(ComputationGraph graph, @Nullable NetworkOrigin origin) {
    ModelFaults faults = faults(graph, origin);
    // A graph that is not initialised has no topological order yet, and no parameters.
    boolean initialised = graph.getVertices() != null;
    double[] parameters = parameters(initialised, initialised ? graph.params() : null, faults);
    byte[] json = json(() -> graph.getConfiguration().toJson());
    NetworkOrigin from = origin == null ? origin(graph, json, parameters) : origin;
    return GraphModel.of(FaithfulCopies.of(graph.getConfiguration(), faults), parameters, from);
  }

  private static ModelFaults faults(Object network, @Nullable NetworkOrigin origin) {
    return new ModelFaults(
        origin == null ? ModelSource.live(network).description() : origin.path());
  }

  private static NetworkOrigin origin(Object network, byte[] json, double[] parameters) {
    return NetworkOrigin.own(
        ModelSource.live(network).description(), sha256(json, parameters), List.of());
  }

  /** The chain of dense layers that a configuration describes, if it does. */
  private static Optional<List<LayerPlan>> layers(byte[] json, ModelFaults faults) {
    if (json.length == 0) {
      return Optional.empty();
    }
    NetworkReader reader = new NetworkReader(faults);
    JsonNode configuration = reader.parse(json);
    return reader.layers(configuration);
  }

  /** Empty for configurations that cannot be written: a layer of the user's own need not be. */
  private static byte[] json(Supplier<String> configuration) {
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

  /** Of the configuration, where it can be written, and the parameters. */
  static String sha256(byte[] json, double[] parameters) {
    Sha256 sha256 = new Sha256();
    sha256.update(json, json.length);
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES);
    for (double parameter : parameters) {
      sha256.update(bytes.putDouble(0, parameter).array(), Double.BYTES);
    }
    return sha256.hex();
  }
}
