package org.liegg.spark;

import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Iterator;
import java.util.List;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.catalyst.InternalRow;
import org.apache.spark.sql.functions;
import org.junit.jupiter.api.Test;

/** What is read of the cells of each type. */
class SampleCellTest {

  /** The only row of an expression as a sample. */
  private static double[] sample(String expression) {
    Dataset<Row> rows = LocalSpark.SESSION.range(1).select(expr(expression).as("a"));
    SampleColumns declared = SampleColumns.of(SparkExtraction.of(rows));
    SampleColumns.RowPlace place = new SampleColumns.RowPlace(0, 0);
    Iterator<InternalRow> stored =
        declared
            .select(rows)
            .queryExecution()
            .toRdd()
            .toJavaRDD()
            .map(InternalRow::copy)
            .collect()
            .iterator();
    InternalRow row = stored.next();
    return declared.with(declared.widths(row, place)).read(row, place);
  }

  @Test
  void numbersOfEveryType() {
    for (String type : List.of("TINYINT", "SMALLINT", "INT", "BIGINT", "FLOAT", "DOUBLE")) {
      assertThat(sample("CAST(-7 AS %s)".formatted(type))).as(type).containsExactly(-7);
    }
    assertThat(sample("CAST(2.25 AS DECIMAL(20, 2))")).containsExactly(2.25);
  }

  @Test
  void arraysOfNumbers() {
    assertThat(sample("ARRAY(1.5F, -2F)")).containsExactly(1.5, -2);
    assertThat(sample("ARRAY(3L, 4L, 5L)")).containsExactly(3, 4, 5);
    assertThat(sample("ARRAY(CAST(0.5 AS DECIMAL(3, 1)))")).containsExactly(0.5);
  }

  @Test
  void vectorsAsSparkStoresThem() {
    String dense = "1Y AS type, CAST(NULL AS INT) AS size, CAST(NULL AS ARRAY<INT>) AS indices";
    assertThat(sample("STRUCT(%s, ARRAY(1D, 2D) AS values)".formatted(dense)))
        .containsExactly(1, 2);
    String sparse = "0Y AS type, 4 AS size, ARRAY(1, 3) AS indices, ARRAY(5D, 6D) AS values";
    assertThat(sample("STRUCT(%s)".formatted(sparse))).containsExactly(0, 5, 0, 6);
  }

  @Test
  void namesOfColumnsMayHaveDots() {
    Dataset<Row> rows =
        LocalSpark.SESSION.range(1).select(functions.lit(3).as("a.b"), col("id").as("c`d"));

    SampleColumns columns = SampleColumns.of(SparkExtraction.of(rows, "c`d", "a.b"));

    assertThat(columns.select(rows).columns()).containsExactly("c`d", "a.b");
    assertThat(columns.valueNames()).containsExactly("c`d", "a.b");
  }
}
