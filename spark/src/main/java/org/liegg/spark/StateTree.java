package org.liegg.spark;

import java.util.List;
import org.apache.spark.HashPartitioner;
import org.apache.spark.api.java.JavaPairRDD;
import org.liegg.core.parts.PartState;
import org.liegg.core.parts.PartSums;
import scala.Tuple2;

/**
 * Merges the states of all parts on the executors, a few that follow each other at a time: these
 * become one sum, where Spark's {@code treeReduce} would bring parts together that are far from
 * each other and whose sums have to wait. One state comes to the driver.
 */
final class StateTree {
  /** States that one task merges; a power of 2, so that nothing of them has to wait for others. */
  static final int FAN = 8;

  private StateTree() {}

  /**
   * The state of all parts.
   *
   * @param states by the number of the part, from 0
   * @param parts how many there are
   */
  static PartState merged(JavaPairRDD<Integer, byte[]> states, int parts) {
    JavaPairRDD<Integer, byte[]> level = states;
    for (int count = parts; count > 1; ) {
      count = (count + FAN - 1) / FAN;
      level =
          level
              .mapToPair(state -> new Tuple2<>(state._1() / FAN, state._2()))
              .reduceByKey(new HashPartitioner(count), StateTree::merged);
    }
    return PartState.of(level.values().first(), "state");
  }

  private static byte[] merged(byte[] some, byte[] others) {
    return PartState.of(some, "state")
        .plus(List.of(PartState.of(others, "state")), PartSums.ofRegistry())
        .toBytes();
  }
}
