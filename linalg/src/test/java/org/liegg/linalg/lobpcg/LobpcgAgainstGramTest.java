package org.liegg.linalg.lobpcg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.Spectrum;
import org.liegg.linalg.fixtures.O5Reference;
import org.liegg.linalg.fixtures.Planted;

/** What iteration finds is the lower end of what {@code gram} finds. */
class LobpcgAgainstGramTest {

  @ParameterizedTest(name = "gl({0}), {1} outputs, so({2}), {3} dead inputs, seed {4}")
  @CsvSource({
    "6, 1, 3, 0, 1",
    "6, 3, 0, 0, 2",
    "8, 3, 4, 0, 3",
    "10, 1, 5, 0, 4",
    "12, 3, 4, 0, 5",
    "8, 1, 3, 1, 6",
    "10, 3, 3, 2, 7",
    "12, 1, 0, 4, 8"
  })
  void agreesOnRandomFunctionsWithAPlantedSymmetry(
      int d, int outputs, int round, int dead, long seed) {
    agrees(Planted.of(Planted.gl(d), 400, outputs, round, dead, seed), 8);
  }

  @Test
  void agreesOnATrainedNetwork() {
    agrees(O5Reference.polarization(O5Reference.anyMatrix()), 14);
    agrees(O5Reference.polarization(O5Reference.bothVectors()), 12);
  }

  @Test
  void agreesForAffineFieldsInAnotherOrder() {
    agrees(Planted.of(Planted.affine(7), 300, 2, 3, 0, 9), 8);
    agrees(Planted.of(Planted.affine(7), 300, 2, 3, 2, 10), 8);
  }

  @Test
  void agreesForFieldsThatShareAMatrix() {
    agrees(Planted.of(Planted.copies(5, 2), 300, 2, 0, 0, 11), 6);
    agrees(Planted.of(Planted.copies(4, 3), 300, 1, 4, 0, 12), 6);
    agrees(Planted.of(Planted.traceless(8), 300, 2, 3, 0, 13), 8);
    agrees(Planted.of(Planted.traceless(8), 300, 2, 3, 1, 14), 8);
  }

  @Test
  void agreesWhereInputsHaveUnitsOfTheirOwn() {
    agrees(Planted.inUnits(Planted.of(Planted.gl(8), 400, 2, 3, 0, 15), 1e3), 6);
  }

  @Test
  void agreesWithFewerRowsThanFields() {
    agrees(Planted.of(Planted.gl(12), 60, 2, 4, 0, 16), 8);
    agrees(Planted.of(Planted.gl(12), 3, 1, 0, 0, 17), 8);
  }

  @Test
  void findsNoMoreThanThereIs() {
    Polarization polarization = Planted.of(Planted.gl(3), 100, 1, 0, 0, 18);
    Spectrum spectrum = Iterated.spectrum(polarization, 50);
    assertThat(spectrum.count()).isEqualTo(9);
    assertThat(spectrum.defects().orElseThrow().complete()).isTrue();
    agrees(polarization, 50);
  }

  @Test
  void agreesAtExtremeScales() {
    Polarization plain = Planted.of(Planted.gl(6), 300, 1, 3, 0, 19);
    double[] expected = Iterated.spectrum(plain, 6).singularValues();
    double[] defects = Iterated.spectrum(plain, 6).defects().orElseThrow().defects();
    for (double factor : new double[] {1e-250, 1e-100, 1e100, 1e250}) {
      double[] jacobians =
          Arrays.stream(plain.jacobians().values()).map(value -> value * factor).toArray();
      Polarization scaled =
          new Polarization(
              plain.fields(),
              plain.features(),
              new Jacobians(300, 1, 6, jacobians, new double[300]));
      Spectrum spectrum = Iterated.spectrum(scaled, 6);
      double[] relative =
          Arrays.stream(spectrum.singularValues()).map(sigma -> sigma / factor).toArray();
      assertThat(relative).as("σ times %s", factor).containsExactly(expected, within(1e-5));
      assertThat(spectrum.defects().orElseThrow().defects())
          .as("δ times %s", factor)
          .containsExactly(defects, within(1e-9));
    }
  }

  private static void agrees(Polarization polarization, int smallest) {
    agree(polarization, Iterated.spectrum(polarization, smallest), smallest);
  }

  /** The smallest of all that gram finds. */
  static void agree(Polarization polarization, Spectrum found, int smallest) {
    Spectrum expected = Iterated.byGram(polarization);
    int count = Math.min(smallest, polarization.columns());
    assertThat(found.count()).isEqualTo(count);
    assertThat(found.samples()).isEqualTo(expected.samples());
    assertThat(found.rows()).isEqualTo(expected.rows());
    double largest = expected.singularValues()[0];
    double[] tail = tail(expected.singularValues(), count);
    for (int i = 0; i < count; i++) {
      double square = found.singularValues()[i] * found.singularValues()[i];
      assertThat(square)
          .as("σ² number %d of the smallest %d", i, count)
          .isCloseTo(tail[i] * tail[i], within(1e-10 * largest * largest));
    }
    DefectSpectrum theirs = expected.defects().orElseThrow();
    DefectSpectrum ours = found.defects().orElseThrow();
    assertThat(ours.trivialCount()).isEqualTo(theirs.trivialCount());
    assertThat(ours.trivialVectors()).isEqualTo(Math.min(smallest, theirs.trivialCount()));
    double[] defects = tail(theirs.defects(), Math.min(smallest, theirs.defects().length));
    assertThat(ours.defects()).hasSize(defects.length);
    for (int i = 0; i < defects.length; i++) {
      assertThat(ours.defects()[i])
          .as("defect number %d of the smallest %d", i, count)
          .isCloseTo(defects[i], within(1e-6 * defects[i] + 1e-10));
    }
    LobpcgChecks.areWellFormed(polarization, found);
    LobpcgChecks.haveConverged(polarization, found, 1e-9);
  }

  private static double[] tail(double[] values, int count) {
    return Arrays.copyOfRange(values, values.length - count, values.length);
  }
}
