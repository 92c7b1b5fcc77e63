package org.liegg.engine.keras.read;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.json.JsonMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Set;

/** Says what Keras 1 wrote of a layer in the words of Keras 2. */
final class Keras1 {
  private static final Map<String, String> TYPES =
      Map.of(
          "Convolution1D", "Conv1D",
          "Convolution2D", "Conv2D",
          "Convolution3D", "Conv3D",
          "AtrousConvolution1D", "Conv1D",
          "AtrousConvolution2D", "Conv2D",
          "SeparableConvolution2D", "SeparableConv2D",
          "TimeDistributedDense", "Dense");

  /** Merge layers by their mode; those that Keras 2 does not have are refused. */
  private static final Map<String, String> MERGES =
      Map.of(
          "sum", "Add",
          "mul", "Multiply",
          "ave", "Average",
          "max", "Maximum",
          "concat", "Concatenate");

  private static final Map<String, String> SETTINGS =
      Map.ofEntries(
          Map.entry("output_dim", "units"),
          Map.entry("nb_filter", "filters"),
          Map.entry("border_mode", "padding"),
          Map.entry("bias", "use_bias"),
          Map.entry("p", "rate"),
          Map.entry("sigma", "stddev"),
          Map.entry("inner_activation", "recurrent_activation"),
          Map.entry("filter_length", "kernel_size"),
          Map.entry("subsample_length", "strides"),
          Map.entry("subsample", "strides"),
          Map.entry("stride", "strides"),
          Map.entry("pool_length", "pool_size"),
          Map.entry("atrous_rate", "dilation_rate"),
          Map.entry("concat_axis", "axis"),
          Map.entry("length", "size"));

  private static final Map<String, String> FORMATS =
      Map.of("th", "channels_first", "tf", "channels_last");

  /** What matters in training alone, or says again what stands elsewhere. */
  private static final Set<String> LEFT_OUT =
      Set.of(
          "init",
          "inner_init",
          "forget_bias_init",
          "gamma_init",
          "beta_init",
          "depthwise_init",
          "pointwise_init",
          "weights",
          "input_dtype",
          "consume_less",
          "dropout_W",
          "dropout_U",
          "W_learning_rate_multiplier",
          "b_learning_rate_multiplier",
          "nb_row",
          "nb_col",
          "kernel_dim1",
          "kernel_dim2",
          "kernel_dim3",
          "output_mask",
          "arguments",
          "mode_type",
          "output_shape_type",
          "output_mask_type",
          "dot_axes");

  private Keras1() {}

  /**
   * The layer in the words of Keras 2, with weights under their names in Keras 2.
   *
   * @throws org.liegg.api.ModelException if it is one that Keras 2 does not have
   */
  static LayerReader.Described layer(LayerReader.Described layer, KerasFaults faults) {
    if (GraphReader.isModel(layer.type())) {
      return layer;
    }
    String type = type(layer, faults);
    ObjectNode config = config(layer.config());
    if (type.equals("BatchNormalization")) {
      batchNormalization(layer, config, faults);
    }
    if (layer.config().path("layer").isObject()) {
      config.set("layer", inner(layer, faults));
    }
    config.remove("mode");
    WeightScope weights = new Keras1Weights(type, config, layer.name(), layer.weights(), faults);
    return new LayerReader.Described(layer.name(), type, config, layer.calls(), weights);
  }

  private static String type(LayerReader.Described layer, KerasFaults faults) {
    if (!layer.type().equals("Merge")) {
      return TYPES.getOrDefault(layer.type(), layer.type());
    }
    String mode = layer.config().path("mode").asText("");
    String type = MERGES.get(mode);
    if (type == null || layer.config().path("layers").isArray()) {
      throw faults.unsupported(
          "%s merges with mode = %s"
              .formatted(
                  layer.label(), KerasFaults.printable(layer.config().path("mode").toString())));
    }
    return type;
  }

  private static ObjectNode inner(LayerReader.Described layer, KerasFaults faults) {
    JsonNode node = layer.config().path("layer");
    LayerReader.Described inner =
        layer(
            new LayerReader.Described(
                node.path("config").path("name").asText(layer.name()),
                LayerReader.type(node),
                node.path("config"),
                node.path("inbound_nodes"),
                NoWeights.SCOPE),
            faults);
    ObjectNode result = JsonMapper.builder().build().createObjectNode();
    result.put("class_name", inner.type());
    result.set("config", inner.config());
    return result;
  }

  private static ObjectNode config(JsonNode old) {
    ObjectNode config = JsonMapper.builder().build().createObjectNode();
    for (var setting : old.properties()) {
      String key = setting.getKey();
      JsonNode value = setting.getValue();
      if (key.equals("dim_ordering")) {
        config.put("data_format", FORMATS.getOrDefault(value.asText(), value.asText()));
      } else if (!LEFT_OUT.contains(key) && !isRegularizer(key)) {
        config.set(SETTINGS.getOrDefault(key, key), value);
      }
    }
    kernel(old, config, List.of("nb_row", "nb_col"));
    kernel(old, config, List.of("kernel_dim1", "kernel_dim2", "kernel_dim3"));
    return config;
  }

  private static void kernel(JsonNode old, ObjectNode config, List<String> keys) {
    if (keys.stream().allMatch(old::has)) {
      var size = config.putArray("kernel_size");
      keys.forEach(key -> size.add(old.path(key)));
    }
  }

  private static boolean isRegularizer(String key) {
    return key.endsWith("_regularizer") || key.endsWith("_constraint");
  }

  private static void batchNormalization(
      LayerReader.Described layer, ObjectNode config, KerasFaults faults) {
    JsonNode mode = layer.config().path("mode");
    if (mode.asInt(0) != 0) {
      throw faults.unsupported("%s has mode = %s".formatted(layer.label(), mode));
    }
    config.put("center", true);
    config.put("scale", true);
  }
}
