package org.liegg.core.where;

import java.util.Arrays;
import java.util.Optional;
import java.util.function.IntPredicate;
import org.liegg.api.Bounded;
import org.liegg.core.family.TriedElement;
import org.liegg.core.samples.BlockedSamples;
import org.liegg.core.transformation.MeasuredTransformation;
import org.liegg.core.transformation.SampleChanges;
import org.liegg.metrics.finite.PartDefect;
import org.liegg.metrics.finite.TailRule;

/**
 * What one element changes at every sample.
 *
 * @param label its name
 * @param changes at every sample
 * @param unit its mean baseline
 */
record ElementChanges(String label, SampleChanges changes, double unit) {

  static ElementChanges of(TriedElement tried, MeasuredTransformation found) {
    return new ElementChanges(tried.label(), found.perSample(), found.defect().baseline(0));
  }

  /** What it changes at a sample, in units of its mean baseline. */
  double at(int sample) {
    return unit > 0 ? changes.squares()[sample] / unit : 0;
  }

  /** Its sums on a part of those samples that count. */
  PartDefect defect(BlockedSamples samples, IntPredicate counts, boolean[] members) {
    return sums(samples, changes.squares(), counts, members);
  }

  /** The most that samples of a part lose along it; 0 where they lose nothing. */
  double lost(BlockedSamples samples, IntPredicate counts, boolean[] members, TailRule rule) {
    TailRule sides = rule.withAbove(rule.below());
    Optional<PartDefect> sums =
        changes.lost().map(squares -> sums(samples, squares, counts, members));
    return sums.isEmpty()
        ? 0
        : sums.flatMap(found -> found.bounds(sides)).map(Bounded::high).orElse(Double.MAX_VALUE);
  }

  private PartDefect sums(
      BlockedSamples samples, double[] squares, IntPredicate counts, boolean[] members) {
    PartDefect sums = new PartDefect(BlockedSamples.BLOCKS);
    for (int n = 0; n < squares.length; n++) {
      if (counts.test(n)) {
        sums.add(samples.blocks()[n], squares[n], changes.baselines()[n], members[n]);
      }
    }
    return sums;
  }

  /** The largest of several elements at a sample. */
  static double largest(Iterable<ElementChanges> elements, int sample) {
    double largest = 0;
    for (ElementChanges one : elements) {
      largest = Math.max(largest, one.at(sample));
    }
    return largest;
  }

  /** Every sample. */
  static boolean[] everywhere(int samples) {
    boolean[] all = new boolean[samples];
    Arrays.fill(all, true);
    return all;
  }
}
