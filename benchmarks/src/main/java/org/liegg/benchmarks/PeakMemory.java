package org.liegg.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The operating system's own high-water mark of this process, heap and native memory. */
final class PeakMemory {
  private PeakMemory() {}

  /**
   * In KiB; not a number where the system does not say it.
   *
   * @throws IOException if what the system says cannot be read
   */
  static double kibibytes() throws IOException {
    Path status = Path.of("/proc/self/status");
    if (!Files.exists(status)) {
      return Double.NaN;
    }
    try (Stream<String> lines = Files.lines(status)) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")))
          .findFirst()
          .orElse(Double.NaN);
    }
  }
}
