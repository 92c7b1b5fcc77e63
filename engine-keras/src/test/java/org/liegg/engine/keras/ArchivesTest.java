package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import java.util.TreeMap;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;

/** Archives of Keras 3. */
class ArchivesTest {
  private static final String LAYER =
      "{'module':'keras.layers','class_name':'%s','config':{'name':'%s','trainable':true,'dtype':"
          + "{'module':'keras','class_name':'DTypePolicy','config':{'name':'float32'}},%s},"
          + "'registered_name':null,'build_config':{'input_shape':[null,3]}}";

  private final Random random = new Random(Imports.SEED);

  @TempDir Path directory;

  private static String layer(String type, String name, String settings) {
    return LAYER.formatted(type, name, settings);
  }

  private static String sequential(String... layers) {
    return "{'module':'keras','class_name':'Sequential','config':{'name':'sequential','layers':[%s]}}"
        .formatted(String.join(",", layers))
        .replace('\'', '"');
  }

  private static String input(String shape) {
    return layer("InputLayer", "input", "'batch_shape':[null,%s],'sparse':false".formatted(shape));
  }

  private static String dense() {
    return sequential(
        input("3"),
        layer("Dense", "odd_name", Settings.dense(4, "tanh")),
        layer("Dropout", "dropout", "'rate':0.5,'seed':null,'noise_shape':null"),
        layer("Dense", "other", Settings.dense(2, "linear")));
  }

  private Map<String, Tensor> denseWeights(String container) {
    Map<String, Tensor> weights = new TreeMap<>();
    weights.put(container + "/dense/vars/0", Tensor.random(random, 3, 4));
    weights.put(container + "/dense/vars/1", Tensor.random(random, 4));
    weights.put(container + "/dense_1/vars/0", Tensor.random(random, 4, 2));
    weights.put(container + "/dense_1/vars/1", Tensor.random(random, 2));
    weights.put(container + "/dropout/seed_generator/vars/0", Tensor.zeros(2));
    weights.put("optimizer/vars/0", Tensor.zeros(3));
    return weights;
  }

  @ParameterizedTest
  @ValueSource(strings = {"layers", "_layer_checkpoint_dependencies"})
  void weightsGoByTheClassOfTheirLayer(String container) {
    Map<String, Tensor> weights = denseWeights(container);
    Imports.check(
        Archives.write(directory, "3.4.1", dense(), weights),
        new int[] {3},
        x ->
            at(
                weights,
                container + "/dense_1",
                at(weights, container + "/dense", x).map(Math::tanh)));
  }

  private static Tensor at(Map<String, Tensor> weights, String layer, Tensor x) {
    return Reference.dense(
        x, tensor(weights, layer + "/vars/0"), tensor(weights, layer + "/vars/1"));
  }

  private static Tensor tensor(Map<String, Tensor> weights, String name) {
    return weights.getOrDefault(name, Tensor.zeros(1));
  }

  @Test
  void weightsOfWhatLiesInLayers() {
    Map<String, Tensor> weights = new TreeMap<>();
    for (String way : new String[] {"forward_layer", "backward_layer"}) {
      String cell = "layers/bidirectional/%s/cell/vars/".formatted(way);
      weights.put(cell + "0", Tensor.random(random, 3, 8));
      weights.put(cell + "1", Tensor.random(random, 2, 8));
      weights.put(cell + "2", Tensor.random(random, 8));
    }
    String inner =
        "'layer':{'module':'keras.layers','class_name':'LSTM','config':{'name':'lstm',%s}},"
            + "'merge_mode':'concat'";
    String config =
        sequential(
            input("4,3"), layer("Bidirectional", "both", inner.formatted(Settings.lstm(2, false))));
    Imports.check(
        Archives.write(directory, "3.4.1", config, weights),
        new int[] {4, 3},
        x -> {
          Tensor reversed = Tensor.zeros(4, 3);
          for (int i = 0; i < 12; i++) {
            reversed.add(x.get(3 - i / 3, i % 3), i / 3, i % 3);
          }
          Tensor ahead = Reference.step(lstm(weights, "forward_layer", x), 3);
          Tensor behind = Reference.step(lstm(weights, "backward_layer", reversed), 3);
          return Reference.concatenate(ahead, behind);
        });
  }

