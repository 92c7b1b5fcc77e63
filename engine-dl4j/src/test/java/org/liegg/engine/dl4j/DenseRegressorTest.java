package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.OutputException;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;

class DenseRegressorTest {
  @TempDir Path folder;

  @Test
  void learnsALinearFunctionAndSavesWhatItLearned() throws IOException {
    Batch x = inputs(500);
    Batch y = targets(x);
    DenseRegressor regressor = new DenseRegressor(2, List.of(16), 1, 1);
    double before = regressor.meanSquaredError(x, y);
    List<Integer> epochs = new ArrayList<>();

    regressor.train(x, y, 60, 50, (done, all) -> epochs.add(done));

    assertThat(epochs).hasSize(60).endsWith(60);
    assertThat(regressor.meanSquaredError(x, y)).isLessThan(before / 20);
    Path file = folder.resolve("model.zip");
    regressor.save(file);
    try (ModelGradient saved =
            Models.open(new Dl4jGradientProvider(), ModelSource.of(file), ModelOptions.defaults());
        var files = Files.list(folder)) {
      assertThat(saved.jacobians(x.slice(0, 1)).get(0, 0, 0)).isCloseTo(1, within(0.3));
      assertThat(saved.jacobians(x.slice(0, 1)).get(0, 0, 1)).isCloseTo(-2, within(0.5));
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void theSameSeedGivesTheSameNetwork() {
    Batch x = inputs(100);
    double[] errors = new double[2];
    for (int i = 0; i < 2; i++) {
      DenseRegressor regressor = new DenseRegressor(2, List.of(8), 1, 7);
      regressor.train(x, targets(x), 3, 25, (done, all) -> {});
      errors[i] = regressor.meanSquaredError(x, targets(x));
    }

    assertThat(errors[1]).isEqualTo(errors[0]);
  }

  @Test
  void saysWhereItCannotWrite() {
    DenseRegressor regressor = new DenseRegressor(2, List.of(4), 1, 1);
    Path nowhere = folder.resolve("missing").resolve("model.zip");

    assertThatThrownBy(() -> regressor.save(nowhere))
        .isInstanceOf(OutputException.class)
        .hasMessageContainingAll("LIEGG-OUTPUT-UNWRITABLE", nowhere.toString());
  }

  private static Batch inputs(int samples) {
    Random random = new Random(5);
    double[] values = new double[samples * 2];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new Batch(samples, 2, values);
  }

  /** x₁ − 2 x₂. */
  private static Batch targets(Batch x) {
    double[] values = new double[x.rows()];
    for (int n = 0; n < values.length; n++) {
      values[n] = x.get(n, 0) - 2 * x.get(n, 1);
    }
    return new Batch(values.length, 1, values);
  }
}
