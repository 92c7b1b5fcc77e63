package org.liegg.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;
import org.liegg.core.ProgressListener;
import org.liegg.data.Datasets;

/** A dataset on executors says what the same rows in one process say, to the last bit. */
class SparkExtractionTest {
  private static final int ROWS = 1200;
  private static final Batch SAMPLES = LocalSpark.samples(ROWS);

  /** The same asked of the rows in memory. */
  private static SymmetryReport here(int parts) {
    return asked(ROWS).inParts(parts).extract(ProgressListener.silent());
  }

  private static Extraction asked(int rows) {
    return Liegg.create()
        .model(LocalSpark.MODEL)
        .data(Datasets.of("rows", SAMPLES.slice(0, rows)))
        .reference("so(3)")
        .settings(s -> s.withThreads(1));
  }

  private static SparkExtraction spread(Dataset<Row> rows, String... columns) {
    return SparkExtraction.of(rows, columns)
        .named("rows")
        .model(LocalSpark.MODEL)
        .reference("so(3)")
        .settings(s -> s.withThreads(1));
  }

  @Test
  void partsOfPartitionsOfAnySizeAreThoseOfOneProcess() {
    SymmetryReport here = here(3);
    Dataset<Row> skewed = LocalSpark.rows(SAMPLES, 0, 7, 1100, 0, 93, 0);

    SymmetryReport spread = spread(skewed).parts(3).extract();

    assertThat(ReportNumbers.of(spread)).isEqualTo(ReportNumbers.of(here));
    assertThat(spread.nullspace().dimension()).isEqualTo(3);
    assertThat(spread.finiteCheck()).isNotEmpty();
  }

  @Test
  void manyPartsAreMergedAsInOneProcess() {
    SymmetryReport spread = spread(LocalSpark.rows(SAMPLES, 500, 700)).parts(19).extract();

    assertThat(ReportNumbers.of(spread)).isEqualTo(ReportNumbers.of(here(19)));
  }

  @Test
  void aPartitionIsAPartWhereNothingElseIsSaid() {
    SymmetryReport spread = spread(LocalSpark.rows(SAMPLES, 300, 900)).extract();

    assertThat(ReportNumbers.of(spread)).isEqualTo(ReportNumbers.of(here(2)));
  }

  @Test
  void aLimitTakesTheFirstRows() {
    SymmetryReport here =
        asked(ROWS).settings(s -> s.withLimit(700)).inParts(2).extract(ProgressListener.silent());

    SymmetryReport spread =
        spread(LocalSpark.rows(SAMPLES, 400, 800))
            .settings(s -> s.withLimit(700))
            .parts(2)
            .extract();

    assertThat(ReportNumbers.of(spread)).isEqualTo(ReportNumbers.of(here));
    assertThat(spread.data().used()).isEqualTo(700);
  }

  @Test
  void columnsAreNamedOrArrays() {
    Dataset<Row> rows = LocalSpark.rows(SAMPLES, 600, 600);
    Dataset<Row> wide = rows.withColumn("label", col("x0")).select("label", "x2", "x1", "x0");
    Dataset<Row> arrays = rows.select(array(col("x1"), col("x2")).as("rest"), col("x0"));

    SymmetryReport named = spread(wide, "x0", "x1", "x2").extract();
    SymmetryReport held = spread(arrays, "x0", "rest").extract();

    assertThat(ReportNumbers.of(named)).isEqualTo(ReportNumbers.of(here(2)));
    assertThat(held.spectrum().singularValues()).isEqualTo(named.spectrum().singularValues());
    assertThat(named.data().columns()).isEqualTo(List.of("x0", "x1", "x2"));
    assertThat(held.data().columns()).isEqualTo(List.of("x0", "rest[0]", "rest[1]"));
  }
}
