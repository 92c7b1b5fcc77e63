package org.liegg.linalg.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Accuracy;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.linalg.QrProvider;
import org.liegg.linalg.fixtures.SeededRows;

class OperatorVerificationTest {
  private static final int M = 6;
  private static final Rows ROWS = SeededRows.normal(70, M, 19);

  @Test
  void appliesRowsAndTheirTranspose() {
    PolarizationOperator e =
        PolarizationOperator.of(new Rows(3, 2, new double[] {1, 2, 3, 4, 5, 6}));
    assertThat(e.apply(new double[] {1, -1})).containsExactly(-1, -1, -1);
    assertThat(e.applyTransposed(new double[] {1, 0, 2})).containsExactly(11, 14);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-300, 1e-9, 1, 1e9, 1e300})
  void aRightSpectrumHasNoResidualAtAnyScale(double factor) {
    Rows rows = times(ROWS, factor);
    Verification verification =
        Decompositions.verify(PolarizationOperator.of(rows), spectrum(rows));
    assertThat(verification.residual()).as("at %s", factor).isLessThan(1e-13);
    assertThat(verification.orthonormality()).isLessThan(1e-14);
    assertThat(verification.ordered()).isTrue();
  }

  @Test
  void theSmallestFewAreEnough() {
    Verification verification =
        Decompositions.verify(PolarizationOperator.of(ROWS), tail(spectrum(ROWS), 2));
    assertThat(verification.residual()).isLessThan(1e-13);
  }

  @Test
  void aMixtureWithWhatWasLeftOutShows() {
    // Unit vectors with consistent images among themselves, but not singular vectors of E.
    Spectrum all = spectrum(ROWS);
    double[] mixed = new double[M];
    double square = 0;
    for (int k = 0; k < M; k++) {
      mixed[k] = Math.sqrt(0.5) * (all.vector(0)[k] + all.vector(M - 1)[k]);
    }
    for (double image : PolarizationOperator.of(ROWS).apply(mixed)) {
      square += image * image;
    }
    Spectrum wrong = of(70, new double[] {Math.sqrt(square)}, mixed);
    assertThat(Decompositions.verify(ROWS, wrong).residual())
        .as("among themselves")
        .isCloseTo(0, within(1e-13));
    assertThat(Decompositions.verify(PolarizationOperator.of(ROWS), wrong).residual())
        .isGreaterThan(1e-2);
  }

  @Test
  void aWrongValueShows() {
    double[] values = spectrum(ROWS).singularValues().clone();
    values[M - 1] *= 0.9;
    Spectrum wrong = of(70, values, spectrum(ROWS).rightSingularVectors());
    assertThat(Decompositions.verify(PolarizationOperator.of(ROWS), wrong).residual())
        .isGreaterThan(1e-3);
  }

  @Test
  void ofZeroEveryValueButZeroShows() {
    Rows zero = new Rows(4, 2, new double[8]);
    double[] identity = {1, 0, 0, 1};
    assertThat(
            Decompositions.verify(PolarizationOperator.of(zero), of(4, new double[2], identity))
                .residual())
        .isZero();
    assertThat(
            Decompositions.verify(
                    PolarizationOperator.of(zero), of(4, new double[] {1, 0}, identity))
                .residual())
        .isEqualTo(1);
  }

  @Test
  void refusesAnotherShape() {
    assertThatIllegalArgumentException()
        .isThrownBy(
            () ->
                Decompositions.verify(
                    PolarizationOperator.of(new Rows(0, M, new double[0])), spectrum(ROWS)));
  }

  private static Spectrum spectrum(Rows rows) {
    try (Decomposition qr = new QrProvider().open(rows.columns())) {
      qr.accept(rows);
      return qr.finish();
    }
  }

  private static Spectrum tail(Spectrum all, int count) {
    double[] vectors = all.rightSingularVectors();
    return of(
        all.rows(),
        Arrays.copyOfRange(all.singularValues(), all.count() - count, all.count()),
        Arrays.copyOfRange(vectors, vectors.length - count * all.columns(), vectors.length));
  }

  private static Spectrum of(long rows, double[] values, double[] vectors) {
    return new Spectrum(
        rows,
        rows,
        vectors.length / values.length,
        values,
        vectors,
        Optional.empty(),
        Accuracy.BACKWARD_STABLE);
  }

  private static Rows times(Rows rows, double factor) {
    double[] values = Arrays.stream(rows.values()).map(value -> value * factor).toArray();
    return new Rows(rows.rows(), rows.columns(), values);
  }
}
