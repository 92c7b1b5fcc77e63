package org.liegg.service;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Models and samples that tests send. */
public final class Given {
  private static final int SAMPLES = 1000;

  private Given() {}

  /** A function of the distance from the origin: so(3) keeps it, and nothing else does. */
  public static Path distance(Path folder) {
    return distance(folder, 1);
  }

  /** Another function of the distance, in a file of other bytes. */
  public static Path distance(Path folder, int number) {
    return write(
        folder.resolve("distance%d.formula".formatted(number)),
        "inputs x, y, z\nr = sqrt(1 + %d*(x^2 + y^2 + z^2))\n".formatted(number));
  }

  /** A function that no rotation keeps. */
  public static Path crooked(Path folder) {
    return write(
        folder.resolve("crooked.formula"), "inputs x, y, z\nr = x^2 + 3*sin(y) + exp(z/2)\n");
  }

  /** A function of the distance that takes long to compute. */
  public static Path slow(Path folder, int terms) {
    String sum =
        IntStream.range(1, terms)
            .mapToObj(i -> "sin(q + %d)".formatted(i))
            .collect(Collectors.joining(" + "));
    return write(
        folder.resolve("slow.formula"), "inputs x, y, z\nlet q = x^2 + y^2 + z^2\nr = " + sum);
  }

  /** Samples of three values. */
  public static Path samples(Path folder) {
    return samples(folder, SAMPLES);
  }

  /** So many of them. */
  public static Path samples(Path folder, int count) {
    Random random = new Random(count);
    String lines =
        IntStream.range(0, count)
            .mapToObj(
                i ->
                    "%s,%s,%s"
                        .formatted(
                            random.nextGaussian(), random.nextGaussian(), random.nextGaussian()))
            .collect(Collectors.joining("\n"));
    return write(folder.resolve("x%d.csv".formatted(count)), lines + "\n");
  }

  public static Path write(Path file, String text) {
    try {
      return Files.writeString(file, text);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
