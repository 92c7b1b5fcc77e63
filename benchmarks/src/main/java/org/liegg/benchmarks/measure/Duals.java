package org.liegg.benchmarks.measure;

import java.util.Arrays;
import java.util.List;
import java.util.stream.IntStream;

/** Words that formulas are written in. */
final class Duals {

  private Duals() {}

  /** Σ xᵢ² of the inputs from (inclusive) to (exclusive). */
  static Dual square(Dual[] x, int from, int to) {
    return Dual.sum(IntStream.range(from, to).mapToObj(i -> x[i].squared()).toList());
  }

  static Dual norm(Dual[] x, int from, int to) {
    return square(x, from, to).root();
  }

  static Dual norm(Dual[] x) {
    return norm(x, 0, x.length);
  }

  /** Σ aᵢ xᵢ. */
  static Dual weighted(Dual[] x, double... weights) {
    double value = 0;
    double[] slope = new double[x[0].slope().length];
    for (int i = 0; i < weights.length; i++) {
      value += weights[i] * x[i].value();
      for (int j = 0; j < slope.length; j++) {
        slope[j] += weights[i] * x[i].slope()[j];
      }
    }
    return new Dual(value, slope);
  }

  /** Distances of all pairs of points of so many coordinates. */
  static List<Dual> distances(Dual[] x, int coordinates) {
    int points = x.length / coordinates;
    return IntStream.range(0, points)
        .boxed()
        .flatMap(
            i ->
                IntStream.range(0, i)
                    .mapToObj(
                        j -> {
                          Dual[] between = new Dual[coordinates];
                          Arrays.setAll(
                              between, c -> x[i * coordinates + c].minus(x[j * coordinates + c]));
                          return norm(between);
                        }))
        .toList();
  }

  /** Σ sin of the distances of all pairs. */
  static Dual pairPotential(Dual[] x, int coordinates) {
    return Dual.sum(distances(x, coordinates).stream().map(Dual::sin).toList());
  }

  /** sin‖a‖ − ½‖b‖³ + a·b/(‖a‖‖b‖), a, b ∈ R⁵. */
  static Dual o5(Dual[] x) {
    Dual a = norm(x, 0, 5);
    Dual b = norm(x, 5, 10);
    Dual ab = Dual.sum(IntStream.range(0, 5).mapToObj(i -> x[i].times(x[5 + i])).toList());
    return a.sin().minus(b.squared().times(b).times(0.5)).plus(ab.over(a.times(b)));
  }
}
