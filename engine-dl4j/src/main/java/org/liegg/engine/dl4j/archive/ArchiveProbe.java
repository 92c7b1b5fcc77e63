package org.liegg.engine.dl4j.archive;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** Tells saved networks from other files by their first bytes and their table of contents. */
public final class ArchiveProbe {
  private static final int LOCAL_HEADER = 30;
  private static final byte[] MAGIC = {'P', 'K', 3, 4};
  private static final byte[] CONFIGURATION =
      ModelArchive.CONFIGURATION.getBytes(StandardCharsets.US_ASCII);

  private ArchiveProbe() {}

  /** Whether the file looks like a saved network, be it whole or cut short. */
  public static boolean looksLikeNetwork(Path path) {
    try {
      byte[] head = head(path);
      return startsWith(head, 0, MAGIC)
          && (startsWith(head, LOCAL_HEADER, CONFIGURATION) || hasConfiguration(path));
    } catch (IOException | RuntimeException e) {
      return false;
    }
  }

  private static byte[] head(Path path) throws IOException {
    if (!Files.isRegularFile(path)) {
      return new byte[0];
    }
    try (InputStream in = Files.newInputStream(path)) {
      return in.readNBytes(LOCAL_HEADER + CONFIGURATION.length);
    }
  }

  private static boolean hasConfiguration(Path path) throws IOException {
    return ZipDirectory.read(path).stream()
        .flatMap(List::stream)
        .anyMatch(entry -> entry.name().equals(ModelArchive.CONFIGURATION));
  }

  private static boolean startsWith(byte[] bytes, int offset, byte[] expected) {
    if (bytes.length < offset + expected.length) {
      return false;
    }
    for (int i = 0; i < expected.length; i++) {
      if (bytes[offset + i] != expected[i]) {
        return false;
      }
    }
    return true;
  }
}
