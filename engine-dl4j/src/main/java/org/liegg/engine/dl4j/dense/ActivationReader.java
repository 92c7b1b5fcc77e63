package org.liegg.engine.dl4j.dense;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Optional;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;

/** Reads an activation function of a configuration. */
public final class ActivationReader {
  private static final String PREFIX = "org.nd4j.linalg.activations.impl.Activation";

  private final ModelFaults faults;

  /** A reader that words what is wrong by these faults. */
  public ActivationReader(ModelFaults faults) {
    this.faults = faults;
  }

  /**
   * Whether it is the identity.
   *
   * @param function the {@code activationFn} object of a layer
   * @param where how messages call the layer
   * @throws org.liegg.api.ModelException if the layer has no activation
   */
  boolean isIdentity(JsonNode function, String where) {
    return name(function, where).equals("Identity");
  }

  /**
   * The activation; empty if it is not one of Deeplearning4j's deterministic ones.
   *
   * @param function the {@code activationFn} object of a layer
   * @param where how messages call the layer
   * @throws org.liegg.api.ModelException if the layer has no activation, or a broken one
   */
  Optional<Activation> read(JsonNode function, String where) {
    String name = name(function, where);
    if (name.equals("Softmax")) {
      return Optional.of(new Softmax());
    }
    return scalar(name, function, where).map(Elementwise::new);
  }

  /**
   * The activation as a function of one value; empty if it is none, or not one of Deeplearning4j's
   * deterministic ones.
   *
   * @param function the {@code activationFn} object of a layer
   * @param where how messages call the layer
   * @throws org.liegg.api.ModelException if the layer has no activation, or a broken one
   */
  public Optional<Scalar> scalar(JsonNode function, String where) {
    return scalar(name(function, where), function, where);
  }

  private String name(JsonNode function, String where) {
    String type = function.path("@class").asText("");
    if (type.isEmpty()) {
      throw faults.corrupt("%s has no activation function".formatted(where));
    }
    return type.startsWith(PREFIX) ? type.substring(PREFIX.length()) : type;
  }

  private Optional<Scalar> scalar(String name, JsonNode function, String where) {
    return Optional.ofNullable(
        switch (name) {
          case "ReLU" -> relu(function, where);
          case "ReLU6" -> new PiecewiseScalar.Relu(0, 0, 6);
          case "LReLU" -> new PiecewiseScalar.LeakyRelu(number(function, "alpha", 0.01, where));
          case "ThresholdedReLU" ->
              new PiecewiseScalar.ThresholdedRelu(number(function, "theta", 1, where));
          case "ELU" -> new PiecewiseScalar.Elu(number(function, "alpha", 1, where));
          case "SELU" -> new PiecewiseScalar.Selu();
          // ND4J holds the slope in single precision.
          case "HardSigmoid" -> new PiecewiseScalar.Clipped(0.2f, 0.5, 0, 1);
          case "HardTanH" -> new PiecewiseScalar.Clipped(1, 0, -1, 1);
          case "Sigmoid" -> SmoothScalar.SIGMOID;
          case "TanH" -> SmoothScalar.TANH;
          case "RectifiedTanh" -> SmoothScalar.RECTIFIED_TANH;
          case "RationalTanh" -> SmoothScalar.RATIONAL_TANH;
          case "SoftPlus" -> SmoothScalar.SOFTPLUS;
          case "SoftSign" -> SmoothScalar.SOFTSIGN;
          case "Swish" -> SmoothScalar.SWISH;
          case "Mish" -> SmoothScalar.MISH;
          case "GELU" ->
              function.path("precise").asBoolean(false)
                  ? SmoothScalar.PRECISE_GELU
                  : SmoothScalar.GELU;
          case "Cube" -> SmoothScalar.CUBE;
          default -> null;
        });
  }

  private Scalar relu(JsonNode function, String where) {
    return new PiecewiseScalar.Relu(
        number(function, "threshold", 0, where),
        number(function, "negativeSlope", 0, where),
        number(function, "max", Double.POSITIVE_INFINITY, where));
  }

  /** A parameter; the default where it is null or left out. */
  private double number(JsonNode function, String key, double otherwise, String where) {
    JsonNode value = function.path(key);
    if (value.isMissingNode() || value.isNull()) {
      return otherwise;
    }
    if (!value.isNumber() || !Double.isFinite(value.asDouble())) {
      throw faults.corrupt(
          "%s: its activation has %s = %s".formatted(where, key, Text.printable(value.toString())));
    }
    return value.asDouble();
  }
}
