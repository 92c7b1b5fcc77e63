package org.liegg.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.IntFunction;
import java.util.function.ToDoubleFunction;
import org.liegg.api.Bounded;

/**
 * Defects and symmetry variances of directions that were given before the samples were seen, with
 * intervals from leaving out blocks of samples in turn. What is measured at a direction, the defect
 * {@code δ = a/b} with {@code a = E‖J v‖²} and {@code b = E‖J′ v‖²}, varies with gradients and
 * positions alike; the jackknife takes in both, since numerator and denominator of a block are left
 * out together.
 */
public final class HeldOutMeasure {
  /** Fewer samples a block say little of its spread. */
  private static final long SAMPLES_PER_BLOCK = 4;

  /** Fewer blocks say little of the spread between them. */
  private static final int MIN_BLOCKS = 4;

  private final int directions;
  private final BlockSum whole;
  private final List<BlockSum> without;
  private final Jackknife jackknife;
  private final IntervalRule rule;

  private HeldOutMeasure(List<BlockSum> blocks, IntervalRule rule) {
    directions = blocks.get(0).directions();
    BlockSum all = BlockSum.empty(blocks.get(0).layout(), 0);
    for (BlockSum block : blocks) {
      all = all.plus(block);
    }
    whole = all;
    without = blocks.stream().map(whole::minus).toList();
    jackknife =
        new Jackknife(blocks.stream().mapToLong(BlockSum::samples).toArray(), rule.widening());
    this.rule = rule;
  }

  /**
   * What the sums say. Small blocks are joined with their neighbours.
   *
   * @param rule by which intervals are laid
   * @return empty where the samples are too few for any interval
   */
  public static Optional<HeldOutMeasure> of(HeldOutSums sums, IntervalRule rule) {
    return of(sums.blocks(), rule);
  }

  /**
   * What the sums say of every single output.
   *
   * @return empty where outputs are not kept apart, or the samples are too few
   */
  public static List<HeldOutMeasure> ofOutputs(HeldOutSums sums, IntervalRule rule) {
    List<HeldOutMeasure> all = new ArrayList<>();
    for (int o = 0; o < sums.outputs(); o++) {
      of(sums.blocks(sums.baseline(), o), rule).ifPresent(all::add);
    }
    return all.size() == sums.outputs() ? List.copyOf(all) : List.of();
  }

  /** What sums say of the input directions that other samples called insensitive. */
  public static Optional<HeldOutMeasure> ofInsensitive(HeldOutSums sums, IntervalRule rule) {
    return sums.insensitive().flatMap(blocks -> of(blocks, rule));
  }

  static Optional<HeldOutMeasure> of(List<BlockSum> blocks, IntervalRule rule) {
    if (blocks.isEmpty()) {
      return Optional.empty();
    }
    long samples = blocks.stream().mapToLong(BlockSum::samples).sum();
    long least = Math.max(SAMPLES_PER_BLOCK, samples / blocks.size() / 2);
    List<BlockSum> joined = new ArrayList<>();
    for (BlockSum block : blocks) {
      BlockSum last = joined.isEmpty() ? block : joined.get(joined.size() - 1);
      boolean complete = !joined.isEmpty() && last.samples() >= least && last.pairs() > 0;
      if (joined.isEmpty() || complete) {
        joined.add(block);
      } else {
        joined.set(joined.size() - 1, last.plus(block));
      }
    }
    int count = joined.size();
    if (count > 1
        && (joined.get(count - 1).samples() < least || joined.get(count - 1).pairs() == 0)) {
      BlockSum rest = joined.remove(count - 1);
      joined.set(count - 2, joined.get(count - 2).plus(rest));
    }
    if (joined.size() < MIN_BLOCKS || joined.get(0).directions() == 0) {
      return Optional.empty();
    }
    return Optional.of(new HeldOutMeasure(joined, rule));
  }

  /** r, the directions that were measured. */
  public int directions() {
    return directions;
  }

  /** How many blocks are left out in turn. */
  public int blocks() {
    return without.size();
  }

  /** How many samples were measured on. */
  public long samples() {
    return whole.samples();
  }

  /** The confidence of every interval, two-sided. */
  public double confidence() {
    return Jackknife.CONFIDENCE;
  }

  /**
   * The defect along {@code v_c = Σ c_i v_i}.
   *
   * @param c length r
   */
  public Bounded defect(double[] c) {
    return bounded(sum -> sum.defect(c), rule.floor());
  }

  /**
   * The symmetry variance E‖J v_c‖² along {@code v_c = Σ c_i v_i}.
   *
   * @param c length r
   */
  public Bounded variance(double[] c) {
    return bounded(sum -> sum.change(c), rule.floor() * whole.baseline(c));
  }

  /**
   * The largest defect within the span of some directions. The direction is chosen by the samples
   * it is measured on: a bias upwards, never down.
   *
   * @return empty where none of them is sensitive
   */
  public Optional<Bounded> worst(int from, int to) {
    return SpanProblem.extreme(whole.select(from, to), true).map(c -> defect(padded(c, from)));
  }

  /** {@link #worst} in the spans of the first 1, 2, … directions; cheaper for many of them. */
  IntFunction<Optional<Bounded>> worstOfFirst(int directions) {
    SpanProblem.Growing spans = new SpanProblem.Growing(whole.select(0, directions), false);
    return count -> spans.extreme(count, true).map(c -> defect(padded(c, 0)));
  }

  /**
   * The smallest defect within the span of some directions. The direction is chosen by the samples
   * it is measured on: a bias downwards, never up.
   *
   * @return empty where some direction in the span is insensitive: of it these samples say nothing
   */
  public Optional<Bounded> smallest(int from, int to) {
    return SpanProblem.extreme(whole.select(from, to), false).map(c -> defect(padded(c, from)));
  }

  /** {@link #smallest} in the spans of the last 1, 2, … of the first directions, likewise. */
  IntFunction<Optional<Bounded>> smallestOfLast(int directions) {
    SpanProblem.Growing spans = new SpanProblem.Growing(whole.select(0, directions), true);
    return count -> spans.extreme(count, false).map(c -> defect(padded(c, directions - count)));
  }

  /** All defects within the span of all directions, descending; one for each that is sensitive. */
  public double[] defects() {
    return SpanProblem.of(whole).defects();
  }

  /** The interval of a distance that is worked out from the sums, e.g. an angle. */
  Bounded distance(double value, ToDoubleFunction<BlockSum> statistic, double shrink) {
    return jackknife.distance(
        value,
        statistic.applyAsDouble(whole),
        without.stream().mapToDouble(statistic).toArray(),
        shrink);
  }

  private Bounded bounded(ToDoubleFunction<BlockSum> statistic, double least) {
    return jackknife.positive(
        statistic.applyAsDouble(whole), without.stream().mapToDouble(statistic).toArray(), least);
  }

  private double[] padded(double[] part, int from) {
    double[] c = new double[directions];
    System.arraycopy(part, 0, c, from, part.length);
    return c;
  }
}
