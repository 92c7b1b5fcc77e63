package org.liegg.isolation;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/**
 * What a worker prints: read to the end, so that it never waits for a reader, and forgotten but for
 * the last of it, which says why it ended.
 */
final class WorkerOutput {
  private static final int KEPT = 1 << 14;
  private static final int LONGEST_LINE = 300;

  private final byte[] ring = new byte[KEPT];
  private final Thread reader;
  private long written;

  WorkerOutput(InputStream printed) {
    reader = new Thread(() -> drain(printed), "liegg-worker-output");
    reader.setDaemon(true);
    reader.start();
  }

  private void drain(InputStream printed) {
    byte[] part = new byte[1 << 12];
    try (printed) {
      for (int count = printed.read(part); count >= 0; count = printed.read(part)) {
        keep(part, count);
      }
    } catch (IOException e) {
      // The worker is gone: there is no more to read.
      return;
    }
  }

  private synchronized void keep(byte[] part, int count) {
    for (int i = 0; i < count; i++) {
      ring[(int) (written++ % KEPT)] = part[i];
    }
  }

  /** Waits until everything that an ended worker has printed is here; a second at most. */
  void await() {
    try {
      reader.join(1000);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  /**
   * The line that says most about why the worker ended, made printable: the last one, or the last
   * before the report of a crash that Java prints, or that report's first.
   */
  Optional<String> cause() {
    List<String> lines = text().lines().filter(line -> !line.isBlank()).toList();
    Optional<String> last = Optional.empty();
    for (String line : lines) {
      if (line.startsWith("#")) {
        return last.or(() -> lines.stream().filter(said -> said.startsWith("#  ")).findFirst())
            .map(WorkerOutput::shown);
      }
      last = Optional.of(line);
    }
    return last.map(WorkerOutput::shown);
  }

  private synchronized String text() {
    int count = (int) Math.min(written, KEPT);
    byte[] bytes = new byte[count];
    for (int i = 0; i < count; i++) {
      bytes[i] = ring[(int) ((written - count + i) % KEPT)];
    }
    return new String(bytes, StandardCharsets.UTF_8);
  }

  private static String shown(String line) {
    return PlainText.line(line.replaceFirst("^#", "").strip(), LONGEST_LINE);
  }
}
