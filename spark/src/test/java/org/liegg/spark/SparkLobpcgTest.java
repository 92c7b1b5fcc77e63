package org.liegg.spark;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import java.util.stream.IntStream;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.report.SpectrumInfo;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;
import org.liegg.core.ProgressListener;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.data.Datasets;

/** Iterations whose steps are passes over rows that stay with the executors. */
class SparkLobpcgTest {
  private static final int SMALLEST = 14;
  static final Batch SAMPLES = normal(3000, 10);

  private static Batch normal(int rows, int columns) {
    Random random = new Random(5);
    return new Batch(
        rows,
        columns,
        IntStream.range(0, rows * columns).mapToDouble(i -> random.nextGaussian()).toArray());
  }

  /** Of so little memory that a matrix for a hundred fields is too large. */
  private static ExtractionSettings little(ExtractionSettings settings) {
    return settings.withThreads(1).withSmallest(SMALLEST).withMemoryBytes(48 << 20);
  }

  private static Extraction here(String decomposition) {
    return Liegg.create()
        .model(LocalSpark.WIDE_MODEL)
        .data(Datasets.of("rows", SAMPLES))
        .decomposition(decomposition);
  }

  static SparkExtraction spread(Dataset<Row> rows) {
    return SparkExtraction.of(rows)
        .named("rows")
        .model(LocalSpark.WIDE_MODEL)
        .decomposition("lobpcg")
        .settings(SparkLobpcgTest::little);
  }

  @Test
  void partsOfPartitionsOfAnySizeAreThoseOfOneProcess() {
    SymmetryReport parts =
        here("lobpcg")
            .settings(SparkLobpcgTest::little)
            .inParts(9)
            .extract(ProgressListener.silent());
    SymmetryReport one = here("lobpcg").settings(SparkLobpcgTest::little).extract();
    SymmetryReport all = here("gram").settings(s -> s.withThreads(1)).extract();

    SymmetryReport report =
        spread(LocalSpark.rows(SAMPLES, 0, 20, 2500, 0, 480, 0)).parts(9).extract();

    assertThat(ReportNumbers.of(report)).isEqualTo(ReportNumbers.of(parts));
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.nullspace().dimension()).isEqualTo(all.nullspace().dimension());
    assertThat(report.decomposition().detail()).startsWith("LOBPCG, ");
    assertThat(steps(report)).isCloseTo(steps(one), within(2));
    areSmallestOf(report.spectrum(), one.spectrum(), all.spectrum().singularValues()[0]);
    areSmallestOf(report.spectrum(), all.spectrum(), all.spectrum().singularValues()[0]);
  }

  private static void areSmallestOf(SpectrumInfo found, SpectrumInfo all, double largest) {
    int skipped = all.singularValues().length - SMALLEST;
    for (int i = 0; i < SMALLEST; i++) {
      double sigma = found.singularValues()[i] / largest;
      double expected = all.singularValues()[skipped + i] / largest;
      assertThat(sigma * sigma).isCloseTo(expected * expected, within(1e-9));
      assertThat(found.defect()[i]).isCloseTo(all.defect()[skipped + i], within(1e-9));
    }
  }

  @Test
  void fewFieldsAreLeftToAMatrixThatThePartsMake() {
    SparkExtraction asked = spread(LocalSpark.rows(SAMPLES, 1000, 0, 2000));

    SymmetryReport report = asked.settings(s -> s.withMemoryBytes(1 << 30)).extract();

    SymmetryReport all = here("gram").settings(s -> s.withThreads(1)).extract();
    assertThat(report.decomposition().detail()).startsWith("100 columns are few");
    assertThat(report.nullspace().dimension()).isEqualTo(all.nullspace().dimension());
    assertThat(report.spectrum().singularValues())
        .containsExactly(
            all.spectrum().singularValues(), within(1e-9 * all.spectrum().singularValues()[0]));
  }

  private static int steps(SymmetryReport report) {
    return Integer.parseInt(report.decomposition().detail().split("\\D+", -1)[1]);
  }
}
