package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Locale;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** {@code --model data:}, symmetries of samples in place of a model. */
class DataSymmetriesTest {
  @TempDir Path folder;
  private final SplittableRandom random = new SplittableRandom(3);

  @Test
  void aSkewNormalDensityKeepsItsOwnQuadric() throws IOException {
    Path data = rows("normal.csv", 20_000, this::skewNormal);

    CommandRun run = extract("data:", data, "gl(2)");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("The density of the samples is invariant to")
        .contains("1 of 4 directions", "! of-samples:", "not of a model");
  }

  private String skewNormal() {
    double u = random.nextGaussian();
    double v = random.nextGaussian();
    return line(2 * u + 0.5 * v, 0.7 * v);
  }

  @Test
  void aSquareDoesNotTurn() throws IOException {
    Path data = rows("square.csv", 8000, this::inSquare);

    CommandRun run =
        CommandRun.of("check", "--model", "data:", "--data", data.toString(), "--expect", "so(2)");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out())
        .startsWith("Does not hold: the density of the samples is not invariant to all of so(2).");
  }

  private String inSquare() {
    return line(random.nextDouble(-1, 1), random.nextDouble(-1, 1));
  }

  @Test
  void fewSamplesInManyDimensionsAreNotEnough() throws IOException {
    Path data = rows("few.csv", 300, () -> line(random.doubles(6, -1, 1).toArray()));

    CommandRun run =
        CommandRun.of("check", "--model", "data:", "--data", data.toString(), "--expect", "so(6)");

    assertThat(run.exitCode()).isEqualTo(3);
  }

  @Test
  void noisyTargetsSayTheirLevelSets() throws IOException {
    Path data = rows("x.csv", 4000, this::inSquare);
    Path targets =
        Files.write(
            folder.resolve("y.csv"), Files.readAllLines(data).stream().map(this::ellipse).toList());

    CommandRun run = extract("data:" + targets, data, "aff(2)");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("The function whose values are " + targets)
        .contains("invariant to so(2)", "level sets of");
  }

  /** (x − 0.3)² + 4 y², and noise. */
  private String ellipse(String line) {
    int comma = line.indexOf(',');
    double u = Double.parseDouble(line.substring(0, comma)) - 0.3;
    double v = Double.parseDouble(line.substring(comma + 1));
    return line(u * u + 4 * v * v + 0.1 * random.nextGaussian());
  }

  @Test
  void targetsAreOneASample() throws IOException {
    Path data = rows("x.csv", 100, this::inSquare);
    Path targets = rows("y.csv", 99, () -> line(1));

    CommandRun run = extract("data:" + targets, data, "so(2)");

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains("LIEGG-DATA-TARGETS", "there are 99 for 100 samples");
  }

  @Test
  void asksNothingOfSamplesThatOnlyAModelSays() throws IOException {
    Path data = rows("x.csv", 100, this::inSquare);

    CommandRun group =
        CommandRun.of("check", "--model", "data:", "--data", data.toString(), "--expect", "C(4)");
    CommandRun parts =
        CommandRun.of("extract", "--model", "data:", "--data", data.toString(), "--parts", "2");

    assertThat(group.exitCode()).isEqualTo(2);
    assertThat(group.err()).contains("LIEGG-MODEL-SAMPLES", "tried by its elements was given");
    assertThat(parts.exitCode()).isEqualTo(2);
    assertThat(parts.err()).contains("LIEGG-MODEL-SAMPLES");
  }

  private static CommandRun extract(String model, Path data, String action) {
    return CommandRun.of(
        "extract",
        "--model",
        model,
        "--data",
        data.toString(),
        "--action",
        action,
        "--finite-samples",
        "0");
  }

  private Path rows(String name, int count, Supplier<String> row) throws IOException {
    StringBuilder lines = new StringBuilder();
    for (int n = 0; n < count; n++) {
      lines.append(row.get()).append('\n');
    }
    return Files.writeString(folder.resolve(name), lines);
  }

  private static String line(double... values) {
    StringBuilder line = new StringBuilder();
    for (double value : values) {
      line.append(line.isEmpty() ? "" : ",").append(String.format(Locale.ROOT, "%.12g", value));
    }
    return line.toString();
  }
}
