package org.liegg.benchmarks.measure;

import static org.liegg.benchmarks.measure.Duals.norm;
import static org.liegg.benchmarks.measure.Duals.square;
import static org.liegg.benchmarks.measure.Duals.weighted;

import java.util.Arrays;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/** The functions that the documentation names, and plain ones like them. */
final class KnownAnswers {

  private KnownAnswers() {}

  static void addTo(CaseList list) {
    rotations(list);
    productsAndPowers(list);
    unusedInputs(list);
    equivariance(list);
    linearAndQuadratic(list);
  }

  private static void rotations(CaseList list) {
    list.normal("o5", Formula.of(10, Duals::o5))
        .has(10, 0, "gl(5)^2")
        .has(10, 0, "gl(10)")
        .has(10, 0, "gl(5)+gl(5)")
        .has(10, 0, "aff(5)^2")
        .has(10, 0, "aff(5)+aff(5)")
        .has(10, 0, "aff(10)");
    list.normal(
            "o5 + 0.01·a₁b₂", Formula.of(10, x -> Duals.o5(x).plus(x[0].times(x[6]).times(0.01))))
        .has(10, 0, "gl(5)^2");
    list.normal("minkowski", Formula.of(4, x -> x[0].squared().minus(square(x, 1, 4))))
        .has(6, 0, "gl(4)")
        .has(6, 0, "aff(4)");
    Formula norm = Formula.of(5, Duals::norm);
    for (double mean : new double[] {0, 3, 10, 30, 50, 100}) {
      list.of("norm, mean %.0f".formatted(mean), norm, () -> Samples.normalAt(mean, 5, 71))
          .has(10, 0, "gl(5)")
          .has(10, 0, "aff(5)");
    }
  }

  private static void productsAndPowers(CaseList list) {
    Formula reynolds =
        Formula.of(4, x -> x[0].times(x[1]).times(x[2]).over(x[3]).times(0.5).tanh());
    list.of(
            "reynolds",
            reynolds,
            () ->
                Samples.rows(
                    5,
                    random ->
                        Arrays.stream(Samples.normal(random, 4))
                            .map(z -> Math.exp(0.5 * z))
                            .toArray()))
        .has(3, 0, "scale(4)")
        .has(3, 0, "gl(4)")
        .has(3, 0, "aff(4)");
    list.of(
            "coulomb",
            Formula.of(
                4, x -> x[0].times(x[1]).over(x[2].times(x[3].squared())).times(1 / (4 * Math.PI))),
            () -> Samples.uniform(1, 3, 4, 6))
        .has(3, 0, "scale(4)")
        .has(3, 0, "gl(4)");
    list.normal(
            "quartic",
            Formula.of(4, x -> Dual.sum(Arrays.stream(x).map(v -> v.squared().squared()).toList())))
        .has(0, 0, "gl(4)")
        .has(0, 0, "aff(4)");
    list.normal("r²", Formula.of(2, x -> square(x, 0, 2))).has(3, 0, "poly(2,2)");
    list.normal("sin(y − x²)", Formula.of(2, x -> x[1].minus(x[0].squared()).sin()))
        .has(3, 0, "poly(2,2)");
  }

  private static void unusedInputs(CaseList list) {
    double[] first = {0.9, -0.4, 0.3, 0.7, -0.2};
    double[] second = {0.1, 0.8, -0.5, 0.4, 0.6};
    list.normal(
            "bottleneck",
            Formula.of(
                5,
                x -> {
                  Dual z = weighted(x, first);
                  Dual w = weighted(x, second);
                  return z.sin().plus(w.squared().times(z));
                }))
        .has(15, 15, "gl(5)")
        .has(18, "aff(5)");
    list.normal("dead inputs", Formula.of(5, x -> square(x, 0, 3)))
        .has(13, 10, "gl(5)")
        .has(15, "aff(5)");
    list.normal("constant", Formula.of(3, x -> weighted(x, 0, 0, 0))).has(9, 9, "gl(3)");
  }

