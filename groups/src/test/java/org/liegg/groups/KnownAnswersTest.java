package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Batch;
import org.liegg.tck.SymmetricFunctions;

/**
 * Functions whose symmetries are known, with exact gradients: the nullspace of E has their size.
 */
class KnownAnswersTest {
  private static final double NULL = 1e-9;
  private static final long SEED = 20221104;

  @ParameterizedTest
  @CsvSource({"gl(5)^2, 0.46", "gl(10), 0.013", "gl(5)+gl(5), 0.023", "aff(5)^2, 0.30"})
  void findsTheTenRotationsOfO5(String action, double gap) {
    double[] sigma =
        Samples.of(10, 1, SEED, SymmetricFunctions::o5)
            .relativeSingularValues(Actions.parse(action));
    assertThat(nullity(sigma)).as("%s, seed %d", action, SEED).isEqualTo(10);
    assertThat(smallestOther(sigma))
        .as("gap of %s, seed %d", action, SEED)
        .isCloseTo(gap, within(0.25 * gap));
  }

  @Test
  void theNullspaceOfO5IsTheRotations() {
    Samples samples = Samples.of(10, 1, SEED, SymmetricFunctions::o5);
    double[] rotations = samples.polarize(Actions.parse("so(5)^2")).values();
    assertThat(Arrays.stream(rotations).map(Math::abs).max().orElseThrow())
        .as("largest ∇F·Lx, seed %d", SEED)
        .isLessThan(1e-12);
  }

  @Test
  void findsTheSixLorentzTransformationsOfMinkowski() {
    double[] sigma =
        Samples.of(4, 1, SEED, x -> new double[] {2 * x[0], -2 * x[1], -2 * x[2], -2 * x[3]})
            .relativeSingularValues(Actions.gl(4));
    assertThat(nullity(sigma)).as("seed %d", SEED).isEqualTo(6);
    assertThat(smallestOther(sigma)).isCloseTo(0.53, within(0.1));
  }

  @ParameterizedTest
  @CsvSource({"scale(4), 1.0", "gl(4), 0.028"})
  void findsTheThreeScalingsOfTheReynoldsNumber(String action, double gap) {
    SplittableRandom random = new SplittableRandom(SEED);
    double[] values = Samples.gaussian(4000 * 4, random);
    Arrays.setAll(values, i -> Math.exp(0.5 * values[i]));
    double[] sigma =
        Samples.at(new Batch(4000, 4, values), 1, SymmetricFunctions::reynolds)
            .relativeSingularValues(Actions.parse(action));
    assertThat(nullity(sigma)).as("%s, seed %d", action, SEED).isEqualTo(3);
    assertThat(smallestOther(sigma)).isCloseTo(gap, within(0.3 * gap));
  }

  @Test
  void findsNothingInTheQuartic() {
    double[] sigma =
        Samples.of(4, 1, SEED, x -> Arrays.stream(x).map(t -> 4 * t * t * t).toArray())
            .relativeSingularValues(Actions.gl(4));
    assertThat(nullity(sigma)).as("seed %d", SEED).isZero();
  }

  @Test
  void findsTheFieldsIntoDeadInputs() {
    double[] sigma =
        Samples.of(5, 1, SEED, x -> new double[] {2 * x[0], 2 * x[1], 2 * x[2], 0, 0})
            .relativeSingularValues(Actions.gl(5));
    assertThat(nullity(sigma)).as("seed %d", SEED).isEqualTo(13);
  }

  @Test
  void findsEveryFieldOfAConstant() {
    double[] sigma =
        Samples.of(3, 1, SEED, x -> new double[3]).relativeSingularValues(Actions.gl(3));
    assertThat(nullity(sigma)).isEqualTo(9);
  }

  @Test
  void findsNoInvarianceOfTheInertiaTensorWithNineOutputs() {
    double[] sigma =
        Samples.of(9, 9, SEED, SymmetricFunctions::inertia3)
            .relativeSingularValues(Actions.parse("gl(3)^3"));
    assertThat(nullity(sigma)).as("seed %d", SEED).isZero();
    assertThat(smallestOther(sigma)).isCloseTo(0.37, within(0.1));
  }

  @ParameterizedTest
  @ValueSource(strings = {"translate(6)", "translate(2)+translate(4)"})
  void findsTheTranslationsOfDifferencesOfThreePoints(String action) {
    double[] sigma =
        Samples.of(6, 1, SEED, SymmetricFunctions::distances)
            .relativeSingularValues(Actions.parse(action));
    assertThat(nullity(sigma)).as("%s, seed %d", action, SEED).isEqualTo(2);
  }

  @Test
  void movingAllThreePointsAlikeChangesNothing() {
    Samples samples = Samples.of(6, 1, SEED, SymmetricFunctions::distances);
    double[] rows = samples.polarize(Actions.parse("translate(2)^3")).values();
    assertThat(Arrays.stream(rows).map(Math::abs).max().orElseThrow())
        .as("largest ∇F·v, seed %d", SEED)
        .isLessThan(1e-9);
  }

  @Test
  void findsTheRigidMotionsOfDistances() {
    double[] sigma =
        Samples.of(6, 1, SEED, SymmetricFunctions::distances)
            .relativeSingularValues(Actions.parse("aff(2)^3"));
    assertThat(nullity(sigma)).as("seed %d", SEED).isEqualTo(3);
  }

  private static long nullity(double[] relative) {
    return Arrays.stream(relative).filter(s -> s < NULL).count();
  }

  private static double smallestOther(double[] relative) {
    return Arrays.stream(relative).filter(s -> s >= NULL).min().orElseThrow();
  }
}
