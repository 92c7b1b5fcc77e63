package org.liegg.engine.keras;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.zip.ZipEntry;
import java.util.zip.ZipOutputStream;

/** Archives as Keras 3 saves them. */
final class Archives {
  private Archives() {}

  /**
   * Writes an archive.
   *
   * @param weights arrays by their paths, as {@code layers/dense/vars/0}
   */
  static Path write(Path directory, String version, String config, Map<String, Tensor> weights) {
    Path path = directory.resolve("model.keras");
    String metadata = "{\"keras_version\":\"%s\",\"date_saved\":\"today\"}".formatted(version);
    return zip(
        path,
        Map.of(
            "config.json", config.getBytes(StandardCharsets.UTF_8),
            "metadata.json", metadata.getBytes(StandardCharsets.UTF_8),
            "model.weights.h5", hdf5(directory, weights)));
  }

  /** An HDF5 file with these arrays. */
  static byte[] hdf5(Path directory, Map<String, Tensor> weights) {
    Path path = directory.resolve("weights.h5");
    try (Hdf5 file = new Hdf5(path)) {
      weights.forEach(
          (name, tensor) -> {
            List<String> parts = List.of(name.split("/"));
            int last = parts.size() - 1;
            Hdf5.floats(
                Hdf5.group(file.root(), parts.subList(0, last)), parts.get(last), tensor, false);
          });
    }
    try {
      return Files.readAllBytes(path);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** An archive of these entries. */
  static Path zip(Path path, Map<String, byte[]> entries) {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    try (ZipOutputStream zip = new ZipOutputStream(bytes)) {
      for (Map.Entry<String, byte[]> entry : entries.entrySet()) {
        zip.putNextEntry(new ZipEntry(entry.getKey()));
        zip.write(entry.getValue());
      }
      zip.finish();
      return Files.write(path, bytes.toByteArray());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
