package org.liegg.engine.pytorch.file;

import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.zip.ZipEntry;
import java.util.zip.ZipFile;

/** Tells by the directory of a zip archive whether it is a TorchScript model. */
public final class FileProbe {
  private static final int MAX_ENTRIES = 100_000;

  private FileProbe() {}

  /**
   * Whether a file looks like one: an archive with a program, in the present form or in that of
   * PyTorch 1.0 to 1.3. Weights alone, as {@code torch.save} writes them, are none.
   */
  public static boolean looksLikeModel(Path path) {
    // Reading a pipe would wait for whoever writes to it.
    if (!Files.isRegularFile(path) || !beginsAsZip(path)) {
      return false;
    }
    try (ZipFile zip = new ZipFile(path.toFile())) {
      List<String> names = zip.stream().limit(MAX_ENTRIES).map(ZipEntry::getName).toList();
      boolean program = has(names, "[^/]+/code/.+\\.py") || has(names, "[^/]+/constants\\.pkl");
      return (program && has(names, "[^/]+/data\\.pkl")) || isLegacy(names);
    } catch (IOException | IllegalArgumentException e) {
      return false;
    }
  }

  /** Whether an archive is one of PyTorch 1.0 to 1.3. */
  static boolean isLegacy(List<String> names) {
    return has(names, "[^/]+/model\\.json") && has(names, "[^/]+/(tensors|code)/.*");
  }

  private static boolean has(List<String> names, String pattern) {
    return names.stream().anyMatch(name -> name.matches(pattern));
  }

  private static boolean beginsAsZip(Path path) {
    try (InputStream in = Files.newInputStream(path)) {
      return in.read() == 'P' && in.read() == 'K';
    } catch (IOException e) {
      return false;
    }
  }
}
