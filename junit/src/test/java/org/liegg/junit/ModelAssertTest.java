package org.liegg.junit;

import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.liegg.junit.LieggAssertions.assertNotInvariant;
import static org.liegg.junit.LieggAssertions.assertThat;
import static org.liegg.junit.LieggAssertions.assertThatModel;

import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.liegg.api.LieggException;
import org.liegg.app.Liegg;

class ModelAssertTest {
  private static double[] radius(double[] x) {
    return new double[] {Math.sqrt(x[0] * x[0] + x[1] * x[1] + x[2] * x[2])};
  }

  /** Of three vectors: their determinant, which turns keep and reflections do not. */
  private static double[] chiral(double[] x) {
    return new double[] {
      x[0] * (x[4] * x[8] - x[5] * x[7])
          - x[1] * (x[3] * x[8] - x[5] * x[6])
          + x[2] * (x[3] * x[7] - x[4] * x[6])
    };
  }

  private static double[][] samples(int count, int inputs) {
    SplittableRandom random = new SplittableRandom(4);
    double[][] samples = new double[count][inputs];
    for (double[] sample : samples) {
      for (int i = 0; i < inputs; i++) {
        sample[i] = random.nextGaussian();
      }
    }
    return samples;
  }

  @Test
  void aSymmetryHolds() {
    assertThatModel(3, 1, ModelAssertTest::radius)
        .isInvariantTo("SO(3)")
        .on(samples(400, 3))
        .within(0.01);
    assertThatModel(3, 1, ModelAssertTest::radius)
        .isInvariantTo("O(3)")
        .on(samples(400, 3))
        .holds();
    assertThatModel(9, 1, ModelAssertTest::chiral)
        .isInvariantTo("SO(3)^3")
        .on(samples(400, 9))
        .within(0.01);
  }

  @Test
  void anAlgebraHolds() {
    assertThatModel(3, 1, ModelAssertTest::radius)
        .isInvariantTo("so(3)")
        .on(samples(400, 3))
        .within(0.01);
  }

  @Test
  void anEquivarianceHolds() {
    UnaryOperator<double[]> scaled =
        x -> {
          double length = radius(x)[0];
          return new double[] {x[0] * length, x[1] * length, x[2] * length};
        };
    assertThatModel(3, 3, scaled).isEquivariantTo("O(3)").on(samples(400, 3)).within(0.01);
    assertThatModel(3, 3, scaled)
        .isEquivariantTo("O(3)", "vector")
        .on(samples(400, 3))
        .within(0.01)
        .isNotInvariantTo("O(3)")
        .on(samples(400, 3))
        .holds();
  }

  @Test
  void claimsGoOnFromEachOther() {
    assertThat(Liegg.create().model(9, 1, ModelAssertTest::chiral).data(samples(400, 9)))
        .isInvariantTo("SO(3)^3")
        .within(0.01)
        .isNotInvariantTo("parity")
        .holds();
    assertNotInvariant(
        Liegg.create().model(9, 1, ModelAssertTest::chiral).data(samples(400, 9)), "O(3)^3");
  }

  @Test
  void aFailureNamesTheElementTheSampleAndTheDefect() {
    Throwable failure =
        catchThrowable(
            () ->
                assertThatModel(9, 1, ModelAssertTest::chiral)
                    .as("the release candidate")
                    .isInvariantTo("O(3)^3")
                    .on(samples(400, 9))
                    .within(0.01));
    org.assertj.core.api.Assertions.assertThat(failure)
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("[the release candidate]")
        .hasMessageContaining("to be invariant to O(3)^3")
        .hasMessageContaining("Does not hold")
        .hasMessageContaining("Worst element: ")
        .hasMessageContaining("of defect ")
        .hasMessageContaining("Worst sample: number ");
  }

  @Test
  void tooLittleEvidenceFailsAClaimAndItsContrary() {
    assertThatThrownBy(
            () ->
                assertThatModel(3, 1, ModelAssertTest::radius)
                    .isInvariantTo("SO(3)")
                    .on(samples(3, 3))
                    .holds())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Not enough evidence");
    assertThatThrownBy(
            () ->
                assertThatModel(3, 1, ModelAssertTest::radius)
                    .isNotInvariantTo("SO(3)")
                    .on(samples(3, 3))
                    .holds())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("not to be invariant to SO(3)")
        .hasMessageContaining("Not enough evidence");
  }

  @Test
  void aContraryClaimFailsWhereTheSymmetryHolds() {
    assertThatThrownBy(
            () ->
                assertThatModel(3, 1, ModelAssertTest::radius)
                    .isNotInvariantTo("O(3)")
                    .on(samples(400, 3))
                    .holds())
        .isInstanceOf(AssertionError.class)
        .hasMessageContaining("Holds");
  }

  @Test
  void whatCannotBeCheckedIsNoFailedClaim() {
    assertThatThrownBy(
            () ->
                assertThatModel(3, 1, ModelAssertTest::radius)
                    .isInvariantTo("SO(4)")
                    .on(samples(9, 3))
                    .holds())
        .isInstanceOf(LieggException.class)
        .hasMessageContaining("LIEGG-ACTION-SIZE");
    assertThatThrownBy(
            () -> assertThatModel(3, 1, ModelAssertTest::radius).isInvariantTo("SO(3)").holds())
        .isInstanceOf(LieggException.class)
        .hasMessageContaining("LIEGG-DATA-MISSING");
  }
}
