package org.liegg.benchmarks.measure;

import static org.liegg.benchmarks.measure.Duals.norm;
import static org.liegg.benchmarks.measure.Duals.square;

import java.util.Arrays;
import java.util.Locale;
import java.util.Random;

/** Networks, trained and untrained. */
final class NetworkCases {
  /** How much of a random network is added where one with small errors is wanted. */
  private static final double ERROR = 0.03;

  private static final int UNTRAINED = 6;
  private static final double GAIN = 1.5;

  private NetworkCases() {}

  static void addTo(CaseList list) {
    list.of("trained on o5", TrainedO5.network(), () -> Samples.normal(10, 50))
        .has(10, 0, "gl(5)^2")
        .has(10, 0, "gl(10)")
        .has(10, 0, "aff(5)^2")
        .has(10, 0, "aff(5)+aff(5)")
        .has(10, 0, "aff(10)");
    particles(list);
    lines(list);
    radial(list);
    oneInput(list);
    untrained(list);
  }

  /** No network of nine inputs is learned in a second: one is a potential with errors. */
  private static void particles(CaseList list) {
    DifferentiableMap inexact =
        Formula.of(9, x -> Duals.pairPotential(x, 3))
            .plus(ERROR, DenseNetwork.untrained(Activation.TANH, GAIN, 51, 9, 24, 1));
    list.of(
            "three particles, 3 % of a random network",
            inexact,
            () ->
                Samples.rows(
                    52,
                    random -> {
                      double[] x = Samples.normal(random, 9);
                      Arrays.setAll(x, i -> 2 * x[i]);
                      return Samples.shifted(x, 3, -2, 5);
                    }))
        .has(6, 0, "aff(3)^3")
        .has(6, 0, "se(3)^3")
        .has(3, 0, "translate(3)^3")
        .has(3, 0, "gl(3)^3");
  }

  private static void lines(CaseList list) {
    Formula line = line(0);
    list.learned("learned line", line, NetworkCases::spread, features(500, 1, 1))
        .has(1, 0, "translate(1)^3")
        .has(1, 0, "aff(1)^3");
    list.learned(
            "learned line + 0.3 cos(centre)", line(0.3), NetworkCases::spread, features(500, 1, 1))
        .has(0, 0, "translate(1)^3")
        .has(0, 0, "aff(1)^3");
    double rate = 2 * Math.PI / 5;
    Formula periodic =
        Formula.of(
            3,
            x ->
                x[0].minus(x[1])
                    .times(rate)
                    .cos()
                    .plus(x[1].minus(x[2]).times(rate).cos())
                    .plus(x[0].minus(x[2]).times(rate).cos()));
    list.learned("learned periodic box", periodic, Learned.uniform(0, 5, 3), features(700, 1.5, 2))
        .has(1, 0, "translate(1)^3");
    Formula scales = Formula.of(3, x -> x[0].times(x[1]).over(x[2]).log().tanh());
    list.learned(
            "learned scales",
            scales,
            random ->
                Arrays.stream(Samples.normal(random, 3)).map(z -> Math.exp(0.5 * z)).toArray(),
            features(700, 1.5, 3))
        .has(2, 0, "scale(3)")
        .has(2, 0, "gl(3)");
  }

  private static double[] spread(Random random) {
    double[] x = Samples.normal(random, 3);
    Arrays.setAll(x, i -> 5 + 1.5 * x[i]);
    return x;
  }

  /** Of the differences of three numbers, and a little of their centre. */
  static Formula line(double centre) {
    return Formula.of(
        3,
        x ->
            x[1].minus(x[2])
                .sin()
                .plus(x[0].minus(x[1]).squared().times(-0.25).exp())
                .plus(Duals.weighted(x, 1 / 3.0, 1 / 3.0, 1 / 3.0).cos().times(centre)));
  }

  private static void radial(CaseList list) {
    for (double mean : new double[] {0, 3, 10, 100}) {
      list.learned(
              "learned sin 2r, mean %.0f".formatted(mean),
              Formula.of(3, x -> norm(x).times(2).sin()),
              random -> {
                double[] x = Samples.normal(random, 3);
                x[0] += mean;
                return x;
              },
              features(700, 2, 4))
          .has(3, 0, "gl(3)")
          .has(3, 0, "aff(3)");
    }
    list.learned(
            "learned r²",
            Formula.of(2, x -> square(x, 0, 2)),
            Learned.normal(2, 0),
            features(500, 1.5, 5))
        .has(3, 0, "poly(2,2)");
  }

  private static void oneInput(CaseList list) {
    list.learned(
            "learned, time unused",
            Formula.of(4, x -> x[1].times(1.5).sin().plus(x[2].times(x[3]))),
            random -> {
              double[] x = Samples.normal(random, 4);
              x[0] = 100 * random.nextDouble();
              return x;
            },
            features(700, 1, 6))
        .has(2, "translate(1)+gl(3)")
        .has(1, "translate(4)");
    list.learned(
            "learned f(z)",
            Formula.of(3, x -> x[2].times(1.5).sin()),
            Learned.normal(3, 0),
            features(500, 1, 7))
        .has(1, "so(2)+gl(1)")
        .has(2, "translate(3)");
    list.learned(
            "learned, one input ten times louder",
            Formula.of(
                4,
                x ->
                    x[0].sin()
                        .times(10)
                        .plus(x[1].times(1.5).sin())
                        .plus(x[2].times(1.5).sin())
                        .plus(x[3].times(1.5).sin())),
            Learned.normal(4, 0),
            features(700, 1, 8))
        .has(0, 0, "translate(4)")
        .has(0, 0, "aff(4)");
  }

  private static void untrained(CaseList list) {
    for (int seed = 0; seed < UNTRAINED; seed++) {
      for (Activation activation : new Activation[] {Activation.SWISH, Activation.TANH}) {
        int s = seed;
        list.of(
                "untrained %s %d".formatted(activation.name().toLowerCase(Locale.ROOT), s),
                DenseNetwork.untrained(activation, GAIN, 100 + s, 12, 48, 48, 1),
                () -> Samples.rows(2000, 200 + s, random -> Samples.normal(random, 12)))
            .has(0, 0, "aff(3)^4")
            .has(0, 0, "translate(3)^4")
            .has(0, 0, "translate(12)")
            .has(0, 0, "gl(6)^2");
      }
    }
  }

  static RandomFeatures features(int width, double gain, long seed) {
    return new RandomFeatures(width, gain, seed);
  }
}
