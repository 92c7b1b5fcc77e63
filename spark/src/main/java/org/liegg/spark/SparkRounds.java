package org.liegg.spark;

import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.OptionalLong;
import java.util.UUID;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.rdd.RDD;
import org.apache.spark.sql.catalyst.InternalRow;
import org.liegg.api.DataException;
import org.liegg.api.report.SymmetryReport;
import org.liegg.app.ExtractionRequest;
import org.liegg.app.Liegg;
import org.liegg.app.OpenParts;
import org.liegg.core.PartStep;
import org.liegg.core.ProgressListener;
import org.liegg.core.parts.Part;
import org.liegg.core.parts.PartPlan;
import org.liegg.core.parts.PartState;
import org.liegg.core.samples.SampleSums;
import scala.Option;
import scala.Tuple2;

/** All jobs of one extraction, told by the driver. Confined to one thread. */
final class SparkRounds {
  private static final System.Logger LOG = System.getLogger(SparkRounds.class.getName());

  private final SparkExtraction asked;
  private final JavaSparkContext spark;
  private final Counters counters;

  SparkRounds(SparkExtraction asked) {
    this.asked = asked;
    spark = JavaSparkContext.fromSparkContext(asked.samples().rows().sparkSession().sparkContext());
    counters = Counters.of(spark.sc());
  }

  /**
   * Does all of it.
   *
   * @throws Exception of Spark's, where a job fails
   */
  SymmetryReport report() throws Exception {
    SampleColumns declared = SampleColumns.of(asked.samples());
    JavaRDD<InternalRow> stored =
        declared.select(asked.samples().rows()).queryExecution().toRdd().toJavaRDD();
    describe("width of rows");
    SampleColumns columns = declared.complete() ? declared : measured(declared, stored);
    describe("count of rows");
    List<PartitionCount> counted =
        stored
            .mapPartitionsWithIndex(new PartitionRows(columns, new long[0]), true)
            .mapPartitions(PartitionCount::of)
            .collect();
    long[] counts = counted.stream().mapToLong(PartitionCount::rows).toArray();
    long total = Arrays.stream(counts).sum();
    if (total == 0) {
      throw empty();
    }
    JavaRDD<double[]> rows =
        stored.mapPartitionsWithIndex(new PartitionRows(columns, counts), true);
    DescribedSamples samples =
        new DescribedSamples(
            columns.data(),
            PartitionCount.sha256(counted),
            columns.valueNames().toArray(String[]::new),
            total,
            first(rows));
    return report(rows, counts, samples);
  }

  private SampleColumns measured(SampleColumns declared, JavaRDD<InternalRow> stored) {
    List<int[]> first =
        stored
            .mapPartitionsWithIndex(
                (Integer partition, Iterator<InternalRow> rows) ->
                    rows.hasNext()
                        ? List.of(
                                declared.widths(
                                    rows.next(), new SampleColumns.RowPlace(partition, 0)))
                            .iterator()
                        : List.<int[]>of().iterator(),
                true)
            .take(1);
    return declared.with(first.stream().findFirst().orElseThrow(this::empty));
  }

  private DataException empty() {
    return new DataException(
        "LIEGG-DATA-EMPTY",
        "data " + asked.samples().name(),
        "it holds no samples",
        "give at least one");
  }

  private double[][] first(JavaRDD<double[]> rows) {
    describe("first rows");
    return rows.take(SampleSums.FIRST).toArray(double[][]::new);
  }

  private SymmetryReport report(JavaRDD<double[]> rows, long[] counts, DescribedSamples samples) {
    SparkExtraction.Question question = asked.question();
    Liegg liegg = Liegg.create();
    ExtractionRequest request = question.of(liegg, asked.model(), samples).request();
    OptionalLong limit = request.settings().sampling().limit();
    int parts = asked.parts().orElse(Math.min(counts.length, Part.MOST));
    PartLayout layout = PartLayout.of(counts, limit.orElse(Long.MAX_VALUE), parts);
    try (OpenParts open =
        liegg.inParts(request, parts, List.of()).open(ProgressListener.silent())) {
      Broadcast<SharedExtraction> shared =
          spark.broadcast(
              new SharedExtraction(
                  UUID.randomUUID().toString(),
                  SharedModel.of(asked.model(), spark.sc()),
                  question,
                  samples,
                  layout));
      try {
        int used = (int) Math.min(samples.first().length, layout.samples());
        return rounds(
            open, open.start(samples.batch().slice(0, used)), shared, parts(rows, layout));
      } finally {
        shared.destroy();
        OpenModels.closeIdle();
        spark.setJobDescription(null);
      }
    }
  }

  private static JavaRDD<double[]> parts(JavaRDD<double[]> rows, PartLayout layout) {
    RDD<double[]> parts = rows.rdd().coalesce(layout.parts(), false, Option.apply(layout), null);
    return parts.toJavaRDD();
  }

  private SymmetryReport rounds(
      OpenParts open, PartPlan start, Broadcast<SharedExtraction> shared, JavaRDD<double[]> parts) {
    PartPlan plan = start;
    try (SparkPasses passes = new SparkPasses(spark, open, shared, start.parts())) {
      while (true) {
        PartStep step = open.next(states(open, plan, shared, parts, passes), passes);
        if (step instanceof PartStep.Done done) {
          tell(passes);
          return done.report();
        }
        plan = ((PartStep.Next) step).plan();
      }
    }
  }

  private PartState states(
      OpenParts open,
      PartPlan plan,
      Broadcast<SharedExtraction> shared,
      JavaRDD<double[]> parts,
      SparkPasses passes) {
    describe("round " + plan.round().label());
    Broadcast<SharedPlan> planned = spark.broadcast(new SharedPlan(plan));
    boolean kept = open.keepsRows(plan);
    JavaRDD<byte[]> made =
        parts.mapPartitionsWithIndex(new PartTask(shared, planned, counters), true);
    if (kept) {
      made = passes.keep(plan.round(), made, planned);
    }
    PartState states =
        StateTree.merged(
            made.mapPartitionsWithIndex(
                    (Integer part, Iterator<byte[]> all) ->
                        List.of(new Tuple2<>(part, PartTask.state(all))).iterator(),
                    true)
                .mapToPair(state -> state),
            plan.parts());
    if (!kept) {
      planned.destroy();
    }
    return states;
  }

  private void tell(SparkPasses passes) {
    LOG.log(
        System.Logger.Level.INFO,
        "{0} rows of {1} read in all rounds, the model differentiated at {2}, {3} passes over rows"
            + " that were kept",
        counters.rows().value(),
        asked.samples().name(),
        counters.differentiated().value(),
        passes.passes());
  }

  private void describe(String job) {
    spark.setJobDescription("LieGG: " + job);
  }
}
