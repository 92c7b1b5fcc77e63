package org.liegg.fuzz.targets;

import io.jhdf.HdfFile;
import io.jhdf.WritableHdfFile;
import io.jhdf.api.WritableGroup;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.liegg.api.ModelOptions;
import org.liegg.fuzz.mutate.ByteMutator;
import org.liegg.fuzz.mutate.JsonMutator;
import org.liegg.fuzz.run.FuzzTarget;

/** HDF5 files of Keras: their bytes, and the description of the model in an attribute. */
final class KerasTargets {
  private static final String LAYER =
      "{\"class_name\":\"%s\",\"config\":{\"name\":\"%s\",\"trainable\":true,\"dtype\":\"float32\",%s}}";

  private static final String MODEL =
      "{\"class_name\":\"Sequential\",\"config\":{\"name\":\"sequential\",\"layers\":[%s,%s,%s]}}"
          .formatted(
              LAYER.formatted("InputLayer", "in", "\"batch_input_shape\":[null,3]"),
              LAYER.formatted(
                  "Dense", "a", "\"units\":4,\"activation\":\"tanh\",\"use_bias\":true"),
              LAYER.formatted(
                  "Dense", "b", "\"units\":2,\"activation\":\"linear\",\"use_bias\":true"));

  private static final ByteMutator BYTES =
      new ByteMutator(
          "\u0089HDF\r\n\u001a\n", "TREE", "HEAP", "SNOD", "GCOL", "OHDR", "model_config");
  private static final JsonMutator TREE =
      new JsonMutator(
          List.of(
              "Dense",
              "Conv2D",
              "Lambda",
              "LSTM",
              "Flatten",
              "Functional",
              "Model",
              "relu",
              "name",
              "units",
              "activation",
              "batch_input_shape",
              "layers",
              "class_name",
              "inbound_nodes",
              "a/../b",
              "model_weights"));

  private KerasTargets() {}

  static List<FuzzTarget> all() {
    ModelReading reading = new ModelReading("keras", ModelOptions.defaults().withSelfCheck(false));
    // As Keras writes them: an older format without checksums, so that damage reaches the reader.
    byte[] whole = Resources.bytes("dense.h5");
    FuzzTarget.Reader reader =
        (input, folder) -> reading.read(Files.write(folder.resolve(FuzzTarget.FILE), input));
    return List.of(
        new FuzzTarget("keras-bytes", 300, random -> BYTES.mutate(whole, random), reader),
        new FuzzTarget("keras-model", 100, KerasTargets::described, reader));
  }

  private static byte[] described(Random random) {
    byte[] file = file(TREE.mutate(MODEL, random), random);
    return random.nextInt(6) == 0 ? BYTES.mutate(file, random) : file;
  }

  /** A file with this description; weights are sometimes of another shape or name than it says. */
  private static byte[] file(String description, Random random) {
    try {
      Path path = Files.createTempFile("fuzz-", ".h5");
      try {
        write(path, description, random);
        return Files.readAllBytes(path);
      } finally {
        Files.delete(path);
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static void write(Path path, String description, Random random) {
    try (WritableHdfFile file = HdfFile.write(path)) {
      file.putAttribute("model_config", description);
      file.putAttribute("keras_version", "2.11.0");
      file.putAttribute("backend", "tensorflow");
      WritableGroup weights = file.putGroup("model_weights");
      layer(weights, "a", 3, 4, random);
      layer(weights, "b", 4, 2, random);
    }
  }

  private static void layer(WritableGroup weights, String name, int in, int out, Random random) {
    WritableGroup group = weights.putGroup(name).putGroup(name);
    int rows = random.nextInt(12) == 0 ? in + 1 : in;
    float[][] kernel = new float[rows][out];
    for (float[] row : kernel) {
      for (int i = 0; i < out; i++) {
        row[i] = (float) random.nextGaussian();
      }
    }
    if (random.nextInt(12) == 0) {
      kernel[0][0] = random.nextBoolean() ? Float.NaN : Float.POSITIVE_INFINITY;
    }
    group.putDataset("kernel:0", kernel);
    if (random.nextInt(12) != 0) {
      group.putDataset("bias:0", random.nextInt(12) == 0 ? new int[out] : new float[out]);
    }
  }
}
