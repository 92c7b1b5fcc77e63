package org.liegg.engine.keras.read;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Predicate;

/**
 * A model as a file has it: an HDF5 file with attributes {@code model_config} and {@code
 * keras_version}, or an archive of {@code config.json}, {@code metadata.json} and {@code
 * model.weights.h5}.
 *
 * @param graph its layers, with where their weights lie
 * @param dialect which Keras wrote it
 * @param sha256 hash of the file, lower-case hexadecimal
 */
public record KerasModel(KerasGraph graph, Dialect dialect, String sha256) {
  private static final String CONFIGURATION = "model_config";
  private static final String VERSION = "keras_version";

  /**
   * Reads a file; of its weights, only where they are.
   *
   * @param known which classes of layers are read; others are refused
   * @throws org.liegg.api.ModelException if it is missing, broken, or no whole model
   */
  public static KerasModel read(Path path, Predicate<String> known, KerasFaults faults) {
    if (KerasProbe.isKerasZip(path)) {
      return archive(path, known, faults);
    }
    KerasBytes file = KerasBytes.read(path, faults);
    if (!KerasProbe.isHdf5(file.bytes())) {
      throw faults.corrupt("it does not begin as HDF5 files do");
    }
    Hdf5Reader hdf5 = Hdf5Reader.of(file.bytes(), faults);
    String description = configuration(hdf5, faults);
    Dialect dialect =
        new Dialect(
            hdf5.text(VERSION).map(KerasFaults::printable).orElse(version(description)),
            hdf5.text("backend").orElse(""));
    KerasGraph graph =
        new GraphReader(dialect, known, faults).read(description, LegacyScope.of(hdf5));
    return new KerasModel(graph, dialect, file.sha256());
  }

  private static KerasModel archive(Path path, Predicate<String> known, KerasFaults faults) {
    KerasArchive archive = KerasArchive.read(path, faults);
    Dialect dialect = new Dialect(archive.version(), "");
    KerasGraph graph =
        new GraphReader(dialect, known, faults)
            .read(
                archive.configuration(), ArchiveScope.of(Hdf5Reader.of(archive.weights(), faults)));
    return new KerasModel(graph, dialect, archive.sha256());
  }

  /** Files of Keras 1.0 need not say their version, but they are full of its words. */
  private static String version(String description) {
    return description.contains("\"W_regularizer\"") ? "1" : Dialect.UNKNOWN;
  }

  private static String configuration(Hdf5Reader hdf5, KerasFaults faults) {
    return hdf5.text(CONFIGURATION)
        .orElseThrow(
            () -> {
              boolean keras =
                  hdf5.hasAttribute(VERSION)
                      || hdf5.hasAttribute("layer_names")
                      || hdf5.hasGroup(List.of("layers"))
                      || hdf5.hasGroup(List.of("_layer_checkpoint_dependencies"));
              return keras
                  ? faults.unsupported(
                      "it holds weights alone, without the model they belong to",
                      "save the whole model with model.save('model.keras')")
                  : faults.corrupt("it is an HDF5 file, but no Keras model is in it");
            });
  }
}
