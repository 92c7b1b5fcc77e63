package org.liegg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.readable.GeneratorManifest;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;
import org.liegg.app.invariants.Invariants;
import org.liegg.app.samples.SampleFunction;
import org.liegg.data.Datasets;
import org.liegg.data.NpyWriter;
import org.liegg.report.GeneratorsJson;
import org.liegg.report.generators.ReadableText;

/** What is done with generators: they are read, kept in a file, looked for elsewhere, and used. */
class FoundAndUsedTest {
  private static final Path ELLIPSOID = Path.of("systems", "ellipsoid.formula");

  private final Liegg liegg = Liegg.create();
  private final SplittableRandom random = new SplittableRandom(23);

  @TempDir private Path folder;

  /**
   * Of a potential about (1, 2, 0): another one has all of its generators, a tilted one has one.
   */
  @Test
  void generatorsAreReadAndKeptInAFile() throws IOException {
    GeneratorManifest found = liegg.generators(ellipsoid().action("aff(3)").extract());
    Path file = Files.writeString(folder.resolve("found.json"), GeneratorsJson.toString(found));

    assertThat(ReadableText.of(found.readable().orElseThrow(), found.inputs(), 3))
        .contains("(x - 1)² + 4 (y - 2)² + z²");
    assertThat(GeneratorsJson.read(file).generators()).hasSize(3);

    SymmetryReport same = potential(0).action("generators:" + file).extract();
    assertThat(same.nullspace().dimension()).isEqualTo(3);
    SymmetryReport tilted = potential(0.5).action("generators:" + file).extract();
    assertThat(tilted.nullspace().dimension()).isEqualTo(1);
  }

  private Extraction ellipsoid() {
    return liegg
        .model(ELLIPSOID)
        .data(normal(2000, 3))
        .settings(s -> s.withTolerance(1e-6).withFiniteSamples(0));
  }

  /** Another function of the same ellipsoids, and so much of z. */
  private Extraction potential(double tilt) {
    return liegg
        .model(
            3,
            1,
            x -> {
              double u = x[0] - 1;
              double v = x[1] - 2;
              return new double[] {Math.sqrt(1 + u * u + 4 * v * v + x[2] * x[2]) + tilt * x[2]};
            })
        .data(normal(2000, 3));
  }

  /** Measured values of a function that nobody has: a circle about (0.3, 0). */
  @Test
  void samplesWithTargetsHaveSymmetriesWithoutAModel() {
    double[][] points = new double[4000][];
    double[] targets = new double[points.length];
    for (int n = 0; n < points.length; n++) {
      points[n] = new double[] {random.nextDouble(-1, 1), random.nextDouble(-1, 1)};
      double u = points[n][0] - 0.3;
      targets[n] = u * u + points[n][1] * points[n][1] + 0.05 * random.nextGaussian();
    }
    Path values = folder.resolve("y.npy");
    NpyWriter.write(values, new Batch(points.length, 1, targets));

    SymmetryReport report =
        liegg.model(SampleFunction.levelSets(values)).data(points).action("aff(2)").extract();

    assertThat(report.nullspace().dimension()).isEqualTo(1);
    assertThat(report.algebra().orElseThrow().name()).isEqualTo("so(2)");
  }

  /** Lengths and the product of two vectors in place of their six coordinates. */
  @Test
  void invariantsAreColumnsToTrainOn() {
    Path samples = folder.resolve("x.npy");
    NpyWriter.write(samples, new Batch(100, 6, random.doubles(600, -1, 1).toArray()));

    Invariants columns = liegg.invariants("so(3)^2", Datasets.open(samples), 2, 0);

    assertThat(columns.functions())
        .extracting(Invariants.Function::text)
        .isEqualTo(List.of("x1² + x2² + x3²", "x1 x4 + x2 x5 + x3 x6", "x4² + x5² + x6²"));
    assertThat(columns.values().columns()).isEqualTo(3);
  }

  private double[][] normal(int samples, int inputs) {
    double[][] rows = new double[samples][inputs];
    for (double[] row : rows) {
      for (int i = 0; i < inputs; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return rows;
  }
}
