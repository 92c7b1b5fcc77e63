package org.liegg.study.task;

import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.liegg.api.Batch;

/**
 * Samples dealt at random into those for training and those held out.
 *
 * @param training the larger part, as a rule
 * @param heldOut the others
 */
record Split(Samples training, Samples heldOut) {

  /**
   * @param testShare share that is held out, at least one sample
   */
  static Split of(Samples all, double testShare, long seed) {
    List<Integer> order = new ArrayList<>(IntStream.range(0, all.size()).boxed().toList());
    Collections.shuffle(order, new Random(Seeds.of(seed, "split")));
    int training = all.size() - Math.max(1, (int) Math.round(testShare * all.size()));
    return new Split(
        new Samples(
            rows(all.x(), order.subList(0, training)), rows(all.y(), order.subList(0, training))),
        new Samples(
            rows(all.x(), order.subList(training, all.size())),
            rows(all.y(), order.subList(training, all.size()))));
  }

  private static Batch rows(Batch batch, List<Integer> rows) {
    int d = batch.columns();
    double[] values = new double[rows.size() * d];
    for (int n = 0; n < rows.size(); n++) {
      System.arraycopy(batch.values(), rows.get(n) * d, values, n * d, d);
    }
    return new Batch(rows.size(), d, values);
  }
}
