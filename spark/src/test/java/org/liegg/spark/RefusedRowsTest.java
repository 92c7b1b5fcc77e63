package org.liegg.spark;

import static org.apache.spark.sql.functions.array;
import static org.apache.spark.sql.functions.col;
import static org.apache.spark.sql.functions.expr;
import static org.apache.spark.sql.functions.lit;
import static org.apache.spark.sql.functions.when;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.apache.spark.sql.Column;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.junit.jupiter.api.Test;
import org.liegg.api.LieggException;

/** Rows that are no samples, and models that are not for them. */
class RefusedRowsTest {
  private static final Dataset<Row> ROWS = LocalSpark.rows(LocalSpark.samples(60), 20, 40);

  private static void refused(Dataset<Row> rows, String code, String words, String... columns) {
    assertThatThrownBy(() -> SparkExtraction.of(rows, columns).model(LocalSpark.MODEL).extract())
        .isInstanceOfSatisfying(LieggException.class, e -> assertThat(e.code()).isEqualTo(code))
        .hasMessageContaining(words);
  }

  private static Dataset<Row> with(Column x2) {
    return ROWS.withColumn("x2", x2);
  }

  @Test
  void columnsThatAreNotThereOrTwice() {
    refused(ROWS, "LIEGG-DATA-COLUMN", "no column 'y'; its columns are x0, x1, x2", "x0", "y");
    refused(ROWS, "LIEGG-DATA-COLUMN", "'x0' is there or asked for twice", "x0", "x0", "x1");
    refused(ROWS.select("x0", "x1", "x1"), "LIEGG-DATA-COLUMN", "'x1'");
  }

  @Test
  void columnsThatAreNoNumbers() {
    refused(with(lit("three")), "LIEGG-DATA-TEXT", "column 'x2' is of the type string");
    refused(with(array(lit("three"))), "LIEGG-DATA-TEXT", "array<string>");
    refused(with(lit(true)), "LIEGG-DATA-TEXT", "boolean");
  }

  @Test
  void rowsThatLackAValue() {
    Column holed = when(col("x0").gt(0), col("x2"));
    refused(with(holed), "LIEGG-DATA-CELL", "column 'x2' lacks a value");
    refused(with(array(holed)), "LIEGG-DATA-CELL", "column 'x2' lacks a value");
    refused(with(expr("CAST(NULL AS ARRAY<DOUBLE>)")), "LIEGG-DATA-CELL", "row 1 of partition 1");
  }

  @Test
  void valuesThatAreNotFinite() {
    refused(with(expr("double('NaN')")), "LIEGG-DATA-NONFINITE", "column 'x2' holds NaN");
  }

  @Test
  void arraysOfDifferentLengths() {
    Column ragged = expr("IF(x0 > 0, ARRAY(x2), ARRAY(x2, x2))");
    refused(with(ragged), "LIEGG-DATA-RAGGED", "in the first row");
  }

  @Test
  void rowsOfAnotherLengthThanTheModelTakes() {
    refused(ROWS, "LIEGG-DATA-WIDTH", "a sample has 2 values", "x0", "x1");
  }

  @Test
  void noRows() {
    refused(ROWS.where("false"), "LIEGG-DATA-EMPTY", "it holds no samples");
    refused(
        ROWS.where("false").select(array(col("x0"), col("x1"), col("x2"))),
        "LIEGG-DATA-EMPTY",
        "it holds no samples");
  }

  @Test
  void whatCannotBeDoneInParts() {
    assertThatThrownBy(
            () ->
                SparkExtraction.of(ROWS)
                    .model(LocalSpark.MODEL)
                    .settings(s -> s.withStability(true))
                    .extract())
        .hasMessageStartingWith("LIEGG-STATE-UNSUPPORTED");
    assertThatThrownBy(() -> SparkExtraction.of(ROWS).model("nowhere.h5").extract())
        .hasMessageStartingWith("LIEGG-MODEL-NOT-FOUND");
  }
}
