package org.liegg.benchmarks.measure;

import static org.liegg.benchmarks.measure.Duals.norm;
import static org.liegg.benchmarks.measure.Duals.square;
import static org.liegg.benchmarks.measure.Duals.weighted;
import static org.liegg.benchmarks.measure.NetworkCases.features;

/**
 * Networks of the kinds that a defect against the independence baseline alone gets wrong:
 * translations of one block, nearly linear functions, data far from the origin, outputs of unequal
 * size.
 */
final class FurtherNetworks {
  private static final int UNTRAINED = 3;

  private FurtherNetworks() {}

  static void addTo(CaseList list) {
    differences(list);
    linear(list);
    uncentred(list);
    outputs(list);
    untrained(list);
  }

  private static void differences(CaseList list) {
    list.learned(
            "learned difference",
            Translations.oneDifference(),
            Learned.normal(3, 0),
            features(500, 1.5, 61))
        .has(1, 0, "translate(3)")
        .has(4, 3, "aff(3)")
        .has(3, 3, "gl(3)");
    list.learned(
            "learned distance",
            Translations.distance(),
            Learned.uniform(1, 5, 4),
            features(900, 1.5, 62))
        .has(2, 0, "translate(4)")
        .has(2, 0, "aff(1)^2+aff(1)^2")
        .has(2, 0, "translate(1)^2+translate(1)^2");
    list.learned(
            "learned line far away",
            NetworkCases.line(0),
            Learned.normal(3, 20),
            features(500, 1, 63))
        .has(1, 0, "aff(1)^3");
  }

  private static void linear(CaseList list) {
    list.learned(
            "learned linear",
            Formula.of(3, x -> weighted(x, 1, 2, -1)),
            Learned.normal(3, 0),
            features(300, 0.5, 64))
        .has(6, 6, "gl(3)")
        .has(8, 6, "aff(3)")
        .has(2, 0, "translate(3)");
    list.learned(
            "learned linear, mean 5",
            Formula.of(3, x -> weighted(x, 1, 2, -1)),
            Learned.normal(3, 5),
            features(300, 0.5, 65))
        .has(6, 6, "gl(3)")
        .has(8, 6, "aff(3)");
    list.learned(
            "learned f(z), a block alone",
            Formula.of(3, x -> x[2].times(1.5).sin()),
            Learned.normal(3, 0),
            features(500, 1, 66))
        .has(4, 4, "gl(2)+gl(1)");
  }

  private static void uncentred(CaseList list) {
    list.learned(
            "learned coulomb",
            Formula.of(4, x -> x[0].times(x[1]).over(x[2].times(x[3].squared()))),
            Learned.uniform(1, 3, 4),
            features(900, 1, 67))
        .has(3, 0, "scale(4)");
    list.learned(
            "learned ellipse",
            Formula.of(2, x -> x[0].plus(-1).squared().plus(x[1].plus(-1).squared().times(4))),
            Learned.normal(2, 0),
            features(300, 0.7, 68))
        .has(1, 0, "aff(2)")
        .has(0, 0, "gl(2)");
  }

  /** The louder output is a thousand times the other. */
  private static void outputs(CaseList list) {
    list.learned(
            "one of two outputs is round",
            new Formula(
                3,
                2,
                x ->
                    new Dual[] {
                      square(x, 0, 3).times(-1 / 6.0).exp().times(1000),
                      x[0].times(2).sin().plus(x[1])
                    }),
            Learned.normal(3, 0),
            features(500, 1.5, 69))
        .has(0, 0, "gl(3)")
        .has(0, 0, "so(3)");
    list.learned(
            "both outputs are round",
            new Formula(
                3,
                2,
                x -> new Dual[] {square(x, 0, 3).times(-1 / 6.0).exp().times(1000), norm(x).cos()}),
            Learned.normal(3, 0),
            features(500, 1.5, 70))
        .has(3, 0, "gl(3)")
        .has(3, 0, "so(3)");
  }

  private static void untrained(CaseList list) {
    for (int seed = 0; seed < UNTRAINED; seed++) {
      int s = seed;
      list.of(
              "untrained of ten inputs %d".formatted(s),
              DenseNetwork.untrained(Activation.SWISH, 1, 300 + s, 10, 64, 64, 1),
              () -> Samples.normal(10, 400 + s))
          .has(0, 0, "gl(5)^2")
          .has(0, 0, "gl(10)");
    }
  }
}
