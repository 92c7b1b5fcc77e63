package org.liegg.spark;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import org.apache.spark.api.java.JavaPairRDD;
import org.apache.spark.api.java.JavaRDD;
import org.apache.spark.api.java.JavaSparkContext;
import org.apache.spark.broadcast.Broadcast;
import org.apache.spark.storage.StorageLevel;
import org.liegg.app.OpenParts;
import org.liegg.core.parts.Round;
import org.liegg.core.parts.RowPass;
import org.liegg.core.parts.RowPasses;

/**
 * Rows that stay with the executors that made them, persisted in memory or on disk: a pass over
 * them is a job. What is lost with an executor is made again from the samples and the plan of the
 * round, which both are kept until the end. Confined to one thread.
 */
final class SparkPasses implements RowPasses, AutoCloseable {
  private final JavaSparkContext spark;
  private final OpenParts open;
  private final Broadcast<SharedExtraction> extraction;
  private final int parts;
  private final Map<Round, JavaRDD<byte[]>> rounds = new EnumMap<>(Round.class);
  private final List<Broadcast<SharedPlan>> plans = new ArrayList<>();
  private long passes;

  SparkPasses(
      JavaSparkContext spark, OpenParts open, Broadcast<SharedExtraction> extraction, int parts) {
    this.spark = spark;
    this.open = open;
    this.extraction = extraction;
    this.parts = parts;
  }

  /**
   * Keeps what the tasks of a round make.
   *
   * @param made a part a partition, as {@link PartTask} makes it by this plan
   */
  JavaRDD<byte[]> keep(Round round, JavaRDD<byte[]> made, Broadcast<SharedPlan> plan) {
    JavaRDD<byte[]> persisted = made.persist(StorageLevel.MEMORY_AND_DISK());
    rounds.put(round, persisted);
    plans.add(plan);
    return persisted;
  }

  /** How many passes there were. */
  long passes() {
    return passes;
  }

  @Override
  public boolean areHere() {
    return false;
  }

  @Override
  public byte[] over(List<Round> asked, RowPass pass) {
    passes++;
    spark.setJobDescription("LieGG: pass %d over rows of %s".formatted(passes, labels(asked)));
    Broadcast<RowPass> question = spark.broadcast(pass);
    try {
      PassTask task = new PassTask(extraction, question);
      JavaPairRDD<Integer, byte[]> answers =
          rows(asked).mapPartitionsWithIndex(task, true).mapToPair(answer -> answer);
      return pass.sum(AnswerTree.lastOf(answers, parts, task), open.sums());
    } finally {
      question.destroy();
    }
  }

  private static String labels(List<Round> asked) {
    return String.join(" and ", asked.stream().map(Round::label).toList());
  }

  /** Of each part, those of all rounds one after the other. */
  private JavaRDD<byte[]> rows(List<Round> asked) {
    JavaRDD<byte[]> all = made(asked.get(0)).mapPartitions(PartTask::rows, true);
    for (Round round : asked.subList(1, asked.size())) {
      all = all.zipPartitions(made(round), SparkPasses::both);
    }
    return all;
  }

  private JavaRDD<byte[]> made(Round round) {
    JavaRDD<byte[]> made = rounds.get(round);
    if (made == null) {
      throw new IllegalStateException("No rows of the round %s were kept".formatted(round.label()));
    }
    return made;
  }

  private static Iterator<byte[]> both(Iterator<byte[]> rows, Iterator<byte[]> made) {
    Iterator<byte[]> more = PartTask.rows(made);
    return new Iterator<>() {
      @Override
      public boolean hasNext() {
        return rows.hasNext() || more.hasNext();
      }

      @Override
      public byte[] next() {
        return rows.hasNext() ? rows.next() : more.next();
      }
    };
  }

  @Override
  public void close() {
    rounds.values().forEach(made -> made.unpersist(false));
    plans.forEach(Broadcast::destroy);
  }
}
