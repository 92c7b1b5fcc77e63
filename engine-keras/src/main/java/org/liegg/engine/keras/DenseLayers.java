package org.liegg.engine.keras;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.deeplearning4j.nn.conf.CNN2DFormat;
import org.deeplearning4j.nn.conf.layers.BatchNormalization;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.liegg.engine.keras.read.Fields;
import org.liegg.engine.keras.read.Weight;

/** Layers whose weights are a matrix or a vector. */
final class DenseLayers {
  private DenseLayers() {}

  /** y = a(xW + b), along the last axis. */
  static Step dense(LayerContext context) {
    if (context.requireRank(1, 2).size() == 2) {
      return ConvolutionLayers.denseOverSteps(context);
    }
    Fields fields = context.fields();
    int units = fields.size("units");
    int inputs = context.input().get(0);
    boolean bias = fields.flag("use_bias", true);
    DenseLayer layer =
        new DenseLayer.Builder()
            .nIn(inputs)
            .nOut(units)
            .hasBias(bias)
            .activation(Activations.named(fields, "activation", 1))
            .build();
    Map<String, Weight> parameters = new LinkedHashMap<>();
    parameters.put("W", context.weights().take("kernel", inputs, units));
    if (bias) {
      parameters.put("b", context.weights().take("bias", units));
    }
    return new Step.OfLayer(layer, parameters, List.of(units));
  }

  /** y = γ(x − μ)/√(σ² + ε) + β along the last axis, with μ and σ² from training. */
  static Step batchNormalization(LayerContext context) {
    List<Integer> shape = context.requireRank(1, 2, 3);
    requireLastAxis(context.fields(), shape.size());
    return shape.size() == 2
        ? Series.over(shape, image -> normalisation(context, image))
        : normalisation(context, shape);
  }

  private static Step.OfLayer normalisation(LayerContext context, List<Integer> shape) {
    Fields fields = context.fields();
    fields.ignore("momentum", "renorm_clipping", "renorm_momentum");
    int features = shape.get(shape.size() - 1);
    BatchNormalization layer =
        new BatchNormalization.Builder()
            .nIn(features)
            .nOut(features)
            .eps(fields.number("epsilon", 1e-3))
            .useLogStd(false)
            .dataFormat(CNN2DFormat.NHWC)
            .build();
    Weights weights = context.weights();
    Map<String, Weight> parameters = new LinkedHashMap<>();
    parameters.put(
        "gamma",
        fields.flag("scale", true)
            ? weights.take("gamma", features)
            : Weights.constant("gamma", features, 1));
    parameters.put(
        "beta",
        fields.flag("center", true)
            ? weights.take("beta", features)
            : Weights.constant("beta", features, 0));
    parameters.put("mean", weights.take("moving_mean", features));
    parameters.put("var", weights.take("moving_variance", features));
    Step.OfLayer step = new Step.OfLayer(layer, parameters, shape);
    // Says the whole shape, of which the layer itself knows the last axis alone.
    return shape.size() == 1 ? step : step.after(ShapeLayers.preProcessor(shape, shape));
  }

  private static void requireLastAxis(Fields fields, int rank) {
    List<Integer> axes = new ArrayList<>();
    var value = fields.get("axis");
    (value.isArray() ? value : List.of(value)).forEach(axis -> axes.add(axis.asInt(-1)));
    if (!axes.equals(List.of(-1)) && !axes.equals(List.of(rank))) {
      throw fields.unsupported("axis", value);
    }
  }
}
