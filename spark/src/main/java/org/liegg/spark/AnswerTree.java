package org.liegg.spark;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import scala.Tuple2;

/**
 * Adds the answers of parts on the executors, a few that follow each other at a time, down to the
 * last few, which the driver adds: their order is that of the parts, whoever is ready first.
 */
final class AnswerTree {

  private AnswerTree() {}

  /**
   * The last few, in their order.
   *
   * @param answers by the number of the part, from 0
   * @param parts how many there are
   */
  static List<byte[]> lastOf(JavaPairRDD<Integer, byte[]> answers, int parts, PassTask task) {
    JavaPairRDD<Integer, byte[]> level = answers;
    for (int count = parts; count > StateTree.FAN; ) {
      count = (count + StateTree.FAN - 1) / StateTree.FAN;
      level =
          level
              .mapToPair(answer -> new Tuple2<>(answer._1() / StateTree.FAN, answer))
              .groupByKey(new HashPartitioner(count))
              .mapValues(some -> task.sum(inOrder(some)));
    }
    return inOrder(level.collect());
  }

  private static List<byte[]> inOrder(Iterable<Tuple2<Integer, byte[]>> some) {
    List<Tuple2<Integer, byte[]>> all = new ArrayList<>();
    some.forEach(all::add);
    all.sort(Comparator.comparing(Tuple2::_1));
    return all.stream().map(Tuple2::_2).toList();
  }
}
