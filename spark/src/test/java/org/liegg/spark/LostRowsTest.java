package org.liegg.spark;

import static org.apache.spark.sql.functions.callUDF;
import static org.apache.spark.sql.functions.col;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.apache.spark.SparkEnv;
import org.apache.spark.TaskContext;
import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerJobStart;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.api.java.UDF1;
import org.apache.spark.sql.types.DataTypes;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.liegg.api.report.SymmetryReport;

/** Rows that executors keep between the steps of an iteration may be lost. */
@Tag("slow")
class LostRowsTest {
  private static final AtomicInteger READ = new AtomicInteger();
  private static final AtomicInteger FAILURES = new AtomicInteger();

  /** Where they are lost in four passes, they are made again by tasks of which many fail first. */
  @Test
  void whatIsLostBetweenStepsIsMadeAgain() {
    SymmetryReport calm = SparkLobpcgTest.spread(through(LostRowsTest::counted)).extract();
    int once = READ.getAndSet(0);
    SparkListener loss = new Loss();
    LocalSpark.SESSION.sparkContext().addSparkListener(loss);

    SymmetryReport shaken = SparkLobpcgTest.spread(through(LostRowsTest::failingAtFirst)).extract();

    LocalSpark.SESSION.sparkContext().removeSparkListener(loss);
    assertThat(READ.get()).isGreaterThan(once + 3 * SparkLobpcgTest.SAMPLES.rows());
    assertThat(FAILURES).hasValueGreaterThan(5);
    assertThat(ReportNumbers.of(shaken)).isEqualTo(ReportNumbers.of(calm));
    assertThat(LocalSpark.context().getPersistentRDDs()).isEmpty();
  }

  private static Dataset<Row> through(UDF1<Double, Double> function) {
    LocalSpark.SESSION.udf().register("through", function, DataTypes.DoubleType);
    Dataset<Row> rows = LocalSpark.rows(SparkLobpcgTest.SAMPLES, 1200, 1800);
    return rows.withColumn("x0", callUDF("through", col("x0")));
  }

  private static double counted(double value) {
    READ.incrementAndGet();
    return value;
  }

  private static double failingAtFirst(double value) {
    if (TaskContext.get().attemptNumber() == 0 && value > 2) {
      FAILURES.incrementAndGet();
      throw new IllegalStateException("a task fails");
    }
    return counted(value);
  }

  /** Drops all blocks that are kept, as if their executor were gone, while some passes begin. */
  private static final class Loss extends SparkListener {

    @Override
    public void onJobStart(SparkListenerJobStart job) {
      String name = job.properties().getProperty("spark.job.description", "");
      if (name.matches("LieGG: pass (5|30|31|50) over .*")) {
        LocalSpark.context()
            .getPersistentRDDs()
            .keySet()
            .forEach(id -> SparkEnv.get().blockManager().removeRdd(id));
      }
    }
  }
}
