package org.liegg.benchmarks.measure;

import static org.liegg.benchmarks.measure.Duals.pairPotential;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.IntStream;
import org.liegg.api.Batch;

/** Functions of differences: particles, signals, distances. */
final class Translations {
  private static final double BOX = 5;

  private Translations() {}

  static void addTo(CaseList list) {
    particles(list);
    farParticles(list);
    planar(list);
    lines(list);
    oneBlock(list);
  }

  private static void particles(CaseList list) {
    list.normal("four particles", potential(12))
        .has(6, 0, "aff(3)^4")
        .has(6, 0, "se(3)^4")
        .has(3, 0, "gl(3)^4")
        .has(3, 0, "so(3)^4")
        .has(3, 0, "translate(3)^4")
        .has(3, 0, "translate(12)")
        .has(39, 36, "gl(12)");
    list.normal("three particles", potential(9))
        .has(6, 0, "aff(3)^3")
        .has(6, 0, "se(3)^3")
        .has(3, 0, "gl(3)^3")
        .has(3, 0, "translate(3)^3");
  }

  private static void farParticles(CaseList list) {
    for (double mean : new double[] {3, 10, 30, 50, 100}) {
      list.of(
              "four particles, mean %.0f".formatted(mean),
              potential(12),
              () -> Samples.rows(21, random -> Samples.shifted(Samples.normal(random, 12), mean)))
          .has(3, 0, "gl(3)^4")
          .has(6, 0, "aff(3)^4");
    }
    list.of(
            "four particles, centre spread 30",
            potential(12),
            () ->
                Samples.rows(
                    22,
                    random -> {
                      double[] centre = Samples.normal(random, 3);
                      Arrays.setAll(centre, i -> 30 * centre[i]);
                      return Samples.shifted(Samples.normal(random, 12), centre);
                    }))
        .has(6, 0, "aff(3)^4")
        .has(3, 0, "gl(3)^4")
        .has(3, 0, "translate(3)^4");
  }

  private static void planar(CaseList list) {
    list.normal("three particles of the plane", Formula.of(6, x -> pairPotential(x, 2)))
        .has(3, 0, "aff(2)^3")
        .has(1, 0, "gl(2)^3");
    // Nothing that moves across the plane, or by how far a point is off it, is seen.
    list.of(
            "planar molecules",
            potential(12),
            () ->
                Samples.rows(
                    23,
                    random -> {
                      double[] x = Samples.normal(random, 12);
                      for (int i = 2; i < 12; i += 3) {
                        x[i] = 0;
                      }
                      return x;
                    }))
        .has(9, "aff(3)^4")
        .has(6, 5, "gl(3)^4");
  }

  private static void lines(CaseList list) {
    list.of(
            "periodic box",
            Formula.of(
                3,
                x ->
                    x[0].minus(x[1])
                        .times(2 * Math.PI / BOX)
                        .cos()
                        .plus(x[1].minus(x[2]).times(2 * Math.PI / BOX).cos())
                        .plus(x[0].minus(x[2]).times(2 * Math.PI / BOX).cos())),
            () -> Samples.uniform(0, BOX, 3, 24))
        .has(1, 0, "translate(1)^3")
        .has(1, 0, "aff(1)^3");
    list.normal("galilean", Formula.of(6, Translations::galilean))
        .has(2, 0, "translate(1)^3+translate(1)^3")
        .has(2, 0, "aff(1)^3+aff(1)^3")
        .has(2, 0, "translate(6)");
    Formula signal =
        Formula.of(
            8,
            x ->
                Dual.sum(IntStream.range(0, 7).mapToObj(i -> x[i].minus(x[i + 1]).sin()).toList()));
    list.normal("signal with an offset", signal)
        .has(1, 0, "translate(1)^8")
        .has(1, 0, "aff(1)^8")
        .has(1, 0, "translate(8)")
        .has(8, 8, "gl(8)");
    list.of("signal far from 0", signal, () -> Samples.rows(25, Translations::farSignal))
        .has(1, 0, "translate(1)^8")
        .has(1, 0, "aff(1)^8");
  }

  private static double[] farSignal(Random random) {
    return Samples.shifted(Samples.normal(random, 8), 10 + 3 * random.nextGaussian());
  }

  /** Of three positions and three velocities. */
  private static Dual galilean(Dual[] x) {
    return x[0].minus(x[1])
        .cos()
        .plus(x[1].minus(x[2]).cos())
        .plus(x[3].minus(x[4]).squared().times(0.5))
        .plus(x[4].minus(x[5]).squared().times(0.5));
  }

  private static void oneBlock(CaseList list) {
    list.normal("one difference", oneDifference())
        .has(1, 0, "translate(3)")
        .has(4, 3, "aff(3)")
        .has(3, 3, "gl(3)");
    list.of("distance", distance(), Translations::inTheSquare)
        .has(2, 0, "translate(4)")
        .has(2, 0, "aff(1)^2+aff(1)^2")
        .has(2, 0, "translate(1)^2+translate(1)^2")
        .has(9, 8, "gl(4)");
    list.normal("sin(x − y)", Formula.of(2, x -> x[0].minus(x[1]).sin())).has(6, 5, "poly(2,2)");
  }

  /** exp(−(x₁−x₂)²/2) cos x₃. */
  static Formula oneDifference() {
    return Formula.of(3, x -> x[0].minus(x[1]).squared().times(-0.5).exp().times(x[2].cos()));
  }

  /** √((x₂−x₁)² + (x₄−x₃)²). */
  static Formula distance() {
    return Formula.of(4, x -> x[1].minus(x[0]).squared().plus(x[3].minus(x[2]).squared()).root());
  }

  static Batch inTheSquare() {
    return Samples.uniform(1, 5, 4, 26);
  }

  private static Formula potential(int inputs) {
    return Formula.of(inputs, x -> pairPotential(x, 3));
  }
}