  private static Tensor lstm(Map<String, Tensor> weights, String way, Tensor x) {
    String cell = "layers/bidirectional/%s/cell/vars/".formatted(way);
    return Reference.lstm(
        x, tensor(weights, cell + "0"), tensor(weights, cell + "1"), tensor(weights, cell + "2"));
  }

  @Test
  void operationsOfTensors() {
    String tensor =
        "{'class_name':'__keras_tensor__','config':{'shape':[null,3],'keras_history':['%s',0,0]}}";
    String config =
        ("{'module':'keras','class_name':'Functional','config':{'name':'f','layers':[{'module':"
                + "'keras.layers','class_name':'InputLayer','config':{'batch_shape':[null,3],"
                + "'name':'a'},'name':'a','inbound_nodes':[]},{'module':'keras.src.ops.numpy',"
                + "'class_name':'Multiply','config':{'name':'multiply'},'name':'multiply',"
                + "'inbound_nodes':[{'args':[%s,%s],'kwargs':{}}]}],'input_layers':[['a',0,0]],"
                + "'output_layers':[['multiply',0,0]]}}")
            .formatted(tensor.formatted("a"), tensor.formatted("a"))
            .replace('\'', '"');
    Imports.check(
        Archives.write(directory, "3.4.1", config, Map.of("vars/0", Tensor.zeros(1))),
        new int[] {3},
        x -> x.map(v -> v * v));
  }

  @Test
  void descriptionsAreJson() {
    refused(
        Archives.write(directory, "3.4.1", "{", denseWeights("layers")),
        "LIEGG-MODEL-CORRUPT",
        "is not JSON");
  }

  @Test
  void aShapeIsAList() {
    String model = sequential(layer("InputLayer", "input", "'batch_shape':{'a':1,'b':2}"));
    refused(
        Archives.write(directory, "3.4.1", model, denseWeights("layers")),
        "LIEGG-MODEL-CORRUPT",
        "has a shape that is no list");
  }

  @Test
  void metadataIsJson() {
    Path path =
        Archives.zip(
            directory.resolve("model.keras"),
            Map.of(
                "config.json", dense().getBytes(StandardCharsets.UTF_8),
                "metadata.json", new byte[] {'{'},
                "model.weights.h5", Archives.hdf5(directory, denseWeights("layers"))));
    refused(path, "LIEGG-MODEL-CORRUPT", "its metadata.json is not JSON");
  }

  /** The description of a model, and its weights in an entry. */
  private Path archive(String entry, byte[] weights) {
    return Archives.zip(
        directory.resolve("model.keras"),
        Map.of("config.json", dense().getBytes(StandardCharsets.UTF_8), entry, weights));
  }

  @Test
  void weightsOfAnotherFormatAreNamed() {
    Path path = archive("model.weights.npz", new byte[] {1});
    assertThat(new KerasGradientProvider().accepts(ModelSource.of(path))).isTrue();
    refused(path, "LIEGG-MODEL-UNSUPPORTED", "its weights are in model.weights.npz");
  }

  @Test
  void weightsThatInflateWithoutEnd() {
    Path path = archive("model.weights.h5", new byte[80 << 20]);
    refused(path, "LIEGG-MODEL-CORRUPT", "model.weights.h5 inflates");
  }

  @Test
  void aWeightThatIsMissing() {
    Map<String, Tensor> weights = denseWeights("layers");
    weights.remove("layers/dense_1/vars/1");
    refused(
        Archives.write(directory, "3.4.1", dense(), weights),
        "LIEGG-MODEL-CORRUPT",
        "layer other (Dense) has no weight bias");
  }

  @Test
  void oneWeightTooMany() {
    Map<String, Tensor> weights = denseWeights("layers");
    weights.put("layers/dense_1/vars/2", Tensor.zeros(2));
    refused(
        Archives.write(directory, "3.4.1", dense(), weights),
        "LIEGG-MODEL-UNSUPPORTED",
        "layer other (Dense) has the unknown weight 2");
  }

  private static void refused(Path path, String code, String found) {
    ModelException error =
        catchThrowableOfType(
            ModelException.class,
            () -> new KerasGradientProvider().open(ModelSource.of(path), ModelOptions.defaults()));
    assertThat(error)
        .hasMessageStartingWith(code + ": model " + path + ": ")
        .hasMessageContaining(found);
  }
}
