package org.liegg.core.finite;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.OptionalLong;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;
import org.liegg.data.Datasets;

class FiniteSamplesTest {
  private static final int ALL = 40;

  @Test
  void knowsThePlaceOfEverySampleItDrew() {
    FiniteSamples drawn = draw(OptionalLong.empty(), 10, 3, 7);

    assertThat(drawn.count()).isEqualTo(10);
    for (int n = 0; n < 10; n++) {
      assertThat(drawn.batch().get(n, 0)).isEqualTo((double) drawn.places()[n]);
    }
    assertThat(Arrays.stream(drawn.places()).distinct().count()).isEqualTo(10);
  }

  @Test
  void drawsTheSameWithTheSameSeedWhateverTheBatches() {
    assertThat(draw(OptionalLong.empty(), 10, 3, 7).places())
        .containsExactly(draw(OptionalLong.empty(), 10, 40, 7).places());
    assertThat(draw(OptionalLong.empty(), 10, 3, 8).places())
        .isNotEqualTo(draw(OptionalLong.empty(), 10, 3, 7).places());
  }

  @Test
  void drawsFromTheFirstSamplesWhereOthersAreNotUsed() {
    assertThat(Arrays.stream(draw(OptionalLong.of(12), 10, 5, 7).places()).max().orElseThrow())
        .isLessThan(12);
    assertThat(draw(OptionalLong.of(4), 10, 5, 7).places()).containsExactly(0, 1, 2, 3);
  }

  @Test
  void everySampleHasTheSameChance() {
    int[] times = new int[ALL];
    for (int seed = 0; seed < 4000; seed++) {
      for (long place : draw(OptionalLong.empty(), 10, 16, seed).places()) {
        times[(int) place]++;
      }
    }
    // 1000 expected of each, with a standard deviation of 27.
    assertThat(Arrays.stream(times).min().orElseThrow()).isGreaterThan(860);
    assertThat(Arrays.stream(times).max().orElseThrow()).isLessThan(1140);
  }

  private static FiniteSamples draw(OptionalLong limit, int wanted, int batch, long seed) {
    double[] values = new double[ALL];
    Arrays.setAll(values, n -> n);
    Dataset data = Datasets.of("places", new Batch(ALL, 1, values));
    return FiniteSamples.draw(data, limit, batch, wanted, seed);
  }
}
