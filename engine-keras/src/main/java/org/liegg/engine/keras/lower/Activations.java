package org.liegg.engine.keras.lower;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.liegg.engine.keras.program.ProgramBuilder;
import org.liegg.engine.keras.program.Scalar;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.KerasLayer;
import org.liegg.engine.keras.read.LayerWeights;
import org.liegg.engine.keras.read.WeightScope;

/** Activation functions, by themselves and as layers. */
final class Activations {
  private Activations() {}

  /** The function that a setting names, applied. */
  static Values named(LowerContext context, String key, Values x) {
    JsonNode value = context.fields().get(key);
    if (value.isNull() || value.isMissingNode()) {
      return x;
    }
    if (value.isObject()) {
      return layer(context, key, value, x);
    }
    Optional<Values> result =
        value.isTextual() ? apply(context, value.asText(), x) : Optional.empty();
    return result.orElseThrow(() -> context.fields().unsupported(key, value));
  }

  private static Optional<Values> apply(LowerContext context, String name, Values x) {
    if (name.equals("linear")) {
      return Optional.of(x);
    }
    if (name.equals("softmax")) {
      return Optional.of(context.program().softmax(x));
    }
    if (name.equals("log_softmax")) {
      return Optional.of(logSoftmax(context, x));
    }
    if (name.equals("sparsemax")) {
      return Optional.of(context.program().sparsemax(x));
    }
    if (name.equals("glu")) {
      return Optional.of(gated(context, x));
    }
    return Functions.named(name, context.fields().dialect())
        .map(function -> context.program().map(function, x));
  }

  /** One half of the last axis times the sigmoid of the other. */
  private static Values gated(LowerContext context, Values x) {
    int half = x.last() / 2;
    if (x.last() % 2 != 0) {
      throw context.corrupt("halves an axis of %d".formatted(x.last()));
    }
    int axis = x.rank() - 1;
    Values gate = context.program().map(Functions.SIGMOID, x.slice(axis, half, x.last()));
    return context.program().multiply(x.slice(axis, 0, half), gate);
  }

  /** x − log Σ exp(x) along the last axis, taken relative to the largest. */
  private static Values logSoftmax(LowerContext context, Values x) {
    ProgramBuilder program = context.program();
    int[] one = x.shape().clone();
    one[x.rank() - 1] = 1;
    Values largest = new Values(one, program.maxima(x.rows())).broadcast(x.shape());
    Values shifted = program.subtract(x, largest);
    int[] sums = program.sums(program.map(Functions.EXPONENTIAL, shifted).rows(), 1);
    Values logarithms = program.map(Functions.LOGARITHM, new Values(one, sums));
    return program.subtract(shifted, logarithms.broadcast(x.shape()));
  }

  /** Layers stand as activations of others, {@code {"class_name": "LeakyReLU", …}}. */
  private static Values layer(LowerContext context, String key, JsonNode value, Values x) {
    String type = value.path("class_name").asText("");
    if (!LayerKinds.isActivation(type) || type.equals("PReLU")) {
      throw context.fields().unsupported(key, value);
    }
    KerasLayer layer = context.lowering().inner(context, value, WeightScope.none());
    return context.lowering().lower(layer, List.of(Signal.of(x)), Map.of(), false).get(0).values();
  }

  /** The layers that are activations; left off where only logits are asked for. */
  static Values layer(LowerContext context) {
    Values x = context.values();
    Values result =
        switch (context.layer().type()) {
          case "Activation" -> named(context, "activation", x);
          case "Softmax" -> softmax(context, x);
          case "PReLU" -> parametric(context, x);
          default -> context.program().map(function(context), x);
        };
    return context.leaveOff() ? x : result;
  }

  private static Scalar function(LowerContext context) {
    Fields fields = context.fields();
    return switch (context.layer().type()) {
      case "ReLU" ->
          Functions.relu(
              fields.number("negative_slope", 0),
              fields.number("max_value", Double.POSITIVE_INFINITY),
              fields.number("threshold", 0));
      case "LeakyReLU" ->
          Functions.relu(
              fields.number("negative_slope", fields.number("alpha", 0.3)),
              Double.POSITIVE_INFINITY,
              0);
      case "ELU" -> Functions.elu(fields.number("alpha", 1));
      default -> Functions.thresholded(fields.number("theta", 1));
    };
  }

  private static Values softmax(LowerContext context, Values x) {
    context.requireNoMask(context.input());
    int[] axes = context.fields().integers("axis");
    if (axes.length > 1) {
      throw context.fields().unsupported("axis", context.fields().get("axis"));
    }
    int axis = context.axis("axis", axes.length == 0 ? -1 : axes[0], x.rank());
    return context.program().softmax(x.moveToEnd(axis)).moveLastTo(axis);
  }

  /** x where it is positive, αx elsewhere, with an α for every place that shares none. */
  private static Values parametric(LowerContext context, Values x) {
    int[] shape = x.shape().clone();
    for (int shared : context.fields().integers("shared_axes")) {
      shape[context.axis("shared_axes", shared, x.rank())] = 1;
    }
    LayerWeights weights = context.weights();
    double[] alpha = Broadcast.to(weights.take("alpha", shape), x.shape());
    Values positive = context.program().map(Functions.RELU, x);
    Values negative = context.program().subtract(x, positive);
    Values scaled = context.program().scale(negative, alpha, new double[alpha.length]);
    return context.program().sum(List.of(positive, scaled), 1);
  }
}
