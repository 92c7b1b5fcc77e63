package org.liegg.groups.finite;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Function;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;

/**
 * A group of infinitely many elements that is tried within a range: turns between pixels, shifts of
 * an image by a few pixels, scalings between two factors.
 */
final class RangeGroup implements TransformationGroup {
  private final String spec;
  private final int inputSize;
  private final List<GroupElement> first;
  private final Function<SplittableRandom, GroupElement> draw;
  private final String how;
  private final boolean shifts;

  /**
   * A group.
   *
   * @param inputSize d
   * @param first elements that are tried before others
   * @param draw another one of the range
   * @param how that is done, in words that stand behind a count
   * @param shifts whether all inputs are shifted by the same
   */
  RangeGroup(
      String spec,
      int inputSize,
      List<GroupElement> first,
      Function<SplittableRandom, GroupElement> draw,
      String how,
      boolean shifts) {
    this.spec = spec;
    this.inputSize = inputSize;
    this.first = List.copyOf(first);
    this.draw = draw;
    this.how = how;
    this.shifts = shifts;
  }

  @Override
  public String spec() {
    return spec;
  }

  @Override
  public int inputSize() {
    return inputSize;
  }

  @Override
  public Optional<BigInteger> order() {
    return Optional.empty();
  }

  @Override
  public Elements elements(int most, long seed) {
    List<GroupElement> tried = new ArrayList<>(first);
    SplittableRandom random = new SplittableRandom(seed);
    for (int i = first.size(); i < most; i++) {
      tried.add(draw.apply(random));
    }
    return new Elements(tried, first.size(), false, how);
  }

  @Override
  public double[][] translations() {
    if (!shifts) {
      return new double[0][];
    }
    double[] row = new double[inputSize];
    Arrays.fill(row, 1);
    return new double[][] {row};
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof RangeGroup group && group.spec.equals(spec);
  }

  @Override
  public int hashCode() {
    return spec.hashCode();
  }

  @Override
  public String toString() {
    return spec;
  }
}
