package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Random;
import org.bytedeco.hdf5.Group;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelException;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.support.Models;

/** What is wrong with a file is one error that names it. */
class BrokenFilesTest {
  private static final byte[] SIGNATURE = {(byte) 0x89, 'H', 'D', 'F', '\r', '\n', 0x1a, '\n'};

  @TempDir Path directory;

  @Test
  void missingFile() {
    refused(directory.resolve("none.h5"), "LIEGG-MODEL-NOT-FOUND", "there is no such file");
  }

  @Test
  void directory() {
    refused(directory, "LIEGG-MODEL-IS-DIRECTORY", "this is a directory");
  }

  @Test
  void emptyFile() throws IOException {
    refused(file(new byte[0]), "LIEGG-MODEL-CORRUPT", "the file is empty");
  }

  @Test
  void text() throws IOException {
    byte[] text = "model".getBytes(StandardCharsets.US_ASCII);
    refused(file(text), "LIEGG-MODEL-CORRUPT", "it does not begin as HDF5 files do");
  }

  @Test
  void garbageAfterTheSignature() throws IOException {
    byte[] bytes = new byte[4096];
    new Random(7).nextBytes(bytes);
    System.arraycopy(SIGNATURE, 0, bytes, 0, SIGNATURE.length);
    refused(file(bytes), "LIEGG-MODEL-CORRUPT", "its HDF5 structure is broken");
  }

  @Test
  void truncatedFileAtAnyLength() throws IOException {
    byte[] whole = Files.readAllBytes(dense().write(directory, dense().sequential()));
    for (int length = SIGNATURE.length; length < whole.length - 1; length += 97) {
      refused(
          file(Arrays.copyOf(whole, length)),
          "LIEGG-MODEL-CORRUPT",
          "its HDF5 structure is broken");
    }
  }

  @Test
  void weightsAlone() {
    Path path = directory.resolve("weights.h5");
    try (Hdf5 file = new Hdf5(path)) {
      Group root = file.root();
      Hdf5.texts(root, "layer_names", List.of("dense"));
      Hdf5.text(root, "keras_version", "2.11.0");
      Hdf5.layer(root, "dense", Map.of("dense/kernel:0", Tensor.zeros(2, 2)), false, false);
    }
    refused(path, "LIEGG-MODEL-UNSUPPORTED", "it holds weights alone");
  }

  @Test
  void hdf5ThatIsNoModel() {
    Path path = directory.resolve("data.h5");
    try (Hdf5 file = new Hdf5(path)) {
      Hdf5.floats(file.root(), "data", Tensor.zeros(3, 4), false);
    }
    refused(path, "LIEGG-MODEL-CORRUPT", "no Keras model is in it");
  }

  @Test
  void descriptionThatIsNotJson() {
    refused(dense().write(directory, "{\"class_name\""), "LIEGG-MODEL-CORRUPT", "is not JSON");
  }

  @Test
  void descriptionWithoutLayers() {
    refused(
        dense().write(directory, "{\"class_name\":\"Sequential\",\"config\":{}}"),
        "LIEGG-MODEL-CORRUPT",
        "describes no layers");
  }

  @Test
  void descriptionsNestedWithoutEnd() {
    refused(dense().write(directory, "[".repeat(100_000)), "LIEGG-MODEL-CORRUPT", "is not JSON");
  }

  private static KerasFiles withoutWeights() {
    return new KerasFiles(1).input("in", "3").layer("Dense", "dense", Settings.dense(2, "linear"));
  }

  @Test
  void missingWeight() {
    KerasFiles files = withoutWeights().weight("kernel", 3, 2);
    refused(
        files.write(directory), "LIEGG-MODEL-CORRUPT", "layer dense (Dense) has no weight bias");
  }

  @Test
  void weightOfAnotherShape() {
    KerasFiles files = withoutWeights().weight("kernel", 2, 3).weight("bias", 2);
    refused(
        files.write(directory),
        "LIEGG-MODEL-CORRUPT",
        "weight kernel of layer dense is 2×3 where its settings imply 3×2");
  }

  @Test
  void weightThatIsNotFinite() {
    KerasFiles files =
        new KerasFiles(1)
            .input("in", "1")
            .layer("Dense", "dense", Settings.dense(1, "linear"))
            .weight("kernel", new Tensor(new int[] {1, 1}, new double[] {Double.NaN}))
            .weight("bias", 1);
    refused(files.write(directory), "LIEGG-MODEL-NONFINITE", "weight kernel of layer dense");
  }

  @Test
  void weightsOfMoreBytesThanThereIsMemory() {
    Path path = directory.resolve("large.h5");
    KerasFiles files = dense();
    try (Hdf5 file = new Hdf5(path)) {
      Hdf5.text(file.root(), "model_config", files.sequential());
      Hdf5.sparse(
          Hdf5.group(file.root(), List.of("model_weights", "dense")), "kernel:0", 40_000, 40_000);
    }
    refused(path, "LIEGG-MODEL-TOO-LARGE", "weight kernel of layer dense");
  }

  @Test
  void linkInPlaceOfALayer() {
    Path path = directory.resolve("link.h5");
    KerasFiles files = dense();
    try (Hdf5 file = new Hdf5(path)) {
      Group root = file.root();
      Hdf5.text(root, "model_config", files.sequential());
      Hdf5.group(root, List.of("model_weights")).link("/elsewhere", "dense");
    }
    refused(path, "LIEGG-MODEL-CORRUPT", "/model_weights/dense is a link");
  }

  private static KerasFiles dense() {
    return new KerasFiles(1).input("in", "3").dense("dense", 3, 2, "linear");
  }

  private Path file(byte[] bytes) throws IOException {
    return Files.write(directory.resolve("broken.h5"), bytes);
  }

  private static void refused(Path path, String code, String found) {
    ModelException error =
        catchThrowableOfType(
            ModelException.class,
            () ->
                Models.open(
                    new KerasGradientProvider(), ModelSource.of(path), ModelOptions.defaults()));
    assertThat(error)
        .hasMessageStartingWith(code + ": model " + path + ": ")
        .hasMessageContaining(found);
  }
}
