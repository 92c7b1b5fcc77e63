package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.liegg.api.Batch;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;

/** The generalised problem {@code EᵀE h / N = δ M h}. */
public interface DefectContract extends DecompositionSubject {

  @Test
  default void findsTheRotationsOfTheSphere() {
    DefectSpectrum defects = defectsOf(KnownFields.quadratic(new double[] {1, 1, 1}, 4000, 81));
    assertThat(defects.trivialCount()).isZero();
    assertThat(zeros(defects)).isEqualTo(3);
    int count = defects.defects().length;
    assertThat(count).isBetween(countAtLeast(9), 9);
    assertThat(defects.defects()[count - 4]).isGreaterThan(0.5);
    for (int i = count - 3; i < count; i++) {
      isSkew(defects.direction(i));
    }
  }

  @Test
  default void everyFieldOfAConstantIsTrivial() {
    DefectSpectrum defects =
        defectsOf(KnownFields.of(3, 50, 83, (x, gradient) -> Arrays.fill(gradient, 0)));
    assertThat(defects.defects()).isEmpty();
    assertThat(defects.trivialCount()).isEqualTo(9);
    isOrthonormal(defects.trivial(), 9);
  }

  @Test
  default void ofNoSamplesEveryFieldIsTrivial() {
    DefectSpectrum defects = defectsOf(KnownFields.quadratic(new double[] {1, 1}, 0, 84));
    assertThat(defects.trivialCount()).isEqualTo(4);
  }

  @Test
  default void countsFieldsIntoDeadInputsAsTrivial() {
    DefectSpectrum defects =
        defectsOf(KnownFields.quadratic(new double[] {1, 1, 1, 0, 0}, 4000, 85));
    assertThat(defects.trivialCount()).isEqualTo(10);
    assertThat(zeros(defects)).isEqualTo(3);
    isOrthonormal(defects.trivial(), 25);
  }

  @Test
  default void countsFieldsAcrossABottleneckAsTrivial() {
    // F = g(w·x): of gl(3), only rows along w are sensitive, and the nullspace is no coordinate
    // plane.
    double[] w = {1, -2, 0.5};
    DefectSpectrum defects =
        defectsOf(
            KnownFields.of(
                3,
                500,
                87,
                (x, gradient) -> {
                  double z = KnownRows.dot(w, 0, x, 0, 3);
                  for (int i = 0; i < 3; i++) {
                    gradient[i] = Math.cos(z) * w[i];
                  }
                }));
    assertThat(defects.trivialCount()).isEqualTo(6);
    assertThat(defects.trivialVectors()).isBetween(isFull() ? 6 : 0, 6);
    isOrthonormal(defects.trivial(), 9);
    for (int i = 0; i < defects.trivialVectors(); i++) {
      double[] field = defects.trivialDirection(i);
      for (int column = 0; column < 3; column++) {
        double sensitive =
            w[0] * field[column] + w[1] * field[3 + column] + w[2] * field[6 + column];
        assertThat(sensitive)
            .as("w · column %d of trivial field %d", column, i)
            .isCloseTo(0, within(1e-9));
      }
    }
  }

  @Test
  default void doesNotMoveWhenTheModelIsScaled() {
    Polarization polarization = KnownFields.quadratic(new double[] {1, 2, 5}, 300, 89);
    double[] expected = defectsOf(polarization).withTrivial();
    for (double factor : new double[] {1e-200, 1e-9, -3, 1e9, 1e200}) {
      assertThat(defectsOf(KnownFields.scaled(polarization, factor)).withTrivial())
          .as("defects of %s · F", factor)
          .containsExactly(expected, within(defectTolerance() * expected[0]));
    }
  }

  @Test
  default void doesNotMoveWhenCoordinatesAreMixed() {
    Polarization polarization = KnownFields.quadratic(new double[] {1, 2, 5}, 300, 91);
    double[] expected = defectsOf(polarization).withTrivial();
    double[] b = {1, 0.5, 0, 0, 2, 1, 0, 0, 0.25};
    double[] inverse = {1, -0.25, 1, 0, 0.5, -2, 0, 0, 4};
    assertThat(defectsOf(KnownFields.mixed(polarization, b, inverse)).withTrivial())
        .containsExactly(expected, within(10 * defectTolerance() * expected[0]));
  }

