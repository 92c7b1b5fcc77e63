package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.data.Datasets;
import org.liegg.data.NpyWriter;

/** {@code liegg jets}, and extractions from what it writes. */
class JetsCommandTest {
  private static final Path EQUATIONS = Path.of("..", "examples/equations");
  private static final int POINTS = 64;
  private static final double DX = 2 * Math.PI / POINTS;
  private static final String SPACING = "0.01," + DX;

  @TempDir private Path folder;

  private String file(String name) {
    return folder.resolve(name).toString();
  }

  /** Solutions × 101 × 64. */
  private void grid(DoubleBinaryOperator function, double dx, double noise) throws IOException {
    grid(1, (solution, t, x) -> function.applyAsDouble(t, x), dx, noise);
  }

  private interface Solutions {
    double at(int solution, double t, double x);
  }

  private void grid(int solutions, Solutions functions, double dx, double noise)
      throws IOException {
    Random random = new Random(1);
    int each = 101 * POINTS;
    double[] values = new double[solutions * each];
    Arrays.setAll(
        values,
        i -> {
          int time = i % each / POINTS;
          return functions.at(i / each, 0.01 * time, dx * (i % POINTS))
              + noise * random.nextGaussian();
        });
    Path file = folder.resolve("u.npy");
    if (solutions == 1) {
      NpyWriter.write(file, new Batch(101, POINTS, values));
      return;
    }
    NpyWriter.write(file, new Batch(solutions, each, values));
    byte[] bytes = Files.readAllBytes(file);
    String header = new String(bytes, 0, 128, StandardCharsets.ISO_8859_1);
    String flat = "(%d, %d), }".formatted(solutions, each);
    String shaped = "(%d, 101, %d), }".formatted(solutions, POINTS);
    String padded = flat + " ".repeat(shaped.length() - flat.length());
    assertThat(header).contains(padded);
    byte[] changed = header.replace(padded, shaped).getBytes(StandardCharsets.ISO_8859_1);
    System.arraycopy(changed, 0, bytes, 0, 128);
    Files.write(file, bytes);
  }

  private static double heat(double t, double x) {
    return heat(0, t, x);
  }

  private static double heat(int solution, double t, double x) {
    Random random = new Random(solution);
    double sum = random.nextGaussian();
    for (int wave = 1; wave <= 4; wave++) {
      double angle = wave * x + 6 * random.nextDouble();
      sum += Math.exp(-wave * wave * t) * Math.sin(angle) * random.nextGaussian() / wave;
    }
    return sum;
  }

  /** u = −2 φ_x/φ, φ a solution of the heat equation (Cole, Hopf). */
  private static double burgers(int solution, double t, double x) {
    Random random = new Random(solution);
    double sum = 3;
    double slope = 0;
    for (int wave = 1; wave <= 3; wave++) {
      double angle = wave * x + 6 * random.nextDouble();
      double size = Math.exp(-wave * wave * t) * random.nextDouble();
      sum += size * Math.sin(angle);
      slope += wave * size * Math.cos(angle);
    }
    return -2 * slope / sum;
  }

  private static double soliton(double t, double x) {
    return 0.75 / Math.pow(Math.cosh(Math.sqrt(1.5) / 2 * (x - 8 - 1.5 * t)), 2);
  }

  @BeforeEach
  void heatOnAGrid() throws IOException {
    grid(JetsCommandTest::heat, DX, 0);
  }

  private CommandRun jets(String... more) {
    List<String> all =
        new ArrayList<>(List.of("jets", "--data", file("u.npy"), "--out", file("jets.npy")));
    all.addAll(List.of(more));
    return CommandRun.of(all.toArray(String[]::new));
  }

  private CommandRun extract(String equation, String action, String... more) {
    List<String> all = new ArrayList<>(List.of("--action", action, "--finite-samples", "0"));
    all.addAll(List.of(more));
    return CommandRun.on(
        "extract",
        EQUATIONS.resolve(equation + ".formula"),
        folder.resolve("jets.npy"),
        all.toArray(String[]::new));
  }

  @Test
  void writesJetsThatSatisfyTheEquation() {
    CommandRun run =
        jets(
            "--spacing",
            SPACING,
            "--origin",
            "1,-2",
            "--order",
            "2",
            "--derivatives",
            "spectral",
            "--values",
            file("ut.npy"),
            "--errors",
            file("e.npy"),
            "--samples",
            "300");

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .contains(
            "jets.npy: 300 rows, t, x, u, u_x, u_xx.",
            "ut.npy: 300 rows, u_t.",
            "6080 points of the grid have all derivatives.",
            "No bound of an extraction knows of them, unless it is given them")
        .doesNotContain("of the spread");
    Batch jets = Datasets.read(Datasets.open(folder.resolve("jets.npy")), 1000);
    Batch values = Datasets.read(Datasets.openTargets(folder.resolve("ut.npy")), 1000);
    Batch errors = Datasets.read(Datasets.open(folder.resolve("e.npy")), 1000);
    assertThat(errors.columns()).isEqualTo(5);
    for (int n = 0; n < 300; n++) {
      assertThat(Math.abs(values.get(n, 0) - jets.get(n, 4))).isLessThan(2e-4);
      assertThat(jets.get(n, 0)).isBetween(1.0, 2.0);
      assertThat(jets.get(n, 1)).isBetween(-2.0, -2 + 2 * Math.PI);
      assertThat(errors.get(n, 0)).isZero();
    }
  }

