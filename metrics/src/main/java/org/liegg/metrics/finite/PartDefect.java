package org.liegg.metrics.finite;

import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;
import org.liegg.api.Bounded;

/**
 * The defect of one finite transformation on a part of the samples, by the baseline of all of them:
 *
 * <pre>D = (Σ_part ‖F(gx) − ρ(g)F(x)‖² / n_part) / (Σ b(x) / n)</pre>
 *
 * so that defects of parts, each by its share of the samples, add up to that of all. Sums are kept
 * by block, as {@link FiniteDefect} keeps them. Confined to one thread.
 */
public final class PartDefect {
  /** Samples of the part that a block has at least; smaller ones are joined with the next. */
  private static final int MIN_SAMPLES = 4;

  /** Fewer blocks say nothing of a part. */
  private static final int MIN_BLOCKS = 8;

  private final double[] change;
  private final double[] baseline;
  private final long[] inside;
  private final long[] all;
  private double squares;
  private double largest;
  private long moved; // samples whose baseline is not 0

  /**
   * Nothing yet.
   *
   * @param blocks independent groups of samples, ≥ 1
   */
  public PartDefect(int blocks) {
    change = new double[blocks];
    baseline = new double[blocks];
    inside = new long[blocks];
    all = new long[blocks];
  }

  /**
   * Adds a sample.
   *
   * @param block from 0
   * @param changed by the transformation, squared; it counts in the part alone
   * @param base what a model that has nothing to do with it would change by, squared
   * @param member whether the sample is in the part
   */
  public void add(int block, double changed, double base, boolean member) {
    baseline[block] += base;
    all[block]++;
    moved += base > 0 ? 1 : 0;
    if (member) {
      change[block] += changed;
      inside[block]++;
      squares += changed * changed;
      largest = Math.max(largest, changed);
    }
  }

  /** The least number of samples of a part that can have bounds. */
  public static int fewest() {
    return MIN_SAMPLES * MIN_BLOCKS;
  }

  /**
   * The defect with its bounds: Student's t on the spread of blocks, and the count of samples that
   * change. Empty where the part has fewer than 8 blocks of 4 samples, or the baseline is 0.
   */
  public Optional<Bounded> bounds(TailRule rule) {
    double members = sum(inside);
    double mean = sum(baseline) / Math.max(1, sum(all));
    Joined blocks = joined();
    if (blocks.count < MIN_BLOCKS || !(mean > 0)) {
      return Optional.empty();
    }
    double value = sum(change) / members / mean;
    double error = rule.widening() * blocks.standardError(value, members, mean);
    TDistribution student = new TDistribution(blocks.count - 1);
    // One sample more would change by as much as one does that is moved aside.
    double unseen = Math.max(largest, sum(baseline) / Math.max(1, moved));
    CountedSum counted = new CountedSum(sum(change), squares, rule.samplesPerUnit() * unseen);
    double low = value + error * student.inverseCumulativeProbability(rule.below());
    double high = value - error * student.inverseCumulativeProbability(rule.above());
    double scale = members * mean;
    return Optional.of(
        new Bounded(
            value,
            Math.max(0, Math.min(value, Math.min(low, counted.lower(rule.below()) / scale))),
            Math.max(value, Math.max(high, counted.upper(rule.above()) / scale))));
  }

  private Joined joined() {
    Joined blocks = new Joined(change.length);
    for (int j = 0; j < change.length; j++) {
      blocks.add(change[j], (double) inside[j], baseline[j], (double) all[j]);
    }
    return blocks;
  }

  private static double sum(double[] values) {
    double sum = 0;
    for (double value : values) {
      sum += value;
    }
    return sum;
  }

  private static double sum(long[] counts) {
    long sum = 0;
    for (long count : counts) {
      sum += count;
    }
    return sum;
  }

  /** Blocks with enough samples of the part; what is left open at the end joins the last one. */
  private static final class Joined {
    private final double[] change;
    private final double[] inside;
    private final double[] baseline;
    private final double[] all;
    private int count;

    Joined(int most) {
      change = new double[most + 1];
      inside = new double[most + 1];
      baseline = new double[most + 1];
      all = new double[most + 1];
    }

    void add(double changed, double members, double base, double samples) {
      change[count] += changed;
      inside[count] += members;
      baseline[count] += base;
      all[count] += samples;
      count += inside[count] >= MIN_SAMPLES ? 1 : 0;
    }

    /** Of a ratio of two means over independent blocks, by the delta method. */
    double standardError(double ratio, double members, double mean) {
      double samples = sum(all);
      double squares = 0;
      for (int j = 0; j < count; j++) {
        double rest = rest(j, ratio, members, mean, samples);
        rest += j == count - 1 ? rest(count, ratio, members, mean, samples) : 0;
        squares += rest * rest;
      }
      return Math.sqrt(squares * count / (count - 1));
    }

    private double rest(int j, double ratio, double members, double mean, double samples) {
      double above = (change[j] / mean - ratio * inside[j]) / members;
      double below = ratio * (baseline[j] / mean - all[j]) / samples;
      return above - below;
    }
  }
}
