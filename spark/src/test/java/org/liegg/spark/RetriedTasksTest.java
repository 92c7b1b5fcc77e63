package org.liegg.spark;

import static org.apache.spark.sql.functions.callUDF;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.TaskContext;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Test;
import org.liegg.api.LieggException;
import org.liegg.api.report.SymmetryReport;

/** Tasks that fail and are done again change nothing; rows that change are refused. */
class RetriedTasksTest {
  private static final AtomicInteger FAILURES = new AtomicInteger();
  private static final Random RANDOM = new Random(3);

  private static Dataset<Row> through(UDF1<Double, Double> function) {
    Dataset<Row> rows = LocalSpark.rows(LocalSpark.samples(600), 200, 400);
    LocalSpark.SESSION.udf().register("through", function, DataTypes.DoubleType);
    return rows.withColumn("x0", callUDF("through", col("x0"))).select("x0", "x1", "x2");
  }

  private static SparkExtraction asked(Dataset<Row> rows) {
    return SparkExtraction.of(rows).model(LocalSpark.MODEL).reference("so(3)");
  }

  @Test
  void aTaskThatFailsIsDoneAgain() {
    SymmetryReport calm = asked(through(value -> value)).extract();

    SymmetryReport shaken = asked(through(RetriedTasksTest::failingAtFirst)).extract();

    assertThat(FAILURES).hasValueGreaterThan(5);
    assertThat(ReportNumbers.of(shaken)).isEqualTo(ReportNumbers.of(calm));
  }

  private static double failingAtFirst(double value) {
    if (TaskContext.get().attemptNumber() == 0 && value > 0.9) {
      FAILURES.incrementAndGet();
      throw new IllegalStateException("an executor is lost");
    }
    return value;
  }

  @Test
  void otherValuesAtASecondReadingAreRefused() {
    Dataset<Row> noisy = through(value -> value + RANDOM.nextDouble());

    assertThatThrownBy(() -> asked(noisy).extract())
        .isInstanceOfSatisfying(
            LieggException.class, e -> assertThat(e.code()).isEqualTo("LIEGG-DATA-CHANGED"))
        .hasMessageContaining("persist()");
  }

  @Test
  void moreOrFewerRowsAtASecondReadingAreRefused() {
    LocalSpark.SESSION
        .udf()
        .register("kept", (Double value) -> RANDOM.nextInt(9) > 0, DataTypes.BooleanType);
    Dataset<Row> thinned = through(value -> value).where(callUDF("kept", col("x0")));

    assertThatThrownBy(() -> asked(thinned).extract())
        .hasMessageStartingWith("LIEGG-DATA-CHANGED: data Spark dataset: ")
        .hasMessageContaining("rows that were counted");
  }

  @Test
  void rowsThatArePersistedDoNotChange() {
    Dataset<Row> kept = through(value -> value + RANDOM.nextDouble()).persist();
    try {
      assertThat(asked(kept).extract().data().used()).isEqualTo(600);
    } finally {
      kept.unpersist();
    }
  }

  @Test
  void whatFailsAgainAndAgainIsSaid() {
    Dataset<Row> broken =
        through(
            value -> {
              throw new IllegalStateException("no such value");
            });

    assertThatThrownBy(() -> asked(broken).extract())
        .isInstanceOfSatisfying(
            LieggException.class, e -> assertThat(e.code()).isEqualTo("LIEGG-SPARK-FAILED"));
  }
}