  @Test
  default void agreesWithTheBaselineComputedByHand() {
    // F = x₁ at x = ±1 and ±3 under scalings: δ = E[x²] / E[x²] = 1, by hand.
    Polarization polarization =
        new Polarization(
            KnownFields.gl(1),
            new Batch(4, 1, new double[] {1, -1, 3, -3}),
            new Jacobians(4, 1, 1, new double[] {1, 1, 1, 1}, new double[4]));
    DefectSpectrum defects = defectsOf(polarization);
    assertThat(defects.defects()).containsExactly(new double[] {1}, within(1e-12));
    // M = E[J²]·E[x²] = 5 and hᵀMh = 1.
    assertThat(defects.direction(0))
        .containsExactly(new double[] {1 / Math.sqrt(5)}, within(1e-12));
  }

  @Test
  default void sumsOverOutputsOnlyAfterSquaring() {
    // F = (x, −x): the outputs' gradients cancel in a sum, and the field is sensitive all the same.
    Polarization polarization =
        new Polarization(
            KnownFields.gl(1),
            new Batch(2, 1, new double[] {2, 2}),
            new Jacobians(2, 2, 1, new double[] {1, -1, 1, -1}, new double[4]));
    DefectSpectrum defects = defectsOf(polarization);
    assertThat(defects.trivialCount()).isZero();
    assertThat(defects.defects()).containsExactly(new double[] {1}, within(1e-12));
  }

  @Test
  default void directionsSolveTheGeneralisedProblem() {
    Polarization polarization = manyEntries(40, 93);
    DefectSpectrum defects = defectsOf(polarization);
    double[] metric = IndependenceBaseline.metric(polarization);
    Rows rows = polarization.rows();
    int m = polarization.columns();
    assertThat(defects.defects()).hasSize(m);
    for (int i = 0; i < m; i++) {
      double[] h = defects.direction(i);
      assertThat(IndependenceBaseline.quadratic(metric, h))
          .as("hᵀMh, direction %d", i)
          .isCloseTo(1, within(1e-9));
      double moved = 0;
      for (int row = 0; row < rows.rows(); row++) {
        double image = KnownRows.dot(rows.values(), row * m, h, 0, m);
        moved += image * image / polarization.samples();
      }
      assertThat(moved)
          .as("‖E h‖²/N, direction %d", i)
          .isCloseTo(defects.defects()[i], within(1e-9 * defects.defects()[0]));
    }
  }

  @Test
  default void plainRowsHaveNoDefects() {
    assertThat(spectrumOf(KnownRows.random(10, 3, 95)).defects()).isEmpty();
  }

  /** Few fields of many entries each, as image actions have them, over two outputs. */
  private static Polarization manyEntries(int samples, long seed) {
    int d = 12;
    double[] coefficients = KnownRows.normal(3 * d * d, seed);
    FieldBasis.Builder builder = FieldBasis.builder(d, d);
    for (int a = 0; a < 3; a++) {
      for (int i = 0; i < d; i++) {
        for (int p = 0; p < d; p++) {
          builder.entry(i, p, coefficients[(a * d + i) * d + p]);
        }
      }
      builder.endField();
    }
    return new Polarization(
        builder.build(),
        new Batch(samples, d, KnownRows.normal(samples * d, seed + 1)),
        new Jacobians(
            samples, 2, d, KnownRows.normal(samples * 2 * d, seed + 2), new double[2 * samples]));
  }

  private DefectSpectrum defectsOf(Polarization polarization) {
    return spectrumOf(polarization).defects().orElseThrow();
  }

  private int zeros(DefectSpectrum defects) {
    return (int)
        Arrays.stream(defects.defects()).filter(defect -> defect < defectTolerance()).count();
  }

  private static void isSkew(double[] field) {
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < 3; j++) {
        assertThat(field[3 * i + j] + field[3 * j + i])
            .as("symmetric part of a rotation")
            .isCloseTo(0, within(1e-6));
      }
    }
  }

  private static void isOrthonormal(double[] vectors, int length) {
    for (int i = 0; i < vectors.length; i += length) {
      for (int j = 0; j <= i; j += length) {
        assertThat(KnownRows.dot(vectors, i, vectors, j, length))
            .isCloseTo(i == j ? 1 : 0, within(1e-12));
      }
    }
  }
}
