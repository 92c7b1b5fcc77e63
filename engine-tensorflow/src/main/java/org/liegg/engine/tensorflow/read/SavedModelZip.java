package org.liegg.engine.tensorflow.read;

import java.io.IOException;
import java.io.OutputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;
import org.liegg.api.spi.support.TemporaryFolder;
import org.liegg.api.spi.support.ZipEntries;
import org.liegg.engine.tensorflow.graph.ModelFaults;

/**
 * A saved model in a zip archive, at its root or in a folder of it. Its graph and its variables are
 * unpacked into a temporary folder, under names that are chosen here; nothing else of the archive
 * is read.
 */
public final class SavedModelZip {
  private static final int MAX_ENTRIES = 100_000;
  private static final long MAX_BYTES = 8L << 30;

  private static final Pattern GRAPH =
      Pattern.compile("((?:.*/)?)" + Pattern.quote(SavedModelFile.FILE));
  private static final Pattern VARIABLES =
      Pattern.compile("variables/(variables\\.(?:index|data-\\d{5}-of-\\d{5}))");

  private final ZipFile zip;
  private final ModelFaults faults;
  private long unpacked;

  private SavedModelZip(ZipFile zip, ModelFaults faults) {
    this.zip = zip;
    this.faults = faults;
  }

  /** Whether a file is a zip archive that holds the graph of a saved model. */
  public static boolean looksLikeModel(Path path) {
    if (!FileProbe.looksLikeZip(path)) {
      return false;
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      return !graphs(zip).isEmpty();
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  /**
   * Unpacks the model of an archive for as long as it is used.
   *
   * @param use is given the folder of the saved model
   * @return what it returns
   * @throws org.liegg.api.ModelException if the archive holds no model or several, is damaged, or
   *     unpacks to more than it may
   */
  public static <T> T use(Path path, ModelFaults faults, Function<Path, T> use) {
    Path folder = null;
    try (ZipFile zip = new ZipFile(path.toFile())) {
      folder = Files.createTempDirectory("liegg-savedmodel");
      new SavedModelZip(zip, faults).unpackTo(folder);
      return use.apply(folder);
    } catch (IOException | UncheckedIOException e) {
      throw faults.unreadable(e);
    } finally {
      if (folder != null) {
        TemporaryFolder.remove(folder);
      }
    }
  }

  private static List<ZipEntry> graphs(ZipFile zip) {
    return zip.stream()
        .limit(MAX_ENTRIES)
        .filter(entry -> GRAPH.matcher(entry.getName()).matches())
        .<ZipEntry>map(entry -> entry)
        .toList();
  }

  private void unpackTo(Path folder) throws IOException {
    List<ZipEntry> graphs = graphs(zip);
    if (graphs.size() != 1) {
      throw faults.unsupported(
          "the archive holds %d saved models: %s"
              .formatted(
                  graphs.size(),
                  ModelFaults.listed(graphs.stream().map(ZipEntry::getName).toList())),
          "unpack it and give the folder of one");
    }
    ZipEntry graph = graphs.get(0);
    Matcher name = GRAPH.matcher(graph.getName());
    String root = name.matches() ? name.group(1) : "";
    unpack(graph, folder.resolve(SavedModelFile.FILE));
    Path variables = Files.createDirectory(folder.resolve("variables"));
    List<? extends ZipEntry> entries = zip.stream().limit(MAX_ENTRIES).toList();
    for (ZipEntry entry : entries) {
      if (entry.getName().startsWith(root)) {
        Matcher part = VARIABLES.matcher(entry.getName().substring(root.length()));
        if (part.matches()) {
          unpack(entry, variables.resolve(part.group(1)));
        }
      }
    }
  }

  private void unpack(ZipEntry entry, Path file) throws IOException {
    try (OutputStream out = Files.newOutputStream(file)) {
      ZipEntries.copy(
          zip,
          entry,
          out,
          new ZipEntries.Bounds(MAX_BYTES - unpacked, faults::corrupt, faults::tooLarge));
    }
    unpacked += entry.getSize();
  }
}
