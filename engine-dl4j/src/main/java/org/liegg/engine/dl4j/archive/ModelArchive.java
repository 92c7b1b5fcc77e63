package org.liegg.engine.dl4j.archive;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.AccessDeniedException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.CRC32;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.liegg.engine.dl4j.session.ModelFaults;
import org.liegg.engine.dl4j.session.Text;

/**
 * The two entries of a saved network that are data. The archive's other entries hold serialised
 * Java objects ({@code preprocessor.bin}) or what training needs, and are never opened.
 *
 * @param configuration the network's configuration, JSON
 * @param coefficients its parameters in ND4J's binary format
 * @param ignored entries that would have changed the network's inputs and were left alone
 */
public record ModelArchive(byte[] configuration, byte[] coefficients, List<String> ignored) {
  public static final String CONFIGURATION = "configuration.json";
  public static final String COEFFICIENTS = "coefficients.bin";

  private static final List<String> NORMALIZERS = List.of("normalizer.bin", "preprocessor.bin");

  private static final int MAX_ENTRIES = 1024;

  /** A layer takes 2 or 3 KB, and the largest networks known have a thousand. */
  private static final long MAX_CONFIGURATION = 4L << 20;

  private static final long MAX_COEFFICIENTS = 1L << 30;

  /** Weights are noise and hardly compress; what inflates more than this is a bomb. */
  private static final long MAX_RATIO = 200;

  /** Entries that do no harm may be as regular as they like: an identity deflates well. */
  private static final long RATIO_FREE = 64L << 20;

  /** Parsed, widened and packed, parameters take about this many times their size. */
  private static final int MEMORY_FACTOR = 8;

  /**
   * Reads an archive.
   *
   * @throws org.liegg.api.ModelException if it is missing, broken, too large, or no saved network
   */
  public static ModelArchive read(Path path, ModelFaults faults) {
    requireFile(path, faults);
    checkDirectory(path, faults);
    try (ZipFile zip = new ZipFile(path.toFile())) {
      if (zip.size() > MAX_ENTRIES) {
        throw faults.corrupt("the archive has %d entries".formatted(zip.size()));
      }
      long memory = Runtime.getRuntime().maxMemory() / MEMORY_FACTOR;
      return new ModelArchive(
          entry(zip, CONFIGURATION, MAX_CONFIGURATION, faults),
          entry(zip, COEFFICIENTS, Math.min(MAX_COEFFICIENTS, memory), faults),
          NORMALIZERS.stream().filter(name -> zip.getEntry(name) != null).toList());
    } catch (AccessDeniedException | FileNotFoundException e) {
      throw faults.unreadable(e);
    } catch (IOException | IllegalArgumentException e) {
      // ZipFile throws the latter for names that are not in its character set.
      throw faults.corrupt(
          "it is not a whole zip archive (%s)"
              .formatted(Text.printable(String.valueOf(e.getMessage()))),
          e);
    }
  }

  private static void checkDirectory(Path path, ModelFaults faults) {
    try {
      ZipDirectory.read(path).ifPresent(entries -> ZipDirectory.check(entries, faults));
    } catch (IOException e) {
      throw faults.unreadable(e);
    }
  }

  private static void requireFile(Path path, ModelFaults faults) {
    if (Files.notExists(path)) {
      throw faults.notFound();
    }
    if (Files.isDirectory(path)) {
      throw faults.isDirectory();
    }
    if (!Files.isRegularFile(path)) {
      throw faults.unreadable(new IOException("it is no regular file"));
    }
    if (!Files.isReadable(path)) {
      throw faults.unreadable(new AccessDeniedException("permission denied"));
    }
  }

  private static byte[] entry(ZipFile zip, String name, long limit, ModelFaults faults)
      throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw faults.corrupt("the archive has no %s, so it is no saved network".formatted(name));
    }
    long size = entry.getSize();
    if (size > limit) {
      throw faults.tooLarge("%s has %d bytes, the limit is %d".formatted(name, size, limit));
    }
    long ratio = size / Math.max(1, entry.getCompressedSize());
    if (size > RATIO_FREE && ratio > MAX_RATIO) {
      throw faults.corrupt("%s inflates %d-fold, as no weights do".formatted(name, ratio));
    }
    byte[] bytes;
    try (InputStream in = zip.getInputStream(entry)) {
      // The directory's sizes are claims: one byte more than claimed is enough to refute them.
      bytes = in.readNBytes((int) Math.max(0, size) + 1);
    }
    CRC32 crc = new CRC32();
    crc.update(bytes);
    if (bytes.length != size || crc.getValue() != entry.getCrc()) {
      throw faults.corrupt("%s is damaged: its checksum does not fit".formatted(name));
    }
    return bytes;
  }
}
