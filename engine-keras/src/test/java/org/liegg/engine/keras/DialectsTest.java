package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.List;
import java.util.function.DoubleUnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What differs between files: versions of Keras, precision, compression, activations. */
class DialectsTest {
  @TempDir Path directory;

  @ParameterizedTest
  @ValueSource(
      strings = {
        "linear",
        "relu",
        "relu6",
        "elu",
        "selu",
        "sigmoid",
        "hard_sigmoid",
        "tanh",
        "softplus",
        "softsign",
        "swish",
        "silu",
        "mish"
      })
  void activations(String name) {
    KerasFiles files = dense(name);
    check(files, files.sequential(), function(name));
  }

  private static DoubleUnaryOperator function(String name) {
    return switch (name) {
      case "linear" -> x -> x;
      case "relu" -> Reference.RELU;
      case "relu6" -> x -> Math.min(Math.max(x, 0), 6);
      case "elu" -> x -> x > 0 ? x : Math.expm1(x);
      case "selu" -> x -> 1.0507009873554805 * (x > 0 ? x : 1.6732632423543772 * Math.expm1(x));
      case "sigmoid" -> Reference.SIGMOID;
      case "hard_sigmoid" -> x -> Math.min(Math.max(0.2 * x + 0.5, 0), 1);
      case "tanh" -> Math::tanh;
      case "softplus" -> x -> Math.log1p(Math.exp(x));
      case "softsign" -> x -> x / (1 + Math.abs(x));
      case "swish", "silu" -> x -> x * Reference.SIGMOID.applyAsDouble(x);
      case "mish" -> x -> x * Math.tanh(Math.log1p(Math.exp(x)));
      default -> throw new IllegalArgumentException(name);
    };
  }

  @Test
  void doublePrecision() {
    KerasFiles files = dense("tanh").inDoublePrecision();
    check(files, files.sequential(), Math::tanh);
  }

  @Test
  void compressedWeights() {
    KerasFiles files = dense("tanh").compressed();
    check(files, files.sequential(), Math::tanh);
  }

  @Test
  void sequentialModelsBeforeKeras223() {
    KerasFiles files = dense("tanh");
    String description = files.sequential().replace("{\"name\":\"sequential\",\"layers\":[", "[");
    check(files, description.substring(0, description.length() - 3) + "]}", Math::tanh);
  }

  @Test
  void layersWhoseNamesAreSplitIntoGroups() {
    KerasFiles files = KerasFiles.chain("3").dense("block/dense", 3, 4, "tanh");
    Imports.check(directory, files, x -> Reference.dense(x, files, "block/dense").map(Math::tanh));
  }

  @Test
  void descriptionsOfKeras3() {
    KerasFiles files = new KerasFiles(Imports.SEED).layer("Dense", "dense", "").affine(3, 4);
    String tensor =
        "{\"class_name\":\"__keras_tensor__\",\"config\":{\"shape\":[null,3],"
            + "\"dtype\":\"float32\",\"keras_history\":[\"%s\",0,0]}}";
    String policy =
        "{\"module\":\"keras\",\"class_name\":\"DTypePolicy\",\"config\":{\"name\":\"float32\"},"
            + "\"registered_name\":null}";
    String description =
        """
        {"class_name":"Functional","config":{"name":"functional","trainable":true,"layers":[
         {"module":"keras.layers","class_name":"InputLayer","config":{"batch_shape":[null,3],
          "dtype":"float32","sparse":false,"ragged":false,"name":"in"},"registered_name":null,
          "name":"in","inbound_nodes":[]},
         {"module":"keras.layers","class_name":"Dense","config":{"name":"dense","trainable":true,
          "dtype":%s,"units":4,"activation":"tanh","use_bias":true,"kernel_initializer":
          {"module":"keras.initializers","class_name":"GlorotUniform","config":{"seed":null},
          "registered_name":null},"quantization_config":null},"registered_name":null,
          "build_config":{"input_shape":[null,3]},"name":"dense","inbound_nodes":[
          {"args":[%s],"kwargs":{}}]},
         {"module":"keras.layers","class_name":"Add","config":{"name":"add","trainable":true,
          "dtype":%s},"registered_name":null,"build_config":{"input_shape":[[null,4],[null,4]]},
          "name":"add","inbound_nodes":[{"args":[[%s,%s]],"kwargs":{}}]}],
         "input_layers":[["in",0,0]],"output_layers":["add",0,0]}}
        """
            .formatted(
                policy,
                tensor.formatted("in"),
                policy,
                tensor.formatted("dense"),
                tensor.formatted("dense"));
    check(files, description, x -> 2 * Math.tanh(x));
  }

  @Test
  void leakyRelu() {
    KerasFiles files =
        KerasFiles.graph("in", "3")
            .dense("dense", 3, 4, "tanh", "in")
            .after("LeakyReLU", "out", "'alpha':0.5", "dense");
    check(
        files,
        files.functional(List.of("in"), List.of("out")),
        x -> Math.tanh(x) * (x > 0 ? 1 : 0.5));
  }

  private static KerasFiles dense(String activation) {
    return new KerasFiles(Imports.SEED)
        .layer("Dense", "dense", Settings.input("3") + "," + Settings.dense(4, activation))
        .affine(3, 4);
  }

  private void check(KerasFiles files, String description, DoubleUnaryOperator function) {
    Imports.check(
        files.write(directory, description),
        new int[] {3},
        x -> Reference.dense(x, files, "dense").map(function));
  }
}
