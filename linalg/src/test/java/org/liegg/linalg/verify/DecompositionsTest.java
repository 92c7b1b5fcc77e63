package org.liegg.linalg.verify;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.liegg.api.Accuracy;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.linalg.EjmlSvdProvider;
import org.liegg.linalg.fixtures.SeededRows;

class DecompositionsTest {
  private static final Rows ROWS = SeededRows.normal(60, 5, 17);

  @Test
  void aRightSpectrumHasNoResidual() {
    Verification verification = Decompositions.verify(ROWS, spectrum());
    assertThat(verification.residual()).isLessThan(1e-14);
    assertThat(verification.orthonormality()).isLessThan(1e-14);
    assertThat(verification.ordered()).isTrue();
  }

  @Test
  void aWrongValueShowsAsResidual() {
    double[] values = spectrum().singularValues().clone();
    values[4] *= 0.9;
    assertThat(Decompositions.verify(ROWS, with(values, vectors())).residual()).isGreaterThan(1e-3);
  }

  @Test
  void vectorsOfAnotherMatrixShowAsResidual() {
    double[] identity = new double[25];
    for (int i = 0; i < 5; i++) {
      identity[6 * i] = 1;
    }
    Verification verification =
        Decompositions.verify(ROWS, with(spectrum().singularValues(), identity));
    assertThat(verification.residual()).isGreaterThan(1e-3);
    assertThat(verification.orthonormality()).isZero();
  }

  @Test
  void stretchedVectorsAreNotOrthonormal() {
    double[] vectors = vectors();
    vectors[0] *= 1.5;
    assertThat(
            Decompositions.verify(ROWS, with(spectrum().singularValues(), vectors))
                .orthonormality())
        .isGreaterThan(1e-3);
  }

  @Test
  void theOtherSignIsOutOfOrder() {
    double[] vectors = vectors();
    for (int i = 0; i < 5; i++) {
      vectors[i] = -vectors[i];
    }
    assertThat(Decompositions.verify(ROWS, with(spectrum().singularValues(), vectors)).ordered())
        .isFalse();
  }

  @Test
  void refusesRowsOfAnotherWidth() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> Decompositions.verify(new Rows(0, 4, new double[0]), spectrum()));
  }

  private static Spectrum spectrum() {
    try (Decomposition svd = new EjmlSvdProvider().open(5)) {
      svd.accept(ROWS);
      return svd.finish();
    }
  }

  private static double[] vectors() {
    return spectrum().rightSingularVectors().clone();
  }

  private static Spectrum with(double[] values, double[] vectors) {
    return new Spectrum(60, 60, 5, values, vectors, Optional.empty(), Accuracy.BACKWARD_STABLE);
  }
}
