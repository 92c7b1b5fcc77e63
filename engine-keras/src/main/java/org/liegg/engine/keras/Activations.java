package org.liegg.engine.keras;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
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
  /** What both libraries call the same. */
  private static final Set<String> SHARED =
      Set.of(
          "relu",
          "relu6",
          "elu",
          "selu",
          "sigmoid",
          "tanh",
          "softplus",
          "softsign",
          "swish",
          "mish",
          "softmax");

  private static final Map<String, Activation> OTHERS =
      Map.of(
          "linear", Activation.IDENTITY,
          "hard_sigmoid", Activation.HARDSIGMOID,
          "silu", Activation.SWISH);

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
    Activation activation = value.isTextual() ? named(value.asText()) : null;
    boolean other = activation == Activation.HARDSIGMOID && fields.dialect().major() > 2;
    if (activation == null || other || (activation == Activation.SOFTMAX && rank != 1)) {
      throw fields.unsupported(key, value);
    }
    return activation.getActivationFunction();
  }

  private static @Nullable Activation named(String name) {
    return SHARED.contains(name)
        ? Activation.valueOf(name.toUpperCase(Locale.ROOT))
        : OTHERS.get(name);
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
