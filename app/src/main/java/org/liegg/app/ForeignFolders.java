package org.liegg.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Tells what a folder is that no engine takes. */
final class ForeignFolders {
  private static final int MAX_NAMES = 1000;
  private static final String MODEL_ENDINGS =
      ".*\\.(h5|hdf5|keras|onnx|zip|pb|pt|fb)|saved_model\\.pb";

  private ForeignFolders() {}

  static Optional<ForeignFormat> of(Path folder) throws IOException {
    if (Files.exists(folder.resolve("MLmodel"))) {
      return Optional.of(
          new ForeignFormat("a folder of MLflow", "give the model in it, e.g. its folder data/"));
    }
    List<String> names = names(folder);
    if (has(names, "model\\.json") && has(names, ".*\\.bin")) {
      return Optional.of(ForeignFormats.tensorflowJs());
    }
    if (has(names, "(pytorch_model.*\\.bin|model.*\\.safetensors)")) {
      return Optional.of(ForeignFormat.pytorch("a folder of a Hugging Face model"));
    }
    if (has(names, "checkpoint|.*\\.ckpt.*|.*\\.index")) {
      return Optional.of(
          ForeignFormat.keras("a folder of TensorFlow checkpoints: variables without a network"));
    }
    return inside(folder, names);
  }

  /** Models may lie one folder deeper, or beside others. */
  private static Optional<ForeignFormat> inside(Path folder, List<String> names)
      throws IOException {
    List<String> models =
        names.stream()
            .filter(
                name ->
                    name.matches(MODEL_ENDINGS)
                        || Files.exists(folder.resolve(name).resolve("saved_model.pb")))
            .toList();
    if (models.isEmpty()) {
      return Optional.empty();
    }
    return Optional.of(
        new ForeignFormat(
            "a folder that holds "
                + String.join(", ", models.subList(0, Math.min(5, models.size())))
                + (models.size() > 5 ? ", …" : ""),
            "give one of these: " + folder.resolve(models.get(0))));
  }

  private static boolean has(List<String> names, String pattern) {
    return names.stream().anyMatch(name -> name.matches(pattern));
  }

  private static List<String> names(Path folder) throws IOException {
    try (Stream<Path> inside = Files.list(folder)) {
      return inside.limit(MAX_NAMES).map(path -> path.getFileName().toString()).sorted().toList();
    }
  }
}