  private static void equivariance(CaseList list) {
    Formula inertia = new Formula(9, 9, KnownAnswers::inertia);
    list.normal("inertia of three points", inertia)
        .has(0, 0, "gl(3)^3")
        .has(36, 27, "gl(3)^3 -> gl(9)")
        .has(4, 0, "gl(3)^3 -> same(tensor(gl(3),2))");
    list.normal("rigid body 1 1 2", rigidBody(1, 1, 2)).has(2, 0, "gl(3) -> same");
    list.normal("rigid body 1 2 3", rigidBody(1, 2, 3)).has(0, 0, "gl(3) -> same");
    list.normal(
            "centroid",
            new Formula(9, 3, x -> each(3, i -> x[i].plus(x[3 + i]).plus(x[6 + i]).times(1 / 3.0))))
        .has(12, 0, "aff(3)^3 -> same")
        .has(12, 0, "aff(3)^3 -> aff(3)");
    list.normal("difference", new Formula(9, 3, x -> each(3, i -> x[i].minus(x[3 + i]))))
        .has(9, 0, "gl(3)^3 -> same");
    list.normal("difference of two", new Formula(6, 3, x -> each(3, i -> x[i].minus(x[3 + i]))))
        .has(12, "aff(3)^2 -> aff(3)");
    list.normal(
            "no equivariance",
            new Formula(6, 3, x -> each(3, i -> x[i].times(x[5 - i]).sin().plus(x[3 + i]))))
        .has(0, 0, "gl(3)^2 -> same");
    list.normal(
            "mixed copies, two from two",
            new Formula(
                6,
                6,
                x ->
                    each(
                        6,
                        i ->
                            i < 3
                                ? x[i].plus(x[3 + i].times(0.5))
                                : x[i].minus(x[i - 3].times(2)))))
        .has(9, 0, "gl(3)^2 -> same");
  }

  private static Dual[] each(int count, IntFunction<Dual> entry) {
    return IntStream.range(0, count).mapToObj(entry).toArray(Dual[]::new);
  }

  /** Σ (r² I − r rᵀ). */
  private static Dual[] inertia(Dual[] x) {
    Dual square = square(x, 0, 9);
    return each(
        9,
        e -> {
          int i = e / 3;
          int j = e % 3;
          Dual product =
              Dual.sum(
                  IntStream.range(0, 3).mapToObj(p -> x[3 * p + i].times(x[3 * p + j])).toList());
          return i == j ? square.minus(product) : product.times(-1);
        });
  }

  /** Euler's equations. */
  private static Formula rigidBody(double a, double b, double c) {
    return new Formula(
        3,
        3,
        w ->
            new Dual[] {
              w[1].times(w[2]).times((b - c) / a),
              w[2].times(w[0]).times((c - a) / b),
              w[0].times(w[1]).times((a - b) / c)
            });
  }

  private static void linearAndQuadratic(CaseList list) {
    list.normal("linear", Formula.of(3, x -> weighted(x, 1, 2, -1)))
        .has(6, 6, "gl(3)")
        .has(8, 6, "aff(3)")
        .has(2, 0, "translate(3)");
    list.normal("linear of five", Formula.of(5, x -> weighted(x, 1, -0.5, 2, 1.5, -1)))
        .has(20, 20, "gl(5)");
    list.normal("quadratic", Formula.of(3, x -> square(x, 0, 3).plus(x[0].times(x[1]))))
        .has(3, 0, "gl(3)")
        .has(3, 0, "aff(3)");
    list.normal(
            "ellipse",
            Formula.of(2, x -> x[0].plus(-1).squared().plus(x[1].plus(-1).squared().times(4))))
        .has(1, 0, "aff(2)")
        .has(0, 0, "gl(2)");
    list.normal("sin of the norm", Formula.of(3, x -> norm(x).sin())).has(3, 0, "aff(3)");
  }
}