  @ParameterizedTest
  @CsvSource({"0, spectral", "0, differences", "1e-3, smoothing"})
  void gridsOfTheHeatEquationHaveItsEightSymmetries(double noise, String way) throws IOException {
    grid(20, JetsCommandTest::heat, DX, noise);
    jets("--spacing", SPACING, "--order", "2", "--derivatives", way, "--errors", file("e.npy"));
    CommandRun run = extract("heat", "jet(2,2)", "--input-errors", file("e.npy"));

    assertThat(run.err()).isEmpty();
    assertThat(run.exitCode()).isZero();
    assertThat(run.out())
        .startsWith("The equation has 8 of 23 candidates as symmetries")
        .contains("scale(1)⋉massive-galilei(1)");
  }

  @Test
  void gridsOfBurgersEquationHaveItsFiveSymmetries() throws IOException {
    grid(20, JetsCommandTest::burgers, DX, 0);
    jets("--spacing", SPACING, "--order", "2", "--derivatives", "spectral");
    CommandRun run = extract("burgers", "jet(2,2)", "--tolerance", "1e-6");

    assertThat(run.out())
        .startsWith("The equation has 5 of 23 candidates as symmetries")
        .contains("sl(2)⋉R^2");
  }

  @Test
  void errorsHideThatASolitonIsOfOneKind() throws IOException {
    grid(JetsCommandTest::soliton, 0.25, 1e-4);
    jets(
        "--spacing",
        "0.01,0.25",
        "--order",
        "3",
        "--derivatives",
        "smoothing",
        "--errors",
        file("e.npy"));
    CommandRun run = extract("kdv", "jet(3,2)", "--input-errors", file("e.npy"));

    assertThat(run.exitCode()).isEqualTo(3);
    assertThat(run.out()).contains("! input-errors: Errors explain");
  }

  @Test
  void saysWhichColumnsAreInexact() throws IOException {
    grid(JetsCommandTest::heat, DX, 0.01);
    CommandRun run = jets("--spacing", SPACING, "--order", "2");

    assertThat(run.out())
        .contains(
            "u, u_x, u_xx, u_t: the error is more than 0.01 of the spread; try --derivatives"
                + " smoothing")
        .contains("Noise of the values: 0.00");
  }

  @Test
  void refusesGridsThatAreTooShort() {
    NpyWriter.write(folder.resolve("u.npy"), new Batch(4, POINTS, new double[4 * POINTS]));
    CommandRun few = jets("--spacing", SPACING, "--order", "2");
    assertThat(few.exitCode()).isEqualTo(2);
    assertThat(few.err())
        .startsWith("liegg: LIEGG-JETS-GRID: ")
        .contains("there are 4 points along time, derivatives take 7");
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = ';',
      value = {
        "--spacing t.npy --order 2; points that are unevenly spaced have to be interpolated",
        "--spacing 0.01,-1 --order 2; --spacing is [0.01, -1.0]: every one is above 0",
        "--spacing 1,1,1,1,1 --order 2; --spacing has 5 numbers, one for time",
        "--spacing 1,1,1 --order 2; its shape is (101 × 64), and time × x × y, or",
        "--spacing 1,1 --fields 2 --order 2; its shape is (101 × 64), and time × x × 2, or",
        "--spacing 1,1 --fields 4 --order 2; 'fields=4'",
        "--spacing 1,1 --order 9; the order is '9', it is 1 to 8",
        "--spacing 1,1 --order 1 --time 2; an equation of second order in t takes",
        "--spacing 1 --order 1 --derivatives spectral; there is no space along which",
        "--spacing 1 --order 1 --time 2; a motion of order 1 with time=2",
        "--spacing 1 --order 1 --fields 3; its shape is (101 × 64)",
        "--spacing 1,1 --order 1 --values a.npy --errors ./a.npy; name one file twice",
        "--spacing 1,1 --origin 0 --order 1; as many numbers as --spacing, 2",
        "--spacing 1,1 --order 1 --samples 0; --samples: 0 is less than 1",
        "--spacing 1,1 --order 1 --derivatives best; expected differences, spectral or smoothing"
      })
  void refusesWhatMakesNoSense(String words, String message) {
    CommandRun run = jets(words.split(" "));

    assertThat(run.exitCode()).isEqualTo(2);
    assertThat(run.err().replaceAll("\\s+", " ")).contains(message);
  }

  @Test
  void takesVelocitiesOfTrajectories() {
    CommandRun run = jets("--spacing", "0.01", "--order", "1", "--values", file("dx.npy"));

    assertThat(run.exitCode()).isZero();
    assertThat(Datasets.open(folder.resolve("jets.npy")).columns()).isEqualTo(POINTS);
    assertThat(Datasets.open(folder.resolve("dx.npy")).columns()).isEqualTo(POINTS);
  }

  @Test
  void refusesErrorsThatBoundsCannotKnowOf() {
    jets("--spacing", SPACING, "--order", "2", "--errors", file("e.npy"));

    for (String[] more :
        List.of(
            new String[] {"--input-errors", file("e.npy"), "--parts", "2"},
            new String[] {"--input-errors", file("e.npy"), "--discrete"},
            new String[] {"--input-errors", file("u.npy")})) {
      CommandRun run = extract("heat", "jet(2,2)", more);
      assertThat(run.exitCode()).isEqualTo(2);
      assertThat(run.err()).startsWith("liegg: LIEGG-DATA-ERRORS: ");
    }
  }
}
