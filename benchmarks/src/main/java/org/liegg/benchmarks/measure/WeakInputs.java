package org.liegg.benchmarks.measure;

import static org.liegg.benchmarks.measure.Duals.norm;
import static org.liegg.benchmarks.measure.Duals.square;
import static org.liegg.benchmarks.measure.Duals.weighted;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;

/** Inputs that hardly count, that never vary, or that say the same; and pictures. */
final class WeakInputs {
  private static final double JITTER = 1e-3;
  private static final double SENSITIVE = 0.05;

  private WeakInputs() {}

  static void addTo(CaseList list) {
    nearlyDead(list);
    collinear(list);
    constantColumn(list);
    oneHot(list);
    Pictures.addTo(list);
  }

  /** Below a hundredth the truth is that of an input that does not count at all. */
  private static void nearlyDead(CaseList list) {
    for (double size : new double[] {0.1, 0.01, 0.001}) {
      boolean sensitive = size > SENSITIVE;
      list.normal(
              "r² + %s·sin x₄".formatted(size),
              Formula.of(4, x -> square(x, 0, 3).plus(x[3].sin().times(size))))
          .has(sensitive ? 3 : 7, "gl(4)")
          .has(sensitive ? 3 : 8, "aff(4)")
          .has(sensitive ? 0 : 1, "translate(4)");
      list.normal(
              "sin 1.5z + %s·sin(x + 2y)".formatted(size),
              Formula.of(
                  3, x -> x[2].times(1.5).sin().plus(weighted(x, 1, 2, 0).sin().times(size))))
          .has(sensitive ? 0 : 1, "so(2)+gl(1)");
    }
  }

  /** The mean of columns that are copies up to a thousandth. */
  private static void collinear(CaseList list) {
    for (int columns : new int[] {2, 4, 8}) {
      double[] mean = new double[columns];
      Arrays.fill(mean, 1.0 / columns);
      list.of(
              "%d collinear columns".formatted(columns),
              Formula.of(columns, x -> weighted(x, mean).times(1.5).sin()),
              () -> Samples.rows(31, random -> copies(random, columns)))
          .has(columns - 1, 0, "translate(%d)".formatted(columns))
          .has(columns * (columns - 1), columns * (columns - 1), "gl(%d)".formatted(columns))
          .has(
              columns * (columns - 1) + columns - 1,
              columns * (columns - 1),
              "aff(%d)".formatted(columns));
    }
  }

  private static double[] copies(Random random, int columns) {
    double x = random.nextGaussian();
    return IntStream.range(0, columns)
        .mapToDouble(i -> x + JITTER * random.nextGaussian())
        .toArray();
  }

  private static void constantColumn(CaseList list) {
    list.of(
            "a constant column that counts",
            Formula.of(4, x -> norm(x, 0, 3).sin().plus(x[3])),
            () -> Samples.rows(32, WeakInputs::withConstant))
        .has(3, "gl(4)")
        .has(7, "aff(4)");
    list.of(
            "a constant column that does not count",
            Formula.of(4, x -> norm(x, 0, 3).sin()),
            () -> Samples.rows(32, WeakInputs::withConstant))
        .has(7, 4, "gl(4)")
        .has(11, "aff(4)");
  }

  private static double[] withConstant(Random random) {
    double[] x = Samples.normal(random, 4);
    x[3] = 2;
    return x;
  }

  private static void oneHot(CaseList list) {
    list.of(
            "one-hot, a rate each",
            Formula.of(
                5,
                x -> {
                  Dual r = norm(x, 3, 5);
                  return Dual.sum(
                      IntStream.range(0, 3)
                          .mapToObj(k -> x[k].times(r.times(k + 1).sin()))
                          .toList());
                }),
            () -> Samples.rows(33, WeakInputs::hot))
        .has(1, 0, "gl(5)")
        .has(1, 0, "gl(3)+gl(2)");
    list.of(
            "one-hot, an offset each",
            Formula.of(5, x -> weighted(x, 1, -2, 0.5, 0, 0).plus(norm(x, 3, 5).sin())),
            () -> Samples.rows(33, WeakInputs::hot))
        .has(11, 10, "gl(5)");
  }

  private static double[] hot(Random random) {
    double[] x = new double[5];
    x[random.nextInt(3)] = 1;
    x[3] = random.nextGaussian();
    x[4] = random.nextGaussian();
    return x;
  }
}
