package org.liegg.linalg.lobpcg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.NumericalException;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.Scale;
import org.liegg.blas.Vectors;
import org.liegg.linalg.GivenProviders;
import org.liegg.linalg.LobpcgProvider;
import org.liegg.linalg.fixtures.Planted;
import org.liegg.linalg.fixtures.SeededRows;

class LobpcgTest {
  @ParameterizedTest
  @ValueSource(longs = {31, 32, 33})
  void findsThePlantedRotations(long seed) {
    Polarization polarization = Planted.of(Planted.gl(10), 300, 3, 4, 0, seed);
    DefectSpectrum defects = Iterated.spectrum(polarization, 10).defects().orElseThrow();
    assertThat(Arrays.stream(defects.defects()).filter(defect -> defect < 1e-10)).hasSize(6);
    assertThat(defects.defects()[3]).isGreaterThan(0.05);
    for (int i = 4; i < 10; i++) {
      double[] h = defects.direction(i);
      double largest = Scale.largest(h, h.length);
      for (int row = 0; row < 10; row++) {
        for (int column = 0; column < 10; column++) {
          assertThat((h[10 * row + column] + h[10 * column + row]) / largest)
              .as("symmetric part of direction %d", i)
              .isCloseTo(0, within(1e-6));
        }
      }
    }
  }

  @Test
  void fillsAPartOfANullspaceThatIsLargerThanWhatIsWanted() {
    // so(9) has 36 dimensions; any 7 of them will do, as long as they are 7.
    Polarization polarization = Planted.of(Planted.gl(9), 300, 1, 9, 0, 34);
    Spectrum spectrum = Iterated.spectrum(polarization, 7);
    double largest = Iterated.byGram(polarization).singularValues()[0];
    for (double sigma : spectrum.singularValues()) {
      assertThat(sigma / largest).isLessThan(1e-7);
    }
    assertThat(spectrum.defects().orElseThrow().defects()[0]).isLessThan(1e-12);
    LobpcgChecks.areWellFormed(polarization, spectrum);
  }

  @Test
  void spansTheWholeOfANullspaceThatFits() {
    Polarization polarization = Planted.of(Planted.gl(9), 300, 2, 5, 0, 35);
    Spectrum expected = Iterated.byGram(polarization);
    Spectrum found = Iterated.spectrum(polarization, 12);
    assertThat(sine(expected, found, 10)).isLessThan(1e-6);
  }

  @Test
  void everythingOfAConstantIsTrivial() {
    Polarization polarization = Planted.of(Planted.gl(6), 50, 2, 0, 6, 36);
    Spectrum spectrum = Iterated.spectrum(polarization, 5);
    DefectSpectrum defects = spectrum.defects().orElseThrow();
    assertThat(defects.defects()).isEmpty();
    assertThat(defects.trivialCount()).isEqualTo(36);
    assertThat(defects.trivialVectors()).isEqualTo(5);
    assertThat(spectrum.singularValues()).containsExactly(0, 0, 0, 0, 0);
    LobpcgChecks.areWellFormed(polarization, spectrum);
  }

  @Test
  void ofNoSamplesEverythingIsZero() {
    Spectrum spectrum = Iterated.spectrum(Planted.of(Planted.gl(6), 0, 2, 0, 0, 37), 5);
    assertThat(spectrum.singularValues()).containsExactly(0, 0, 0, 0, 0);
    assertThat(spectrum.defects().orElseThrow().trivialCount()).isEqualTo(36);
  }

  @Test
  void countsTrivialDirectionsThatAreTooManyToHold() {
    Polarization polarization = Planted.of(Planted.gl(10), 200, 1, 3, 4, 38);
    Spectrum spectrum = Iterated.spectrum(polarization, 6);
    DefectSpectrum defects = spectrum.defects().orElseThrow();
    assertThat(defects.trivialCount()).isEqualTo(40);
    assertThat(defects.trivialVectors()).isEqualTo(6);
    assertThat(Arrays.stream(defects.defects()).filter(defect -> defect < 1e-10)).hasSize(3);
    double largest = Iterated.byGram(polarization).singularValues()[0];
    assertThat(spectrum.singularValues()[0]).isLessThan(1e-7 * largest);
  }

  @Test
  void decomposesPlainRows() {
    Rows rows = SeededRows.normal(300, 80, 39);
    Spectrum spectrum = Iterated.spectrum(rows, 6);
    double[] expected;
    try (Decomposition gram = GivenProviders.gram(NativeBlas.off()).open(80)) {
      gram.accept(rows);
      expected = gram.finish().singularValues();
    }
    assertThat(spectrum.singularValues())
        .containsExactly(Arrays.copyOfRange(expected, 74, 80), within(1e-9 * expected[0]));
    assertThat(spectrum.defects()).isEmpty();
    LobpcgChecks.haveConverged(rows, spectrum, 1e-9);
  }

