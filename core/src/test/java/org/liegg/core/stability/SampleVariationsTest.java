package org.liegg.core.stability;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.Precision;
import org.liegg.core.ExactCases;
import org.liegg.data.Datasets;
import org.liegg.tck.fixtures.ExactModel;

class SampleVariationsTest {
  private static final int ALL = 2000;
  private static final Batch SAMPLES = samples();

  @Test
  void noiseIsAHundredthOfTheSpreadOfTheInputThatVariesAndOfNothingElse() {
    double[] noisy = read(Objects.requireNonNull(variations(1).get("with noise of 1 %")), 64);

    double square = 0;
    for (int n = 0; n < ALL; n++) {
      assertThat(noisy[2 * n]).isEqualTo(SAMPLES.get(n, 0));
      square += Math.pow(noisy[2 * n + 1] - SAMPLES.get(n, 1), 2) / ALL;
    }
    // The column has a mean of 100 and a standard deviation of 5.
    assertThat(Math.sqrt(square)).isCloseTo(0.05, within(0.004));
  }

  @Test
  void everyPassAndEveryBatchSizeSeesTheSame() {
    variations(1)
        .values()
        .forEach(data -> assertThat(read(data, 7)).containsExactly(read(data, 500)));
  }

  @Test
  void randomHalvesAreHalvesAndDifferWithTheSeed() {
    double[] one = read(Objects.requireNonNull(variations(1).get("a random half")), 64);

    assertThat(one).hasSize(ALL);
    assertThat(one)
        .isNotEqualTo(read(Objects.requireNonNull(variations(1).get("another random half")), 64));
    assertThat(one)
        .isNotEqualTo(read(Objects.requireNonNull(variations(5).get("a random half")), 64));
  }

  private static Map<String, Dataset> variations(long seed) {
    ExactModel model =
        new ExactModel(2, 1, 1, 1, Precision.DOUBLE, x -> new double[1], x -> new double[1]);
    return new SampleVariations(Datasets.of("two", SAMPLES), ALL, model.info(), seed).all();
  }

  private static double[] read(Dataset data, int batchSize) {
    double[] values = new double[0];
    try (BatchStream batches = data.batches(batchSize)) {
      for (Optional<Batch> next = batches.next(); next.isPresent(); next = batches.next()) {
        int from = values.length;
        values = Arrays.copyOf(values, from + next.get().values().length);
        System.arraycopy(next.get().values(), 0, values, from, next.get().values().length);
      }
    }
    return values;
  }

  private static Batch samples() {
    Batch samples = new Batch(ALL, 2, ExactCases.gaussians(2 * ALL, 11));
    for (int n = 0; n < ALL; n++) {
      samples.values()[2 * n + 1] = 100 + 5 * samples.values()[2 * n + 1];
    }
    return samples;
  }
}
