package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Rows;
import org.liegg.tck.SymmetricFunctions;

/** Functions that take one representation of a group to another, with exact gradients. */
class KnownPairsTest {
  private static final double NULL = 1e-9;
  private static final long SEED = 20221104;

  private static final Samples INERTIA =
      Samples.of(9, 9, SEED, SymmetricFunctions::inertia3, SymmetricFunctions::inertia3Value);
  private static final Samples OUTER =
      Samples.of(3, 9, SEED, SymmetricFunctions::outer, SymmetricFunctions::outerValue);
  private static final Samples INVERSION =
      Samples.of(2, 2, SEED, SymmetricFunctions::inversion, SymmetricFunctions::inversionValue);

  @Test
  void theInertiaTensorMovesWithThreePointsByTurnsAndAScaling() {
    // tr(M)1 − M of M = Σ rrᵀ, S = A + Aᵀ: tr(SM)1 = tr(M)S for all M, so S is a multiple of 1.
    String pairs = "gl(3)^3->same(tensor(gl(3),2))";
    assertThat(nullity(INERTIA, pairs)).isEqualTo(4);
    assertThat(smallestOther(INERTIA, pairs)).isCloseTo(0.99, within(0.1));
    assertThat(largest(INERTIA, "so(3)^3->same(tensor(so(3),2))")).isLessThan(1e-12);
    Rows rows = INERTIA.polarize(Actions.parse(pairs));
    for (int row = 0; row < rows.rows(); row++) {
      double scaling = rows.get(row, 0) + rows.get(row, 4) + rows.get(row, 8);
      assertThat(scaling).as("row %d", row).isCloseTo(0, within(1e-12));
    }
  }

  @Test
  void withoutAScalingTheInertiaTensorMovesByTurnsAlone() {
    assertThat(nullity(INERTIA, "sl(3)^3->same(tensor(sl(3),2))")).isEqualTo(3);
  }

  @Test
  void theSquareOfAVectorMovesByEveryMatrix() {
    assertThat(largest(OUTER, "gl(3)->same(tensor(gl(3),2))")).isLessThan(1e-12);
    // With the second index down, A xxᵀ + xxᵀAᵀ = A xxᵀ − xxᵀA: A is skew.
    assertThat(nullity(OUTER, "gl(3)->same(tensor(gl(3),1,1))")).isEqualTo(3);
    assertThat(nullity(OUTER, "gl(3)->same")).as("three vectors, the columns").isZero();
  }

  @ParameterizedTest
  @CsvSource({"gl(2)->same(dual(gl(2))), 2", "gl(2)->same, 1", "gl(2)->same(gl(2)), 1"})
  void anInversionIsACovectorUnderTurnsAndScalings(String pairs, int dimension) {
    // |x|²(A + Aᵀ)x = 2(x·Ax)x for all x: A + Aᵀ is a multiple of 1. As a vector, x·Ax = 0.
    assertThat(nullity(INVERSION, pairs)).isEqualTo(dimension);
  }

  @Test
  void theCovectorsOfAnInversionAreTheTurnAndTheScaling() {
    Rows rows = INVERSION.polarize(Actions.parse("gl(2)->same(dual(gl(2)))"));
    double turn = 0;
    double scaling = 0;
    double shear = 0;
    for (int row = 0; row < rows.rows(); row++) {
      double size = 1 + Math.abs(rows.get(row, 0)) + Math.abs(rows.get(row, 1));
      turn = Math.max(turn, Math.abs(rows.get(row, 1) - rows.get(row, 2)) / size);
      scaling = Math.max(scaling, Math.abs(rows.get(row, 0) + rows.get(row, 3)) / size);
      shear = Math.max(shear, Math.abs(rows.get(row, 1) + rows.get(row, 2)) / size);
    }
    assertThat(turn).isLessThan(1e-11);
    assertThat(scaling).isLessThan(1e-11);
    assertThat(shear).isGreaterThan(0.1);
  }

  @Test
  void theLogarithmTakesScalingsToTranslations() {
    double[] x = Samples.gaussian(200, new SplittableRandom(SEED));
    Arrays.setAll(x, i -> Math.exp(x[i]));
    double[] slopes = new double[400];
    for (int n = 0; n < 100; n++) {
      slopes[4 * n] = 1 / x[2 * n];
      slopes[4 * n + 3] = 1 / x[2 * n + 1];
    }
    double[] logs = Arrays.stream(x).map(Math::log).toArray();
    Samples samples = new Samples(new Batch(100, 2, x), new Jacobians(100, 2, 2, slopes, logs));
    assertThat(largest(samples, "scale(2)->same(translate(2))")).isLessThan(1e-15);
    assertThat(largest(samples, "scale(2)->same")).isGreaterThan(0.1);
  }

  private static double largest(Samples samples, String pairs) {
    double[] rows = samples.polarize(Actions.parse(pairs)).values();
    return Arrays.stream(rows).map(Math::abs).max().orElseThrow();
  }

  private static long nullity(Samples samples, String pairs) {
    double[] sigma = samples.relativeSingularValues(Actions.parse(pairs));
    return Arrays.stream(sigma).filter(s -> s < NULL).count();
  }

  private static double smallestOther(Samples samples, String pairs) {
    double[] sigma = samples.relativeSingularValues(Actions.parse(pairs));
    return Arrays.stream(sigma).filter(s -> s >= NULL).min().orElseThrow();
  }
}
