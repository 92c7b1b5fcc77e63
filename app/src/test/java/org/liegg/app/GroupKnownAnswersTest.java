package org.liegg.app;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.report.Verdict;
import org.liegg.app.Extraction.Check;

/** The table of docs/groups.md: functions whose groups are known, tried by name. */
class GroupKnownAnswersTest {
  private static final int SAMPLES = 2000;
  private static final int ATOMS = 4;
  private static final int SIDE = 6;

  /** A function, and how many inputs and outputs it has. */
  private record Known(int inputs, int outputs, UnaryOperator<double[]> function) {}

  private static Known known(String name) {
    return switch (name) {
      case "quartic" -> new Known(4, 1, GroupKnownAnswersTest::quartic);
      case "sum over atoms" -> new Known(3 * ATOMS, 1, GroupKnownAnswersTest::overAtoms);
      case "pair energy" -> new Known(3 * ATOMS, 1, x -> new double[] {energyAndForces(x)[0]});
      case "energy and forces" ->
          new Known(3 * ATOMS, 1 + 3 * ATOMS, GroupKnownAnswersTest::energyAndForces);
      case "chiral" -> new Known(9, 1, GroupKnownAnswersTest::determinant);
      case "steps" -> new Known(3, 1, GroupKnownAnswersTest::steps);
      case "round kernel" -> new Known(SIDE * SIDE, 1, x -> filtered(x, 1));
      case "long kernel" -> new Known(SIDE * SIDE, 1, x -> filtered(x, 0.2));
      default -> throw new IllegalArgumentException(name);
    };
  }

  private static double[] quartic(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += Math.pow(value, 4);
    }
    return new double[] {sum};
  }

  private static double[] overAtoms(double[] x) {
    double sum = 0;
    for (int a = 0; a < ATOMS; a++) {
      double square = 0;
      for (int i = 3 * a; i < 3 * a + 3; i++) {
        square += x[i] * x[i];
      }
      sum += Math.exp(-square / 2);
    }
    return new double[] {sum};
  }

  /** Σ 1/(1 + r²) over pairs, and minus its gradient. */
  private static double[] energyAndForces(double[] x) {
    double[] found = new double[1 + x.length];
    for (int a = 0; a < ATOMS; a++) {
      for (int b = 0; b < a; b++) {
        double square = 0;
        for (int i = 0; i < 3; i++) {
          double rest = x[3 * a + i] - x[3 * b + i];
          square += rest * rest;
        }
        found[0] += 1 / (1 + square);
        double slope = 2 / ((1 + square) * (1 + square));
        for (int i = 0; i < 3; i++) {
          double rest = x[3 * a + i] - x[3 * b + i];
          found[1 + 3 * a + i] += slope * rest;
          found[1 + 3 * b + i] -= slope * rest;
        }
      }
    }
    return found;
  }

  private static double[] determinant(double[] x) {
    return new double[] {
      x[0] * (x[4] * x[8] - x[5] * x[7])
          - x[1] * (x[3] * x[8] - x[5] * x[6])
          + x[2] * (x[3] * x[7] - x[4] * x[6])
    };
  }

  /** As an ensemble of small trees, the same for every input. */
  private static double[] steps(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += (value > -0.5 ? 1 : 0) + (value > 0.4 ? 2 : 0) + (value > 1.3 ? -1 : 0);
    }
    return new double[] {sum};
  }

  /** The mean square of a cyclic difference with the neighbours, weighed along columns. */
  private static double[] filtered(double[] x, double along) {
    double sum = 0;
    for (int r = 0; r < SIDE; r++) {
      for (int c = 0; c < SIDE; c++) {
        double value =
            pixel(x, r, c + 1)
                + pixel(x, r, c - 1)
                + along * (pixel(x, r + 1, c) + pixel(x, r - 1, c))
                - (2 + 2 * along) * pixel(x, r, c);
        sum += value * value;
      }
    }
    return new double[] {sum / (SIDE * SIDE)};
  }

  private static double pixel(double[] x, int row, int column) {
    return x[Math.floorMod(row, SIDE) * SIDE + Math.floorMod(column, SIDE)];
  }

  private static double[][] samples(int inputs) {
    SplittableRandom random = new SplittableRandom(2);
    double[][] samples = new double[SAMPLES][inputs];
    for (double[] sample : samples) {
      for (int i = 0; i < inputs; i++) {
        sample[i] = random.nextGaussian();
      }
    }
    return samples;
  }

  @ParameterizedTest
  @CsvSource({
    "quartic, flip(1)*flip(2)*flip(3)*flip(4)*S(4), INVARIANT",
    "quartic, C(4)^2, INVARIANT",
    "quartic, C(8)^2, BROKEN",
    "quartic, O(4), BROKEN",
    "sum over atoms, S(4) on 3, INVARIANT",
    "sum over atoms, O(3)^4*S(4) on 3, INVARIANT",
    "sum over atoms, E(3)^4, BROKEN",
    "pair energy, E(3)^4*S(4) on 3, INVARIANT",
    "energy and forces, E(3)^4*S(4) on 3 -> trivial(1)+vector(12), INVARIANT",
    "energy and forces, E(3)^4*S(4) on 3, BROKEN",
    "chiral, SO(3)^3, INVARIANT",
    "chiral, O(3)^3, BROKEN",
    "chiral, O(3)^3 -> pseudoscalar, INVARIANT",
    "steps, S(3), INVARIANT",
    "steps, parity, BROKEN",
    "steps, SO(3), BROKEN",
    "round kernel, image-D4(6x6)*image-roll(6x6), INVARIANT",
    "long kernel, image-D4(6x6), BROKEN",
    "long kernel, 'image-flip(6x6)*image-flip(6x6,vertical)', INVARIANT"
  })
  void theGroupIsAsKnown(String name, String group, Verdict verdict) {
    Known known = known(name);
    Check check =
        Liegg.create()
            .model(known.inputs(), known.outputs(), known.function())
            .data(samples(known.inputs()))
            .check(group);

    assertThat(check.gate().verdict())
        .as("%s, worst %s", check.gate(), check.report().group().orElseThrow().worst())
        .isEqualTo(verdict);
  }
}
