package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.Warning;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.data.Datasets;
import org.liegg.tck.fixtures.ExactModel;

/** Samples in the order of a file are not in a random one. */
class SortedFileTest {

  @Test
  void aSortedFileIsNotTakenForIndependentSamples() {
    // Nothing tells it from a path that went so far once.
    double[] sorted = new Random(4).doubles(4_000, -10, 10).sorted().toArray();
    double[] shuffled = new Random(4).doubles(4_000, -10, 10).toArray();

    SymmetryReport one = report(sorted);
    SymmetryReport other = report(shuffled);

    assertThat(one.warnings()).extracting(Warning::code).contains("dependent-samples");
    assertThat(one.nullspace().verdict()).isEqualTo(Verdict.INSUFFICIENT_EVIDENCE);
    assertThat(other.warnings()).isEmpty();
    assertThat(other.nullspace().verdict()).isEqualTo(Verdict.BROKEN);
  }

  private static SymmetryReport report(double[] samples) {
    ExactModel line =
        ExactModel.ofGradient(
            1,
            (x, g) -> {
              g[0] = Math.abs(x[0]) < 1 ? 0.01 : 1 / (x[0] * x[0]);
            });
    return ExactCases.extractor(line, "gl(1)", "gram")
        .data(Datasets.of("line", new Batch(samples.length, 1, samples)))
        .build()
        .extract();
  }
}
