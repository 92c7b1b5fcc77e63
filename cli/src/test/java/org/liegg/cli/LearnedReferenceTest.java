package org.liegg.cli;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.data.NpyWriter;

/**
 * Generators that were learned have rounding in every coefficient, also beside what a model does
 * not depend on. That must not hide that the other ones fail.
 */
class LearnedReferenceTest {
  private static final Path EQUATIONS = Path.of("..", "examples/equations");

  @TempDir private Path folder;

  private String normal(int columns) {
    Random random = new Random(3);
    double[] values = new double[1500 * columns];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    Path file = folder.resolve("x.npy");
    NpyWriter.write(file, new Batch(1500, columns, values));
    return file.toString();
  }

  private String formula(String name, String text) throws IOException {
    return Files.writeString(folder.resolve(name + ".formula"), text).toString();
  }

  private int kept(String learnedOf, String model, String action, String samples) {
    String file = folder.resolve("found.json").toString();
    CommandRun found = run("extract", learnedOf, action, samples, "--generators", file);
    assertThat(found.err()).isEmpty();
    assertThat(run("check", learnedOf, action, samples, "--expect", file).exitCode()).isZero();
    return run("check", model, action, samples, "--expect", file).exitCode();
  }

  private static CommandRun run(
      String command, String model, String action, String samples, String option, String value) {
    return CommandRun.of(
        command,
        "--model",
        model,
        "--data",
        samples,
        "--action",
        action,
        "--tolerance",
        "1e-6",
        option,
        value);
  }

  @Test
  void burgersDoesNotKeepWhatTheHeatEquationKeeps() {
    String heat = EQUATIONS.resolve("heat.formula").toString();
    String burgers = EQUATIONS.resolve("burgers.formula").toString();

    assertThat(kept(heat, burgers, "jet(2,2)", normal(5))).isEqualTo(1);
  }

  @Test
  void anEllipseDoesNotTurnWhateverElseIsUnused() throws IOException {
    String circle = formula("circle", "inputs x, y, z\nr = (x - 1)^2 + y^2\n");
    String ellipse = formula("ellipse", "inputs x, y, z\nr = (x - 1)^2 + 2*y^2\n");

    assertThat(kept(circle, ellipse, "aff(3)", normal(3))).isEqualTo(1);
  }
}
