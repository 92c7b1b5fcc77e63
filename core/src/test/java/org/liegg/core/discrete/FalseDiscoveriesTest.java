package org.liegg.core.discrete;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.liegg.algebra.permutation.SignedPermutation;
import org.liegg.api.Batch;
import org.liegg.api.report.DiscreteSymmetries;
import org.liegg.core.ExactCases;
import org.liegg.data.Datasets;

/**
 * How often something is said to be kept that is not: random networks, and networks made nearly
 * invariant to a signed permutation, with a defect just above the tolerance.
 */
class FalseDiscoveriesTest {
  private static final int FRESH = 20_000;

  @Test
  void randomNetworksKeepNothing() {
    for (int n = 0; n < 25; n++) {
      assertThat(random(n).name()).as("network %d", n).isEqualTo("trivial");
    }
  }

  @Test
  @Tag("slow")
  void fewOfFiveHundredAreFalse() {
    int named = 0;
    int wrong = 0;
    for (int n = 0; n < 500; n++) {
      if (n % 2 == 0) {
        named += random(n).name().equals("trivial") ? 0 : 1;
      } else {
        wrong += near(n) ? 1 : 0;
      }
    }
    assertThat(named).isZero();
    // 2.5 % of 250 are 6.25; more than 13 would be seen once in 200 times.
    assertThat(wrong).isLessThanOrEqualTo(13);
  }

  private static DiscreteSymmetries random(int n) {
    Random random = new Random(n);
    int d = 2 + random.nextInt(7);
    int hidden = 4 + random.nextInt(30);
    return Searches.of(d, Searches.network(d, hidden, 1 + random.nextInt(3), n)).symmetries();
  }

  /** Whether a search says of a network that it keeps what it does not. */
  private static boolean near(int n) {
    Random random = new Random(n);
    int d = 2 + random.nextInt(5);
    SignedPermutation g = involution(d, random);
    UnaryOperator<double[]> network = Searches.network(d, 20, 1, n);
    double share = 0.03 + 0.04 * random.nextDouble();
    UnaryOperator<double[]> nearly =
        x -> {
          double here = network.apply(x)[0];
          double there = network.apply(moved(g, x))[0];
          return new double[] {(here + there) / 2 + share * (here - there)};
        };
    Batch samples = new Batch(1500, d, ExactCases.gaussians(1500 * d, n));
    DiscreteSymmetries found = Searches.of(nearly, Datasets.of("near", samples)).symmetries();
    return found.generators().stream()
        .anyMatch(
            one ->
                defect(nearly, new SignedPermutation(one.permutation(), one.signs()), d)
                    > Searches.TOLERANCE);
  }

  private static SignedPermutation involution(int d, Random random) {
    int[] source = new int[d];
    int[] signs = new int[d];
    Arrays.setAll(source, i -> i);
    Arrays.fill(signs, 1);
    int i = random.nextInt(d);
    int j = random.nextInt(d);
    source[i] = j;
    source[j] = i;
    int sign = i == j || random.nextBoolean() ? -1 : 1;
    signs[i] = sign;
    signs[j] = sign;
    return new SignedPermutation(source, signs);
  }

  private static double[] moved(SignedPermutation g, double[] x) {
    double[] moved = new double[x.length];
    new Candidate("g", g).move(x, 0, moved, 0);
    return moved;
  }

  /** The true defect, on samples of its own. */
  private static double defect(UnaryOperator<double[]> function, SignedPermutation g, int d) {
    double change = 0;
    double baseline = 0;
    double[] values = ExactCases.gaussians(2 * FRESH * d, 99);
    for (int n = 0; n < FRESH; n++) {
      double[] x = Arrays.copyOfRange(values, 2 * n * d, (2 * n + 1) * d);
      double[] other = Arrays.copyOfRange(values, (2 * n + 1) * d, (2 * n + 2) * d);
      double[] aside = moved(g, other);
      for (int i = 0; i < d; i++) {
        aside[i] += x[i] - other[i];
      }
      double value = function.apply(x)[0];
      change += Math.pow(function.apply(moved(g, x))[0] - value, 2);
      baseline += Math.pow(function.apply(aside)[0] - value, 2);
    }
    return change / baseline;
  }
}
