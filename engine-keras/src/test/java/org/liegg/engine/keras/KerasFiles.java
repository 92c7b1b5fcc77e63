package org.liegg.engine.keras;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import org.bytedeco.hdf5.Group;

/**
 * Models as Keras 2 saves them: {@code model_config}, {@code keras_version} and {@code backend} at
 * the root, a group a layer below {@code model_weights}.
 */
final class KerasFiles {
  private final Random random;
  private final List<String> layers = new ArrayList<>();
  private final Map<String, Map<String, Tensor>> weights = new LinkedHashMap<>();
  private final Map<String, String> inputs = new LinkedHashMap<>();
  private final List<String> outputs = new ArrayList<>();
  private String version = "2.11.0";
  private String backend = "tensorflow";
  private boolean twice;
  private boolean compressed;

  KerasFiles(long seed) {
    random = new Random(seed);
  }

  /** A sequential model of samples of this shape, with the random weights of every test. */
  static KerasFiles chain(String shape) {
    return new KerasFiles(Imports.SEED).input("in", shape);
  }

  /** A functional model from an input of this shape, with the random weights of every test. */
  static KerasFiles graph(String input, String shape) {
    return new KerasFiles(Imports.SEED).from(input, shape);
  }

  /** A layer of a sequential model. */
  KerasFiles layer(String type, String name, String config) {
    return node(type, name, config, "");
  }

  /** A layer of a functional model, after others. */
  KerasFiles after(String type, String name, String config, String... inbound) {
    List<String> nodes = new ArrayList<>();
    for (String node : inbound) {
      nodes.add("[\"%s\",0,0,{}]".formatted(node));
    }
    String list = nodes.isEmpty() ? "[]" : "[[" + String.join(",", nodes) + "]]";
    return node(type, name, config, ",\"name\":\"%s\",\"inbound_nodes\":%s".formatted(name, list));
  }

  private KerasFiles node(String type, String name, String config, String more) {
    String settings = config.isEmpty() ? "" : "," + config;
    layers.add(
        "{\"class_name\":\"%s\",\"config\":{\"name\":\"%s\",\"trainable\":true,\"dtype\":\"float32\"%s}%s}"
            .formatted(type, name, settings.replace('\'', '"'), more));
    weights.put(name, new LinkedHashMap<>());
    return this;
  }

  /** A random weight of the layer added last. */
  KerasFiles weight(String name, int... shape) {
    return weight(name, Tensor.random(random, shape));
  }

  /** A weight of the layer added last. */
  KerasFiles weight(String name, Tensor tensor) {
    String last = List.copyOf(weights.keySet()).get(weights.size() - 1);
    layer(last).put(last + "/" + name + ":0", tensor);
    return this;
  }

  /** Samples of a sequential model, of this shape. */
  KerasFiles input(String name, String shape) {
    inputs.put(name, shape);
    return layer("InputLayer", name, Settings.input(shape));
  }

  /** An input of a functional model, of this shape. */
  KerasFiles from(String name, String shape) {
    inputs.put(name, shape);
    return after("InputLayer", name, Settings.input(shape));
  }

  /** Makes it a functional model from its inputs, in the order they were added, to this layer. */
  KerasFiles to(String output) {
    outputs.add(output);
    return this;
  }

  private static int[] sizes(String shape) {
    return Arrays.stream(shape.split(",", -1)).mapToInt(Integer::parseInt).toArray();
  }

  /** The shapes of the inputs that have been added. */
  List<int[]> shapes() {
    return inputs.values().stream().map(KerasFiles::sizes).toList();
  }

  /** A dense layer with random weights, after others or, in a sequential model, after the last. */
  KerasFiles dense(String name, int inputs, int units, String activation, String... inbound) {
    String settings = Settings.dense(units, activation);
    KerasFiles layer =
        inbound.length == 0
            ? layer("Dense", name, settings)
            : after("Dense", name, settings, inbound);
    return layer.affine(inputs, units);
  }

  /** A random kernel of this shape, outputs last, and a random bias for the layer added last. */
  KerasFiles affine(int... shape) {
    return weight("kernel", shape).weight("bias", shape[shape.length - 1]);
  }

  /** The random weights of the recurrent layer added last, with as many blocks as it has gates. */
  KerasFiles recurrence(int inputs, int units, int gates) {
    return weight("kernel", inputs, gates * units)
        .weight("recurrent_kernel", units, gates * units)
        .weight("bias", gates * units);
  }

  /** The weight of a layer. */
  Tensor get(String layer, String name) {
    return Objects.requireNonNull(layer(layer).get(layer + "/" + name + ":0"));
  }

  private Map<String, Tensor> layer(String name) {
    return Objects.requireNonNull(weights.get(name));
  }

  KerasFiles inDoublePrecision() {
    twice = true;
    return this;
  }

  /** Says that another Keras wrote the file. */
  KerasFiles by(String otherVersion, String otherBackend) {
    version = otherVersion;
    backend = otherBackend;
    return this;
  }

  KerasFiles compressed() {
    compressed = true;
    return this;
  }

  String sequential() {
    return "{\"class_name\":\"Sequential\",\"config\":{\"name\":\"sequential\",\"layers\":[%s]}}"
        .formatted(String.join(",", layers));
  }

  String functional(List<String> inputs, List<String> outputs) {
    return "{\"class_name\":\"Functional\",\"config\":{\"name\":\"model\",\"layers\":[%s],\"input_layers\":[%s],\"output_layers\":[%s]}}"
        .formatted(String.join(",", layers), ends(inputs), ends(outputs));
  }

  private static String ends(List<String> names) {
    return String.join(",", names.stream().map("[\"%s\",0,0]"::formatted).toList());
  }

  /** Writes a file of the model: a sequential one where no output is named. */
  Path write(Path directory) {
    List<String> from = List.copyOf(inputs.keySet());
    return write(directory, outputs.isEmpty() ? sequential() : functional(from, outputs));
  }

  /** Writes a file of this description. */
  Path write(Path directory, String configuration) {
    Path path = directory.resolve("model.h5");
    try (Hdf5 file = new Hdf5(path)) {
      Group root = file.root();
      Hdf5.text(root, "model_config", configuration);
      Hdf5.text(root, "keras_version", version);
      Hdf5.text(root, "backend", backend);
      Group group = root.createGroup("model_weights");
      Hdf5.texts(group, "layer_names", List.copyOf(weights.keySet()));
      Hdf5.text(group, "backend", backend);
      Hdf5.text(group, "keras_version", version);
      weights.forEach((name, all) -> Hdf5.layer(group, name, all, twice, compressed));
    }
    return path;
  }
}
