package org.liegg.engine.dl4j.archive;

import java.io.FileNotFoundException;
import java.io.IOException;
import java.nio.file.AccessDeniedException;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.liegg.api.spi.support.ZipEntries;
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

  /** Parsed, widened and packed, parameters take about this many times their size. */
  private static final int MEMORY_FACTOR = 8;

  /**
   * Reads an archive.
   *
   * @throws org.liegg.api.ModelException if it is missing, broken, too large, or no saved network
   */
  public static ModelArchive read(Path path, ModelFaults faults) {
    faults.requireFile(path);
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

  private static byte[] entry(ZipFile zip, String name, long limit, ModelFaults faults)
      throws IOException {
    ZipEntry entry = zip.getEntry(name);
    if (entry == null) {
      throw faults.corrupt("the archive has no %s, so it is no saved network".formatted(name));
    }
    return ZipEntries.inflate(zip, entry, limit, faults::corrupt, faults::tooLarge);
  }
}
