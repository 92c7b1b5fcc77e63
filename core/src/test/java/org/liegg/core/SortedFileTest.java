package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.data.Datasets;

/** Samples in the order of a file are not in a random one. */
class SortedFileTest {

  @Test
  void aSortedFileIsNotMistakenForOneWithoutChance() {
    // Neighbours of a sorted file are alike; paired with each other they would make a defect of 1.
    ExactModel line =
        new ExactModel(
            1,
            (x, g) -> {
              g[0] = Math.abs(x[0]) < 1 ? 0.01 : 1 / (x[0] * x[0]);
            });
    double[] sorted = new Random(4).doubles(4_000, -10, 10).sorted().toArray();
    double[] shuffled = new Random(4).doubles(4_000, -10, 10).toArray();

    double one = heldOut(line, sorted);
    double other = heldOut(line, shuffled);

    assertThat(one / other).isBetween(0.8, 1.25);
  }

  private static double heldOut(ExactModel model, double[] samples) {
    return ExactCases.extractor(model, "gl(1)", "gram")
        .data(Datasets.of("line", new Batch(samples.length, 1, samples)))
        .build()
        .extract()
        .heldOut()
        .orElseThrow()
        .directions()
        .get(0)
        .defect();
  }
}
