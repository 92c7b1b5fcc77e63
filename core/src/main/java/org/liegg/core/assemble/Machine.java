package org.liegg.core.assemble;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/** What the report says of the machine. On Linux the kernel is asked; elsewhere the JVM. */
final class Machine {

  private Machine() {}

  static String java() {
    return "%s (%s)".formatted(Runtime.version(), System.getProperty("java.vm.name", "unknown"));
  }

  static String os() {
    return "%s %s %s"
        .formatted(
            System.getProperty("os.name", "unknown"),
            System.getProperty("os.version", ""),
            System.getProperty("os.arch", ""));
  }

  static String cpu() {
    String model =
        field(Path.of("/proc/cpuinfo"), "model name")
            .orElse(System.getProperty("os.arch", "unknown"));
    return "%d × %s".formatted(Runtime.getRuntime().availableProcessors(), model);
  }

  /** The largest resident set so far; the heap in use where the kernel does not tell. */
  static long peakMemoryBytes() {
    return field(Path.of("/proc/self/status"), "VmHWM")
        .map(text -> Long.parseLong(text.replaceAll("\\D", "")) * 1024)
        .orElseGet(() -> Runtime.getRuntime().totalMemory() - Runtime.getRuntime().freeMemory());
  }

  private static Optional<String> field(Path file, String name) {
    try (Stream<String> lines = Files.lines(file)) {
      return lines
          .filter(line -> line.startsWith(name))
          .map(line -> line.substring(line.indexOf(':') + 1).strip())
          .findFirst();
    } catch (IOException | UncheckedIOException e) {
      return Optional.empty();
    }
  }
}
