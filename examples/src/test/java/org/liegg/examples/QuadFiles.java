package org.liegg.examples;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Random;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.liegg.api.ModelSource;

/** Files for the engine {@code quad}. */
final class QuadFiles {
  /** Two outputs of three inputs. */
  static final double[][] TWO = {
    {1, -2, 0.5, 0.25, 3, -1, -0.75, 0, -0.125}, {0.5, 1, -1, 2, -0.25, 0.75, 1.5, -0.5, 2}
  };

  private QuadFiles() {}

  static ModelSource write(Path folder, double[]... forms) {
    String text =
        Arrays.stream(forms)
            .map(form -> Arrays.stream(form).mapToObj(Double::toString))
            .map(numbers -> numbers.collect(Collectors.joining(" ", "", "\n")))
            .collect(Collectors.joining());
    try {
      return ModelSource.of(Files.writeString(folder.resolve("model.quad"), text));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** 2 x_1 x_3 − x_2² on the first three of n inputs, of which the null rotation keeps it. */
  static double[] lightCone(int n) {
    double[] form = new double[n * n];
    form[2] = 2;
    form[n + 1] = -1;
    return form;
  }

  /** Standard normal samples, comma-separated. */
  static Path samples(Path folder, int count, int size) throws IOException {
    Random random = new Random(20221109);
    String text =
        IntStream.range(0, count)
            .mapToObj(
                n ->
                    IntStream.range(0, size)
                        .mapToObj(i -> Double.toString(random.nextGaussian()))
                        .collect(Collectors.joining(",")))
            .collect(Collectors.joining("\n", "", "\n"));
    return Files.writeString(folder.resolve("x.csv"), text);
  }
}
