package org.liegg.engine.keras.read;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.json.JsonMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.liegg.api.spi.support.ZipEntries;

/**
 * The entries of an archive of Keras 3 that are a model. Others, such as vocabularies, are left
 * alone.
 *
 * @param configuration the model's description, JSON
 * @param version of Keras
 * @param weights an HDF5 file
 * @param sha256 hash of the archive, lower-case hexadecimal
 */
record KerasArchive(String configuration, String version, byte[] weights, String sha256) {
  static final String CONFIGURATION = "config.json";
  static final String METADATA = "metadata.json";
  static final String WEIGHTS = "model.weights.h5";

  /** What Keras may write in place of {@link #WEIGHTS}. */
  private static final List<String> OTHER_WEIGHTS =
      List.of("model.weights.npz", "model.weights.json");

  private static final int MAX_ENTRIES = 65_536;
  private static final int MAX_METADATA = 1 << 16;

  /**
   * Reads an archive.
   *
   * @throws org.liegg.api.ModelException if it is broken, too large, or no whole model
   */
  static KerasArchive read(Path path, KerasFaults faults) {
    String sha256 = KerasBytes.read(path, faults).sha256();
    try (ZipFile zip = new ZipFile(path.toFile())) {
      requireSound(zip, faults);
      byte[] description = entry(zip, CONFIGURATION, Hdf5Reader.LONGEST_TEXT, faults);
      byte[] metadata =
          zip.getEntry(METADATA) == null ? new byte[0] : entry(zip, METADATA, MAX_METADATA, faults);
      return new KerasArchive(
          new String(description, StandardCharsets.UTF_8),
          version(metadata, faults),
          entry(zip, WEIGHTS, KerasBytes.limit(), faults),
          sha256);
    } catch (IOException | IllegalArgumentException e) {
      // ZipFile throws the latter for names that are not in its character set.
      throw faults.corrupt(
          "it is not a whole zip archive (%s)".formatted(KerasFaults.message(e)), e);
    }
  }

  private static void requireSound(ZipFile zip, KerasFaults faults) {
    if (zip.size() > MAX_ENTRIES) {
      throw faults.corrupt("the archive has %d entries".formatted(zip.size()));
    }
    Set<String> names = new HashSet<>();
    zip.stream()
        .forEach(
            entry -> {
              if (!names.add(entry.getName().replaceFirst("/$", ""))) {
                throw faults.corrupt(
                    "the archive has two entries called " + KerasFaults.printable(entry.getName()));
              }
            });
    for (String other : OTHER_WEIGHTS) {
      if (names.contains(other) && !names.contains(WEIGHTS)) {
        throw faults.unsupported(
            "its weights are in %s".formatted(other),
            "save the whole model with model.save('model.keras'), without options");
      }
    }
  }

  private static byte[] entry(ZipFile zip, String name, long limit, KerasFaults faults)
      throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null || entry.isDirectory()) {
      throw faults.corrupt("the archive has no %s".formatted(name));
    }
    if (entry.getMethod() != ZipEntry.STORED && entry.getMethod() != ZipEntry.DEFLATED) {
      throw faults.unsupported(
          "%s is compressed in a way that is not read".formatted(name),
          "save the whole model again with model.save('model.keras')");
    }
    return ZipEntries.inflate(zip, entry, limit, faults::corrupt, faults::tooLarge);
  }

  private static String version(byte[] metadata, KerasFaults faults) {
    try {
      String version =
          JsonMapper.builder().build().readTree(metadata).path("keras_version").asText("");
      return version.isEmpty() ? Dialect.UNKNOWN : KerasFaults.printable(version);
    } catch (JsonProcessingException e) {
      throw faults.corrupt(
          "its %s is not JSON: %s"
              .formatted(METADATA, KerasFaults.printable(e.getOriginalMessage())),
          e);
    } catch (IOException e) {
      throw faults.corrupt("its %s cannot be read".formatted(METADATA), e);
    }
  }
}
