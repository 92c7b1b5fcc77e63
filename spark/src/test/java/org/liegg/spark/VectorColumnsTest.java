package org.liegg.spark;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import org.apache.spark.ml.linalg.DenseVector;
import org.apache.spark.ml.linalg.SQLDataTypes;
import org.apache.spark.ml.linalg.SparseVector;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.RowFactory;
import org.apache.spark.sql.types.StructType;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.report.SymmetryReport;

/** Columns that Spark's machine learning makes, by its own classes. */
class VectorColumnsTest {
  private static final int ROWS = 300;
  private static final Batch SAMPLES = LocalSpark.samples(ROWS);

  /** Every third vector is stored as a sparse one. */
  private static Dataset<Row> vectors() {
    List<Row> rows = new ArrayList<>();
    for (int row = 0; row < ROWS; row++) {
      double[] values = SAMPLES.slice(row, row + 1).values();
      rows.add(
          RowFactory.create(
              row % 3 == 0
                  ? new SparseVector(values.length, new int[] {0, 1, 2}, values)
                  : new DenseVector(values)));
    }
    return LocalSpark.SESSION.createDataFrame(
        rows, new StructType().add("features", SQLDataTypes.VectorType()));
  }

  @Test
  void areTheSamplesThatTheyHold() {
    SymmetryReport numbers =
        SparkExtraction.of(LocalSpark.rows(SAMPLES, 150, 150)).model(LocalSpark.MODEL).extract();

    SymmetryReport held =
        SparkExtraction.of(vectors(), "features").model(LocalSpark.MODEL).parts(2).extract();

    assertThat(ReportNumbers.of(held)).isEqualTo(ReportNumbers.of(numbers));
    assertThat(held.data().columns())
        .isEqualTo(List.of("features[0]", "features[1]", "features[2]"));
  }
}
