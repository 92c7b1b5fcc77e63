package org.liegg.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.DoubleStream;
import org.apache.spark.util.LongAccumulator;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;

/** The rows of a task as the samples of its part. */
class PartSamplesTest {
  private static final DescribedSamples ALL =
      new DescribedSamples("rows", "digest of all", new String[] {"x"}, 20, new double[0][]);

  private static PartSamples samples(int given, PartSamples.Range range) {
    List<double[]> rows =
        DoubleStream.iterate(0, x -> x + 1).limit(given).mapToObj(x -> new double[] {x}).toList();
    return new PartSamples(ALL, rows.iterator(), range, new LongAccumulator());
  }

  private static List<List<Double>> read(PartSamples samples) {
    List<List<Double>> all = new ArrayList<>();
    try (BatchStream batches = samples.batches(4)) {
      for (Optional<Batch> next = batches.next(); next.isPresent(); next = batches.next()) {
        all.add(DoubleStream.of(next.get().values()).boxed().toList());
      }
    }
    return all;
  }

  @Test
  void batchesAreThoseOfAReaderOfAllSamples() {
    PartSamples samples = samples(9, new PartSamples.Range(2, 7, 13, false));

    assertThat(samples.samples()).hasValue(6);
    assertThat(samples.sha256()).isEqualTo("digest of all");
    assertThat(read(samples))
        .containsExactly(List.of(2.0), List.of(3.0, 4.0, 5.0, 6.0), List.of(7.0));
    assertThat(samples.done()).isTrue();
  }

  @Test
  void rowsAreThereOnce() {
    PartSamples samples = samples(4, new PartSamples.Range(0, 0, 4, true));

    read(samples);
    assertThatThrownBy(() -> samples.batches(4)).isInstanceOf(IllegalStateException.class);
  }

  @Test
  void missingRowsAreRefused() {
    assertThatThrownBy(() -> read(samples(5, new PartSamples.Range(0, 0, 6, true))))
        .hasMessageStartingWith("LIEGG-DATA-CHANGED: data rows: it ends at row 5");
  }

  @Test
  void rowsBehindTheLastAreRefused() {
    assertThatThrownBy(() -> read(samples(7, new PartSamples.Range(0, 0, 6, true))))
        .hasMessageContaining("it goes on behind row 6");
    assertThat(read(samples(7, new PartSamples.Range(0, 0, 6, false)))).hasSize(2);
  }
}
