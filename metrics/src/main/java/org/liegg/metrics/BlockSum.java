package org.liegg.metrics;

import java.util.function.BinaryOperator;
import org.liegg.api.Matrix;
import org.liegg.api.spi.support.StateInput;
import org.liegg.api.spi.support.StateOutput;

/**
 * What one block of samples says of r directions: sums, so that blocks add up.
 *
 * @param layout which pairs of the r directions are summed
 * @param moved {@code Σ_n (J_n v)ᵀ(J_n v)}
 * @param independent {@code Σ (J_n′ v_n)ᵀ(J_n′ v_n)} over pairs of different samples
 * @param answered {@code Σ_n w_nᵀw_n} of the fields on the output, and whatever else of the
 *     baseline is a mean over samples
 * @param own {@code Σ_n J_ni²} of every input; empty where nobody asks
 * @param samples summed in {@code moved} and {@code answered}
 * @param pairs summed in {@code independent}
 */
record BlockSum(
    UpperLayout layout,
    UpperForm moved,
    UpperForm independent,
    UpperForm answered,
    double[] own,
    long samples,
    long pairs) {

  static BlockSum empty(int directions) {
    return empty(UpperLayout.of(directions), 0);
  }

  /**
   * @param inputs of which own gradients are summed
   */
  static BlockSum empty(UpperLayout layout, int inputs) {
    return new BlockSum(
        layout,
        UpperForm.zero(layout),
        UpperForm.zero(layout),
        UpperForm.zero(layout),
        new double[inputs],
        0,
        0);
  }

  /** Writes all but the layout. */
  void writeTo(StateOutput out) {
    moved.writeTo(out);
    independent.writeTo(out);
    answered.writeTo(out);
    out.writeDoubles(own).writeLong(samples).writeLong(pairs);
  }

  /** Reads sums that were written. */
  static BlockSum readFrom(StateInput in, UpperLayout layout) {
    return new BlockSum(
        layout,
        UpperForm.readFrom(in, layout),
        UpperForm.readFrom(in, layout),
        UpperForm.readFrom(in, layout),
        in.readDoubles(),
        in.readLong(),
        in.readLong());
  }

  /** r. */
  int directions() {
    return layout.directions();
  }

  /** With so many samples and pairs more, which were added to the forms. */
  BlockSum counting(long moreSamples, long morePairs) {
    return new BlockSum(
        layout, moved, independent, answered, own, samples + moreSamples, pairs + morePairs);
  }

  /** With more of pairs that are counted already. */
  BlockSum paired(UpperForm more) {
    return new BlockSum(layout, moved, independent.plus(more), answered, own, samples, pairs);
  }

  /** The same with another baseline beside the pairs, own gradients left out. */
  BlockSum completedBy(UpperForm baseline) {
    return new BlockSum(layout, moved, independent, baseline, new double[0], samples, pairs);
  }

  /** All sums of squares of gradients times a factor; samples and pairs as they are. */
  BlockSum times(double factor) {
    double[] scaled = own.clone();
    for (int i = 0; i < scaled.length; i++) {
      scaled[i] *= factor;
    }
    return new BlockSum(
        layout,
        moved.times(factor),
        independent.times(factor),
        answered.times(factor),
        scaled,
        samples,
        pairs);
  }

  /** What another output of the same samples adds. */
  BlockSum alongside(BlockSum other) {
    BlockSum sum = plus(other);
    return new BlockSum(layout, sum.moved, sum.independent, sum.answered, sum.own, samples, pairs);
  }

  BlockSum plus(BlockSum other) {
    return with(other, UpperForm::plus, 1);
  }

  /** What is left when a part of this is taken away; the numbers of both are shared. */
  BlockSum minus(BlockSum part) {
    return with(part, UpperForm::minus, -1);
  }

  private BlockSum with(BlockSum other, BinaryOperator<UpperForm> forms, int sign) {
    return new BlockSum(
        layout,
        forms.apply(moved, other.moved),
        forms.apply(independent, other.independent),
        forms.apply(answered, other.answered),
        combined(own, other.own, sign),
        samples + sign * other.samples,
        pairs + sign * other.pairs);
  }

  private static double[] combined(double[] a, double[] b, int sign) {
    double[] sum = a.clone();
    for (int i = 0; i < sum.length; i++) {
      sum[i] += sign * b[i];
    }
    return sum;
  }

  /**
   * Of other directions, which are combinations of these.
   *
   * @param combinations {@code count × directions}
   */
  BlockSum of(Matrix combinations) {
    UpperLayout combined = UpperLayout.of(combinations.rows());
    return new BlockSum(
        combined,
        moved.of(combinations, combined),
        independent.of(combinations, combined),
        answered.of(combinations, combined),
        own,
        samples,
        pairs);
  }

  /** The directions {@code from} (inclusive) to {@code to} (exclusive) alone. */
  BlockSum select(int from, int to) {
    UpperLayout selected = layout.select(from, to);
    return new BlockSum(
        selected,
        moved.select(from, to, selected),
        independent.select(from, to, selected),
        answered.select(from, to, selected),
        own,
        samples,
        pairs);
  }

  /** E‖J v_c‖² for {@code v_c = Σ c_i v_i}. */
  double change(double[] c) {
    return moved.quadratic(c) / samples;
  }

  /** E‖J′ v_c‖² over independent samples, and E‖w_c‖² for an equivariance. */
  double baseline(double[] c) {
    return independent.quadratic(c) / pairs + answered.quadratic(c) / samples;
  }

  /** δ(c); 0 where nothing is sensitive. */
  double defect(double[] c) {
    double below = baseline(c);
    return below > 0 ? change(c) / below : 0;
  }
}
