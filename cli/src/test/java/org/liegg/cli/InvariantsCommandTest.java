package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.data.Datasets;
import org.liegg.data.NpyWriter;

/** The commands of the page on physics, on the formulas that it names. */
class InvariantsCommandTest {
  private static final Path MOTION = Path.of("..", "examples/motion");
  private final Random random = new Random(5);

  @TempDir private Path folder;

  private String normal(int columns) {
    double[] values = random.doubles(2000L * columns).map(u -> random.nextGaussian()).toArray();
    return written(new Batch(2000, columns, values));
  }

  private String written(Batch batch) {
    Path file = folder.resolve("x.npy");
    NpyWriter.write(file, batch);
    return file.toString();
  }

  private String outside() {
    double[] values = new double[8000];
    for (int n = 0; n < 2000; n++) {
      double angle = 2 * Math.PI * random.nextDouble();
      double radius = 0.7 + random.nextDouble();
      values[4 * n] = radius * Math.cos(angle);
      values[4 * n + 1] = radius * Math.sin(angle);
      values[4 * n + 2] = random.nextGaussian();
      values[4 * n + 3] = random.nextGaussian();
    }
    return written(new Batch(2000, 4, values));
  }

  private static String formula(String name) {
    return MOTION.resolve(name + ".formula").toString();
  }

  @Test
  void keplersMotionKeepsFourQuantities() {
    CommandRun run =
        CommandRun.of(
            "invariants",
            "--flow",
            formula("kepler"),
            "--data",
            outside(),
            "--degree",
            "3",
            "--tolerance",
            "1e-9",
            "--with",
            "u = 1/sqrt(x1^2+x2^2)",
            "--with",
            "ux = x1/sqrt(x1^2+x2^2)",
            "--with",
            "uy = x2/sqrt(x1^2+x2^2)");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "conserves 4 of 37 functions",
            "0.5 x3² + 0.5 x4² − u ",
            "x1 x4 − x2 x3 ",
            "x1 x4² − x2 x3 x4 − ux ",
            "3 of them are independent");
  }

  @Test
  void chaosKeepsNothing() {
    CommandRun run = CommandRun.of("invariants", "--flow", formula("lorenz"), "--data", normal(3));

    assertThat(run.out()).contains("conserves none of 9 functions");
    assertThat(run.exitCode()).isEqualTo(1);
  }

  @Test
  void turningPositionsAndMomentaTogetherHasACharge() throws IOException {
    Path out = folder.resolve("q.npy");
    CommandRun run =
        CommandRun.of(
            "invariants",
            "--hamiltonian",
            formula("central"),
            "--data",
            normal(6),
            "--action",
            "gl(6)",
            "--tolerance",
            "1e-9",
            "--out",
            out.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains("3 charges are conserved", "3 of the 6 symmetries are canonical");
    assertThat(Datasets.open(out).columns()).isEqualTo(3);
  }

  @Test
  void aSpringKeepsTheMomentumOfBoth() {
    CommandRun run =
        CommandRun.of(
            "invariants",
            "--lagrangian",
            formula("pair"),
            "--data",
            normal(4),
            "--action",
            "aff(2)",
            "--tolerance",
            "1e-9");

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("∂L/∂x3 (1) + ∂L/∂x4 (1)");
  }

  @Test
  void aPendulumHasNoChargeAmongAffineMaps() {
    CommandRun run =
        CommandRun.of(
            "invariants",
            "--hamiltonian",
            formula("pendulum"),
            "--data",
            normal(2),
            "--action",
            "aff(2)");

    assertThat(run.exitCode()).isEqualTo(1);
    assertThat(run.out()).contains("No symmetry among the 6 directions has a charge");
  }

  @Test
  void theInvariantsOfAGroupAreNewColumns() throws IOException {
    Path out = folder.resolve("z.npy");
    String data = normal(6);
    CommandRun run =
        CommandRun.of("invariants", "--group", "so(3)^2", "--data", data, "--out", out.toString());

    assertThat(run.exitCode()).isZero();
    assertThat(run.out()).contains("x1² + x2² + x3²", "x1 x4 + x2 x5 + x3 x6");
    double[] x = first(Path.of(data));
    double[] z = first(out);
    assertThat(z[0]).isEqualTo(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]);
  }

  private static double[] first(Path file) {
    try (BatchStream stream = Datasets.open(file).batches(1)) {
      return stream.next().orElseThrow().values();
    }
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "--group so(3)^2 --flow F | give one of",
        "--degree 2 | give one of",
        "--hamiltonian F | --action is missing",
        "--group so(3) --with a=x | --with is given, and only --flow uses it",
        "--group so(3) --tolerance 0.1 | --tolerance is given, and only models use it",
        "--flow F --noise 0.1 | --noise is given, and only --group uses it",
        "--flow F --degree 0 | --degree 0 leaves nothing",
        "--flow F --degree 13 | is not between 0 and 12",
        "--flow F --with a=b | there is no 'b'",
        "--group so(4) | it acts on 4 inputs, the samples have 3",
        "--group image(3x3) | no polynomials",
        "--hamiltonian F --action gl(3) | it has 3 inputs and 3 outputs"
      })
  void whatMakesNoSenseIsSaid(String options, String expected) {
    String[] words =
        ("invariants --data " + normal(3) + " " + options.replace("F", formula("lorenz")))
            .split(" ", -1);

    CommandRun run = CommandRun.of(words);

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err()).contains(expected);
  }
}
