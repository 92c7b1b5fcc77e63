package org.liegg.engine.dl4j;

import com.fasterxml.jackson.databind.JsonNode;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.ModelGradient;
import org.nd4j.linalg.api.ndarray.INDArray;

/** Opens networks that the caller holds. */
final class LiveNetworks {

  private LiveNetworks() {}

  /**
   * Copies a network's configuration and parameters; the network is not changed, and changes to it
   * do not show.
   *
   * @throws org.liegg.api.ModelException if it is not initialised or not supported
   */
  static ModelGradient open(MultiLayerNetwork network, String description, ModelOptions options) {
    ModelFaults faults = new ModelFaults(description);
    if (!network.isInitCalled() || network.params() == null) {
      throw faults.uninitialised();
    }
    byte[] json = json(network, faults).getBytes(StandardCharsets.UTF_8);
    NetworkReader reader = new NetworkReader(faults);
    JsonNode configuration = reader.parse(json);
    ChainBuilder builder = new ChainBuilder(reader.layers(configuration), faults);
    double[] parameters = parameters(network.params());
    Coefficients.requireFinite(parameters, faults);
    DenseChain chain = builder.build(parameters);
    return Sessions.open(chain, description, sha256(json, parameters), options);
  }

  private static String json(MultiLayerNetwork network, ModelFaults faults) {
    try {
      return network.getLayerWiseConfigurations().toJson();
    } catch (RuntimeException e) {
      // A layer of the user's own need not be serialisable.
      throw faults.unsupported("its configuration cannot be written as JSON: " + e.getMessage());
    }
  }

  private static double[] parameters(INDArray parameters) {
    return parameters.dup('c').data().asDouble();
  }

  private static String sha256(byte[] json, double[] parameters) {
    Sha256 sha256 = new Sha256();
    sha256.update(json, json.length);
    ByteBuffer bytes = ByteBuffer.allocate(Double.BYTES);
    for (double parameter : parameters) {
      sha256.update(bytes.putDouble(0, parameter).array(), Double.BYTES);
    }
    return sha256.hex();
  }
}
