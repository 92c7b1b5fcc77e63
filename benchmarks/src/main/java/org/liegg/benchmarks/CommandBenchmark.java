package org.liegg.benchmarks;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * Runs a command as a whole process, several times after a warm-up, and prints wall time and peak
 * resident memory (Linux) as minimum, median and maximum. Usage: {@code CommandBenchmark RUNS
 * COMMAND ARGUMENT…}.
 */
public final class CommandBenchmark {
  private static final double MEGABYTES = 1024;

  private CommandBenchmark() {}

  /** Measures the command in the arguments. */
  public static void main(String[] args) throws IOException, InterruptedException {
    int runs = Integer.parseInt(args[0]);
    List<String> command = Arrays.asList(args).subList(1, args.length);
    run(command);
    List<Double> seconds = new ArrayList<>();
    List<Double> megabytes = new ArrayList<>();
    for (int i = 0; i < runs; i++) {
      Measured measured = run(command);
      seconds.add(measured.seconds());
      megabytes.add(measured.megabytes());
    }
    print("wall s", seconds);
    print("peak MB", megabytes);
  }

  private static Measured run(List<String> command) throws IOException, InterruptedException {
    long from = System.nanoTime();
    Process process =
        new ProcessBuilder(command)
            .redirectOutput(ProcessBuilder.Redirect.DISCARD)
            .redirectError(ProcessBuilder.Redirect.INHERIT)
            .start();
    double peak = 0;
    while (process.isAlive()) {
      peak = Math.max(peak, peakMegabytes(process.pid()));
      Thread.sleep(5);
    }
    double seconds = (System.nanoTime() - from) * 1e-9;
    if (process.exitValue() != 0) {
      throw new IllegalStateException(command + " ended with " + process.exitValue());
    }
    return new Measured(seconds, peak);
  }

  /** The kernel's own high-water mark of the process; 0 where it does not tell. */
  private static double peakMegabytes(long pid) {
    try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "status"))) {
      return lines
          .filter(line -> line.startsWith("VmHWM:"))
          .mapToDouble(line -> Long.parseLong(line.replaceAll("\\D", "")) / MEGABYTES)
          .findFirst()
          .orElse(0);
    } catch (IOException | UncheckedIOException e) {
      return 0;
    }
  }

  private static void print(String what, List<Double> values) {
    List<Double> sorted = values.stream().sorted().toList();
    System.out.printf(
        Locale.ROOT,
        "%-8s min %.2f  median %.2f  max %.2f%n",
        what,
        sorted.get(0),
        sorted.get(sorted.size() / 2),
        sorted.get(sorted.size() - 1));
  }

  private record Measured(double seconds, double megabytes) {}
}
