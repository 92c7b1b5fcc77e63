package org.liegg.groups.finite;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.stream.Collectors;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;
import org.liegg.groups.element.AffineElement;
import org.liegg.groups.element.Representations;

/**
 * SO(n), O(n), SE(n) or E(n): rotations of R^n, with reflections or without, with translations or
 * without. Rotations are drawn by the invariant measure; translations, which have none of finite
 * size, from a normal distribution as wide as the samples are spread.
 *
 * @param n ≥ 1
 * @param reflects whether reflections are among them
 * @param shifts whether translations are
 */
public record EuclideanGroup(int n, boolean reflects, boolean shifts)
    implements TransformationGroup {
  /** An angle is named up to here. */
  private static final int NAMED = 3;

  @Override
  public String spec() {
    return "%s%s(%d)".formatted(reflects ? "" : "S", shifts ? "E" : "O", n);
  }

  @Override
  public int inputSize() {
    return n;
  }

  @Override
  public Optional<BigInteger> order() {
    if (n > 1 || shifts) {
      return Optional.empty();
    }
    return Optional.of(reflects ? BigInteger.TWO : BigInteger.ONE);
  }

  @Override
  public List<String> representations() {
    return Representations.ORTHOGONAL;
  }

  @Override
  public double[][] translations() {
    double[][] rows = new double[shifts ? n : 0][n];
    for (int i = 0; i < rows.length; i++) {
      rows[i][i] = 1;
    }
    return rows;
  }

  @Override
  public Elements elements(int most, long seed) {
    double[] spread = new double[n];
    Arrays.fill(spread, 1);
    return elements(most, seed, spread);
  }

  @Override
  public Elements elements(int most, long seed, double[] spread) {
    double scale = Math.sqrt(Arrays.stream(spread).map(one -> one * one).average().orElse(0));
    List<GroupElement> tried = new ArrayList<>();
    if (reflects) {
      double[] values = identity();
      values[0] = -1;
      tried.add(AffineElement.linear("reflection of axis 1", new Matrix(n, n, values)));
    }
    for (int i = 0; shifts && i < n; i++) {
      double[] by = new double[n];
      by[i] = scale > 0 ? scale : 1;
      tried.add(new AffineElement("shift along axis %d".formatted(i + 1), matrix(identity()), by));
    }
    int generators = tried.size();
    SplittableRandom random = new SplittableRandom(seed);
    boolean turns = n > 1;
    for (int i = generators; (turns || shifts) && i < most; i++) {
      tried.add(drawn(random, reflects && i % 2 == 1, scale));
    }
    boolean all = !turns && !shifts;
    return new Elements(tried, generators, all, all ? "" : how());
  }

  private String how() {
    return shifts
        ? "rotations drawn by the invariant measure, translations as wide as the samples"
        : "drawn by the invariant measure";
  }

  private GroupElement drawn(SplittableRandom random, boolean reflected, double scale) {
    Matrix turned = Haar.drawn(n, reflected ? -1 : 1, random);
    double[] by = new double[n];
    for (int i = 0; shifts && i < n; i++) {
      by[i] = scale * random.nextGaussian();
    }
    String turn = n == 1 ? (reflected ? "reflection" : "") : turnName(turned, reflected);
    String name =
        !shifts ? turn : turn.isEmpty() ? shiftName(by) : "%s, %s".formatted(turn, shiftName(by));
    return new AffineElement(name, turned, by);
  }

  private static String shiftName(double[] by) {
    return by.length <= NAMED
        ? "shift by (%s)".formatted(numbers(by))
        : "shift by " + Numbers.shown(Math.sqrt(Arrays.stream(by).map(b -> b * b).sum()), 3);
  }

  /** By its angle in the plane, its axis in space; a reflected turn of space is one of −1. */
  private String turnName(Matrix turned, boolean reflected) {
    double[] m = turned.values();
    if (n == 2) {
      double angle = Math.toDegrees(Math.atan2(m[2], m[0]));
      return reflected
          ? "reflection in the line at %s°".formatted(Numbers.shown(angle / 2, 1))
          : "turn by %s°".formatted(Numbers.shown(angle, 1));
    }
    if (n == NAMED) {
      double sign = reflected ? -1 : 1;
      double[] axis = {sign * (m[7] - m[5]), sign * (m[2] - m[6]), sign * (m[3] - m[1])};
      double length = Math.sqrt(Arrays.stream(axis).map(a -> a * a).sum());
      double angle = Math.toDegrees(Math.atan2(length, sign * (m[0] + m[4] + m[8]) - 1));
      String turn =
          "turn by %s° about (%s)"
              .formatted(
                  Numbers.shown(angle, 1),
                  numbers(Arrays.stream(axis).map(a -> a / Math.max(length, 1e-300)).toArray()));
      return reflected ? turn + " and parity" : turn;
    }
    double trace = 0;
    for (int i = 0; i < n; i++) {
      trace += m[i * n + i];
    }
    return "%s of trace %s"
        .formatted(reflected ? "reflected rotation" : "rotation", Numbers.shown(trace, 2));
  }

  private static String numbers(double[] values) {
    return Arrays.stream(values)
        .mapToObj(value -> Numbers.shown(value, 2))
        .collect(Collectors.joining(", "));
  }

  private double[] identity() {
    double[] values = new double[n * n];
    for (int i = 0; i < n; i++) {
      values[i * n + i] = 1;
    }
    return values;
  }

  private Matrix matrix(double[] values) {
    return new Matrix(n, n, values);
  }
}
