package org.liegg.engine.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Map;
import org.liegg.engine.keras.read.Fields;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.activations.impl.ActivationIdentity;
import org.nd4j.linalg.activations.impl.ActivationLReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU;
import org.nd4j.linalg.activations.impl.ActivationReLU6;
import org.nd4j.linalg.activations.impl.ActivationSoftmax;

/** Activation functions. Those that the two libraries define differently are left out. */
final class Activations {
  private static final Map<String, Activation> NAMED =
      Map.ofEntries(
          Map.entry("linear", Activation.IDENTITY),
          Map.entry("relu", Activation.RELU),
          Map.entry("relu6", Activation.RELU6),
          Map.entry("elu", Activation.ELU),
          Map.entry("selu", Activation.SELU),
          Map.entry("sigmoid", Activation.SIGMOID),
          Map.entry("hard_sigmoid", Activation.HARDSIGMOID),
          Map.entry("tanh", Activation.TANH),
          Map.entry("softplus", Activation.SOFTPLUS),
          Map.entry("softsign", Activation.SOFTSIGN),
          Map.entry("swish", Activation.SWISH),
          Map.entry("silu", Activation.SWISH),
          Map.entry("mish", Activation.MISH),
          Map.entry("softmax", Activation.SOFTMAX));

  private Activations() {}

  /**
   * The function a setting names.
   *
   * @param rank axes of one sample of what it is applied to
   */
  static IActivation named(Fields fields, String key, int rank) {
    JsonNode value = fields.get(key);
    if (value.isNull() || value.isMissingNode()) {
      return new ActivationIdentity();
    }
    Activation activation = value.isTextual() ? NAMED.get(value.asText()) : null;
    boolean other = activation == Activation.HARDSIGMOID && fields.dialect().major() > 2;
    if (activation == null || other || (activation == Activation.SOFTMAX && rank != 1)) {
      throw fields.unsupported(key, value);
    }
    return activation.getActivationFunction();
  }

  /** {@code ReLU(max_value, negative_slope, threshold)}. */
  static IActivation relu(Fields fields) {
    double slope = fields.number("negative_slope", 0);
    double largest = fields.number("max_value", Double.POSITIVE_INFINITY);
    if (fields.number("threshold", 0) != 0) {
      throw fields.unsupported("threshold", fields.get("threshold"));
    }
    if (Double.isInfinite(largest)) {
      return slope == 0 ? new ActivationReLU() : new ActivationLReLU(slope);
    }
    if (largest != 6 || slope != 0) {
      throw fields.unsupported("max_value", fields.get("max_value"));
    }
    return new ActivationReLU6();
  }

  /** {@code LeakyReLU(alpha)}, in Keras 3 {@code negative_slope}. */
  static IActivation leaky(Fields fields) {
    double alpha = fields.number("alpha", 0.3);
    return new ActivationLReLU(fields.number("negative_slope", alpha));
  }

  /** {@code ELU(alpha)}. */
  static IActivation elu(Fields fields) {
    if (fields.number("alpha", 1) != 1) {
      throw fields.unsupported("alpha", fields.get("alpha"));
    }
    return Activation.ELU.getActivationFunction();
  }

  /** {@code Softmax(axis)}. */
  static IActivation softmax(Fields fields, int rank) {
    JsonNode axis = fields.get("axis");
    if (rank != 1 || (axis.asInt(-1) != -1 && axis.asInt(-1) != 1)) {
      throw fields.unsupported("axis", axis);
    }
    return new ActivationSoftmax();
  }
}
