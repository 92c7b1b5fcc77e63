package org.liegg.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.ModelSource;
import org.liegg.app.OpenParts;

/** Models of a process that is given many tasks. */
class OpenModelsTest {

  private static SharedExtraction extraction() {
    Batch samples = LocalSpark.samples(64);
    double[][] first = new double[64][];
    for (int row = 0; row < 64; row++) {
      first[row] = samples.slice(row, row + 1).values();
    }
    return new SharedExtraction(
        UUID.randomUUID().toString(),
        SharedModel.of(ModelSource.of(LocalSpark.MODEL), LocalSpark.SESSION.sparkContext()),
        new SparkExtraction.Question(new ArrayList<>()),
        new DescribedSamples("rows", "0".repeat(64), new String[] {"a", "b", "c"}, 64, first),
        PartLayout.of(new long[] {64}, 64, 1));
  }

  private static OpenParts opened(SharedExtraction extraction) {
    return OpenModels.with(extraction, open -> open);
  }

  @Test
  void oneIsOpenedForAllTasksOfAnExtraction() {
    SharedExtraction extraction = extraction();
    OpenParts first = opened(extraction);

    assertThat(opened(extraction)).isSameAs(first);
    OpenParts other = opened(extraction());
    assertThat(other).isNotSameAs(first);
    assertThat(opened(extraction)).isNotSameAs(first);
    OpenModels.closeIdle();
  }

  @Test
  void whatIsUsedStaysOpen() {
    SharedExtraction extraction = extraction();

    OpenModels.with(
        extraction,
        first -> {
          OpenModels.with(extraction(), other -> other);
          OpenModels.closeIdle();
          assertThat(opened(extraction)).isSameAs(first);
          return first;
        });
    OpenModels.closeIdle();
  }

  @Test
  void nobodyReadsAllSamplesOfAPart() {
    DescribedSamples described =
        new DescribedSamples(
            "rows", "0".repeat(64), new String[] {"a"}, 3, new double[][] {{1}, {2}});

    try (BatchStream batches = described.batches(2)) {
      assertThat(batches.next().orElseThrow().values()).containsExactly(1, 2);
      assertThatThrownBy(batches::next).isInstanceOf(IllegalStateException.class);
    }
  }
}
