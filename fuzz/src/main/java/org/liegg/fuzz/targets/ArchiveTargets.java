package org.liegg.fuzz.targets;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.liegg.api.ModelOptions;
import org.liegg.fuzz.mutate.Archives;
import org.liegg.fuzz.mutate.ByteMutator;
import org.liegg.fuzz.mutate.JsonMutator;
import org.liegg.fuzz.mutate.WordMutator;
import org.liegg.fuzz.run.FuzzTarget;

/** Archives of Keras 3, and of TorchScript, whose code is damaged word by word. */
final class ArchiveTargets {
  private static final String CONFIG = "config.json";
  private static final String WEIGHTS = "model.weights.h5";
  private static final String LAYER =
      "{\"module\":\"keras.layers\",\"class_name\":\"%s\",\"config\":{\"name\":\"%s\",\"dtype\":\"float32\",%s}}";
  private static final String MODEL =
      "{\"module\":\"keras\",\"class_name\":\"Sequential\",\"config\":{\"name\":\"s\",\"layers\":[%s,%s]}}"
          .formatted(
              LAYER.formatted("InputLayer", "in", "\"batch_shape\":[null,3]"),
              LAYER.formatted(
                  "Dense", "dense", "\"units\":2,\"activation\":\"tanh\",\"use_bias\":true"));

  private static final ByteMutator BYTES =
      new ByteMutator("PK\u0003\u0004", "\u0080\u0002", "TREE");
  private static final JsonMutator TREE =
      new JsonMutator(
          List.of("Dense", "Lambda", "units", "activation", "batch_shape", "relu", "../x"));
  private static final WordMutator CODE =
      new WordMutator(
          List.of("torch", "self", "forward", "ops.aten", "(", ")", "return", "Tensor", "save"));

  private ArchiveTargets() {}

  static List<FuzzTarget> all() {
    ModelOptions plain = ModelOptions.defaults().withSelfCheck(false);
    Map<String, byte[]> keras = keras();
    Map<String, byte[]> torch = Archives.entries(Resources.bytes("mlp.pt"));
    return List.of(
        target(
            "keras-archive", 150, new ModelReading("keras", plain), random -> keras(keras, random)),
        target(
            "torchscript",
            60,
            new ModelReading("pytorch", plain.withShape(ModelOptions.ANY_INPUT, List.of(3)))
                .having(Resources.bytes("mlp.pt")),
            random -> torch(torch, random)));
  }

  private static FuzzTarget target(
      String name, int share, ModelReading reading, FuzzTarget.Inputs inputs) {
    return new FuzzTarget(
        name,
        share,
        inputs,
        (input, folder) -> reading.read(Files.write(folder.resolve(FuzzTarget.FILE), input)));
  }

  private static byte[] keras(Map<String, byte[]> entries, Random random) {
    Map<String, byte[]> altered = new LinkedHashMap<>(entries);
    switch (random.nextInt(8)) {
      case 0 ->
          altered = Archives.mutate(altered, new String[] {CONFIG, WEIGHTS, "../x", ""}, random);
      case 1, 2, 3 -> alter(altered, WEIGHTS, bytes -> BYTES.mutateAnywhere(bytes, random));
      default -> alter(altered, CONFIG, bytes -> utf8(TREE.mutate(text(bytes), random)));
    }
    byte[] whole = Archives.zip(altered, random);
    return random.nextInt(8) == 0 ? BYTES.mutateAnywhere(whole, random) : whole;
  }

  private static byte[] torch(Map<String, byte[]> entries, Random random) {
    Map<String, byte[]> altered = new LinkedHashMap<>(entries);
    String victim =
        entries.keySet().stream().skip(random.nextInt(entries.size())).findFirst().orElseThrow();
    if (victim.endsWith(".py") && random.nextInt(4) != 0) {
      alter(altered, victim, bytes -> utf8(CODE.mutate(text(bytes), random)));
    } else if (random.nextInt(6) == 0) {
      altered = Archives.mutate(altered, new String[] {"data.pkl", "../x", "m/code/x.py"}, random);
    } else {
      alter(altered, victim, bytes -> BYTES.mutateAnywhere(bytes, random));
    }
    byte[] whole = Archives.zip(altered, random);
    return random.nextInt(8) == 0 ? BYTES.mutateAnywhere(whole, random) : whole;
  }

  private static void alter(Map<String, byte[]> entries, String name, UnaryOperator<byte[]> how) {
    entries.put(name, how.apply(Objects.requireNonNull(entries.get(name), name)));
  }

  private static byte[] utf8(String text) {
    return text.getBytes(StandardCharsets.UTF_8);
  }

  private static String text(byte[] bytes) {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static Map<String, byte[]> keras() {
    Map<String, byte[]> entries = new LinkedHashMap<>();
    entries.put(CONFIG, utf8(MODEL));
    entries.put("metadata.json", utf8("{\"keras_version\":\"3.3.3\"}"));
    entries.put(WEIGHTS, weights());
    return entries;
  }

  private static byte[] weights() {
    try {
      Path path = Files.createTempFile("fuzz-", ".h5");
      try {
        try (WritableHdfFile file = HdfFile.write(path)) {
          WritableGroup variables = file.putGroup("layers").putGroup("dense").putGroup("vars");
          variables.putDataset("0", new float[][] {{0.5f, -1}, {0.25f, 2}, {1, 0}});
          variables.putDataset("1", new float[] {0.125f, -0.5f});
        }
        return Files.readAllBytes(path);
      } finally {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
