package org.liegg.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Random;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.Liegg;
import org.liegg.core.ProgressListener;
import org.liegg.data.Datasets;

/** A model that is a folder is opened from what Spark makes of it. */
@Tag("slow")
class SavedModelTest {
  private static final int ROWS = 200;
  private static final int COLUMNS = 10;
  private static final Batch SAMPLES =
      new Batch(ROWS, COLUMNS, new Random(5).doubles((long) ROWS * COLUMNS, -1, 1).toArray());

  @Test
  void saysWhatTheFolderItselfSays() {
    SymmetryReport here =
        Liegg.create()
            .model(LocalSpark.SAVED_MODEL)
            .data(Datasets.of("rows", SAMPLES))
            .action("gl(5)^2")
            .inParts(2)
            .extract(ProgressListener.silent());

    SymmetryReport spread =
        SparkExtraction.of(LocalSpark.rows(SAMPLES, 80, 120))
            .model(LocalSpark.SAVED_MODEL)
            .action("gl(5)^2")
            .extract();

    assertThat(spread.model().engine()).isEqualTo("tensorflow");
    assertThat(spread.spectrum().singularValues()).isEqualTo(here.spectrum().singularValues());
    assertThat(spread.nullspace().dimension()).isEqualTo(here.nullspace().dimension());
  }
}
