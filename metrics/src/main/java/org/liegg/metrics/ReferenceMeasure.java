package org.liegg.metrics;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.liegg.api.Bounded;
import org.liegg.api.DirectionBaseline;
import org.liegg.api.Matrix;

/**
 * How far a known algebra is from being a symmetry. That it is needs an upper bound of the worst of
 * its directions, whichever that is, and for every output. That it is not needs one direction, and
 * one output, that fail: they are chosen on one half of the samples and measured on the other, each
 * half in its turn, or the worst of many would be taken for worse than it is.
 *
 * @param all of all outputs, on all samples that can be used
 * @param outputs the same of every single output, where there are several
 * @param fixed the defect of the direction that was worst on one half, measured on the other
 * @param fixedBlocks in how many blocks that was measured
 * @param fixedOutput the output that it was chosen on; −1 for all of them
 * @param sensitive how many of its dimensions the model is sensitive to
 * @param typical the largest median of the per-sample defect among the algebra's generators
 */
public record ReferenceMeasure(
    Optional<HeldOutMeasure> all,
    List<HeldOutMeasure> outputs,
    Optional<Bounded> fixed,
    int fixedBlocks,
    int fixedOutput,
    int sensitive,
    Optional<Double> typical) {

  /** With fewer blocks an interval covers a little less than it should. */
  private static final int ENOUGH_BLOCKS = 10;

  /** So much further off a defect has to be then. */
  private static final double FURTHER = 4;

  /** Keeps a copy of the list. */
  public ReferenceMeasure {
    outputs = List.copyOf(outputs);
  }

  /** Whether a direction that was chosen elsewhere is not a symmetry at a tolerance. */
  public boolean fails(double tolerance) {
    double bound = fixedBlocks < ENOUGH_BLOCKS ? FURTHER * tolerance : tolerance;
    return fixed.filter(found -> found.low() > bound).isPresent();
  }

  /**
   * Where the directions of the algebra are, and what they are compared with.
   *
   * @param from the first of them among the directions of the measuring half
   * @param count how many they are
   * @param baseline of them
   * @param sensitive combinations of them that span what the model is sensitive to
   * @param worst the combination that is worst by the spectrum of the choosing half
   */
  public record Place(
      int from,
      int count,
      DirectionBaseline baseline,
      Matrix sensitive,
      Optional<double[]> worst) {}

  /**
   * What both halves say.
   *
   * @param choosing sums of the algebra's directions alone, on the choosing half
   * @param measuring sums on the measuring half
   * @param rule by which intervals are laid
   */
  public static ReferenceMeasure of(
      HeldOutSums choosing, HeldOutSums measuring, Place place, IntervalRule rule) {
    boolean both = !place.baseline.centred();
    MeasuredBaseline alone = choosing.baseline().with(place.baseline);
    List<BlockSum> first = both ? choosing.blocks(alone) : List.of();
    List<BlockSum> second = select(measuring.blocks(), place);
    List<HeldOutMeasure> outputs = new ArrayList<>();
    int apart = measuring.outputs();
    Optional<HeldOutMeasure> fixed = fixed(first, second, place, rule);
    int fixedOutput = -1;
    double worst = -1;
    for (int o = 0; o < apart; o++) {
      List<BlockSum> mine = both ? choosing.blocks(alone, o) : List.of();
      List<BlockSum> theirs = select(measuring.blocks(measuring.baseline(), o), place);
      Optional<HeldOutMeasure> output = together(mine, theirs, place, rule);
      output.ifPresent(outputs::add);
      double chosen = both ? largest(mine, place) : -1;
      if (chosen > worst) {
        worst = chosen;
        fixed = fixed(mine, theirs, place, rule);
        fixedOutput = o;
      }
    }
    return new ReferenceMeasure(
        together(first, second, place, rule),
        outputs,
        fixed.map(measure -> measure.defect(new double[] {1})),
        fixed.map(HeldOutMeasure::blocks).orElse(0),
        fixedOutput,
        place.sensitive.rows(),
        typical(measuring, place));
  }

  private static Optional<Double> typical(HeldOutSums measuring, Place place) {
    return measuring
        .medians()
        .map(
            medians -> {
              double largest = 0;
              for (int i = place.from; i < place.from + place.count; i++) {
                largest = Math.max(largest, medians[i]);
              }
              return largest;
            });
  }

  private static List<BlockSum> select(List<BlockSum> blocks, Place place) {
    return blocks.stream().map(b -> b.select(place.from, place.from + place.count)).toList();
  }

  private static Optional<HeldOutMeasure> together(
      List<BlockSum> first, List<BlockSum> second, Place place, IntervalRule rule) {
    List<BlockSum> blocks = new ArrayList<>();
    first.forEach(block -> blocks.add(block.of(place.sensitive)));
    second.forEach(block -> blocks.add(block.of(place.sensitive)));
    return HeldOutMeasure.of(blocks, rule);
  }

  private static double largest(List<BlockSum> blocks, Place place) {
    double[] defects = SpanProblem.of(sum(blocks).of(place.sensitive)).defects();
    return defects.length == 0 ? 0 : defects[0];
  }

  /**
   * Each half's worst direction measured on the other half, both together; where the first half has
   * no sums, the direction that its spectrum tells, on the second. A direction has the length that
   * its own half gives it, so that both count alike.
   */
  private static Optional<HeldOutMeasure> fixed(
      List<BlockSum> first, List<BlockSum> second, Place place, IntervalRule rule) {
    List<BlockSum> crossed = new ArrayList<>();
    if (first.isEmpty()) {
      place.worst.ifPresent(c -> second.forEach(block -> crossed.add(block.of(row(c)))));
    } else {
      Optional<double[]> ofFirst = worst(first, place);
      Optional<double[]> ofSecond = worst(second, place);
      if (ofFirst.isPresent() && ofSecond.isPresent()) {
        first.forEach(block -> crossed.add(block.of(row(ofSecond.get()))));
        second.forEach(block -> crossed.add(block.of(row(ofFirst.get()))));
      }
    }
    return HeldOutMeasure.of(crossed, rule);
  }

  private static Optional<double[]> worst(List<BlockSum> blocks, Place place) {
    BlockSum chosen = sum(blocks);
    if (chosen.samples() == 0) {
      return Optional.empty();
    }
    double[][] vectors = SpanProblem.of(chosen.of(place.sensitive)).vectors();
    return vectors.length == 0
        ? Optional.empty()
        : Optional.of(combined(vectors[0], place.sensitive));
  }

  private static Matrix row(double[] c) {
    return new Matrix(1, c.length, c);
  }

  private static double[] combined(double[] c, Matrix rows) {
    double[] sum = new double[rows.columns()];
    for (int k = 0; k < rows.rows(); k++) {
      for (int i = 0; i < sum.length; i++) {
        sum[i] += c[k] * rows.get(k, i);
      }
    }
    return sum;
  }

  private static BlockSum sum(List<BlockSum> blocks) {
    BlockSum all = blocks.get(0);
    for (BlockSum block : blocks.subList(1, blocks.size())) {
      all = all.plus(block);
    }
    return all;
  }
}
