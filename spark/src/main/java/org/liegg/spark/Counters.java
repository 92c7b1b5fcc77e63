package org.liegg.spark;

import java.io.Serializable;
import org.apache.spark.SparkContext;
import org.apache.spark.util.LongAccumulator;

/**
 * What Spark counts meanwhile and its pages show. What is done again is counted again.
 *
 * @param rows that were read as samples, in all rounds
 * @param differentiated samples at which the model was differentiated
 */
record Counters(LongAccumulator rows, LongAccumulator differentiated) implements Serializable {

  static Counters of(SparkContext spark) {
    return new Counters(
        spark.longAccumulator("liegg rows read"),
        spark.longAccumulator("liegg samples differentiated"));
  }
}