  @ParameterizedTest
  @ValueSource(doubles = {1e-3, 1e-6, 1e-11})
  void reachesTheResidualThatWasAskedFor(double residual) {
    Polarization polarization = Planted.of(Planted.gl(11), 250, 2, 4, 0, 40);
    try (Decomposition decomposition = Iterated.open(121, Iterated.settings(9, residual))) {
      decomposition.accept(polarization);
      LobpcgChecks.haveConverged(polarization, decomposition.finish(), residual);
    }
  }

  @Test
  void stopsWhenItsThreadIsInterrupted() {
    try (Decomposition decomposition = Iterated.open(100, 6)) {
      decomposition.accept(Planted.of(Planted.gl(10), 200, 1, 0, 0, 42));
      Thread.currentThread().interrupt();
      assertThatExceptionOfType(NumericalException.class)
          .isThrownBy(decomposition::finish)
          .withMessageContaining("LIEGG-INTERRUPTED");
      assertThat(Thread.interrupted()).as("the interrupt is kept").isTrue();
      assertThatIllegalStateException().isThrownBy(decomposition::finish);
    }
  }

  @Test
  void mergedPartsEqualOnePass() {
    Polarization all = Planted.of(Planted.gl(9), 500, 2, 4, 0, 44);
    Spectrum whole = Iterated.spectrum(all, 9);
    for (long seed = 1; seed <= 3; seed++) {
      int split = new Random(seed).nextInt(501);
      try (Decomposition first = Iterated.open(81, 9);
          Decomposition second = Iterated.open(81, 9)) {
        first.accept(all.slice(0, split));
        second.accept(all.slice(split, 500));
        first.merge(second);
        isClose(first.finish(), whole);
        assertThatIllegalStateException().isThrownBy(second::finish);
      }
    }
  }

  @Test
  void continuesFromItsState() {
    Polarization all = Planted.of(Planted.gl(9), 500, 2, 4, 0, 45);
    byte[] state;
    try (Decomposition first = Iterated.open(81, 9)) {
      first.accept(all.slice(0, 123));
      state = first.state();
      assertThat(first.state()).isEqualTo(state);
    }
    try (Decomposition second = GivenProviders.lobpcg(NativeBlas.off()).restore(state)) {
      second.accept(all.slice(123, 500));
      isClose(second.finish(), Iterated.spectrum(all, 9));
    }
  }

  @Test
  void theSameInputGivesTheSameBits() {
    Polarization polarization = Planted.of(Planted.gl(9), 700, 2, 4, 0, 46);
    DecompositionOptions two = DecompositionOptions.defaults().withSmallest(7).withThreads(2);
    LobpcgSettings settings = LobpcgSettings.of(two).withDenseUpTo(0);
    double[] first = bits(polarization, settings);
    assertThat(bits(polarization, settings)).containsExactly(first);
  }

  @Test
  void javaAndOpenBlasAgree() {
    Polarization polarization = Planted.of(Planted.gl(9), 700, 6, 4, 0, 47);
    Spectrum expected = Iterated.spectrum(polarization, 7);
    try (Decomposition decomposition =
        new LobpcgDecomposition(81, NativeBlas.after(0), Iterated.settings(7, 1e-9))) {
      decomposition.accept(polarization);
      isClose(decomposition.finish(), expected);
      assertThat(decomposition.description()).startsWith("LOBPCG, ").contains("residual");
    }
  }

  @Test
  void saysWhatItIs() {
    LobpcgProvider provider = new LobpcgProvider();
    assertThat(provider.capabilities().matrixFree()).isTrue();
    assertThat(provider.capabilities().fullSpectrum()).isFalse();
    assertThat(provider.capabilities().streaming()).isFalse();
    assertThat(provider.capabilities().accuracy()).isEqualTo(Accuracy.GRAM);
    assertThat(provider.priority()).isNegative();
  }

  private static double[] bits(Polarization polarization, LobpcgSettings settings) {
    try (Decomposition decomposition = Iterated.open(polarization.columns(), settings)) {
      decomposition.accept(polarization);
      return decomposition.finish().rightSingularVectors();
    }
  }

  private static void isClose(Spectrum actual, Spectrum expected) {
    assertThat(actual.rows()).isEqualTo(expected.rows());
    assertThat(actual.samples()).isEqualTo(expected.samples());
    assertThat(actual.singularValues())
        .containsExactly(expected.singularValues(), within(1e-5 * expected.singularValues()[0]));
    assertThat(actual.defects().orElseThrow().defects())
        .containsExactly(expected.defects().orElseThrow().defects(), within(1e-8));
  }

  /** Between the last few vectors of two spectra. */
  private static double sine(Spectrum a, Spectrum b, int count) {
    int m = a.columns();
    double sum = 0;
    for (int i = 0; i < count; i++) {
      double[] rest = b.vector(b.count() - count + i);
      for (int j = 0; j < count; j++) {
        double[] other = a.vector(a.count() - count + j);
        double inner = Vectors.dot(rest, 0, other, 0, m);
        for (int c = 0; c < m; c++) {
          rest[c] -= inner * other[c];
        }
      }
      sum += Vectors.dot(rest, 0, rest, 0, m);
    }
    return Math.sqrt(sum);
  }
}
