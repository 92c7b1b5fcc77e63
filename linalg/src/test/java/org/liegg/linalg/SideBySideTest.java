package org.liegg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.DefectSettings;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Polarization;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.IterationWatch;
import org.liegg.api.spi.WantedDefects;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.fixtures.Polarizations;

/** Of 289 fields, as many as are solved for on two threads where there are two. */
class SideBySideTest {
  private static final int SIDE = 17;

  @Test
  void twoThreadsGiveTheBitsOfOne() {
    Spectrum one = decomposition(1).finish();
    Spectrum two = decomposition(2).finish();
    assertThat(two.singularValues()).isEqualTo(one.singularValues());
    assertThat(two.rightSingularVectors()).isEqualTo(one.rightSingularVectors());
    DefectSpectrum defects = two.defects().orElseThrow();
    assertThat(defects.defects()).isEqualTo(one.defects().orElseThrow().defects());
    assertThat(defects.directions()).isEqualTo(one.defects().orElseThrow().directions());
  }

  @Test
  void defectsAloneAreThoseOfTheSpectrum() {
    DefectSpectrum alone =
        decomposition(1).finishDefects(WantedDefects.ALL, IterationWatch.none()).orElseThrow();
    DefectSpectrum whole = decomposition(1).finish().defects().orElseThrow();
    assertThat(alone.defects()).isEqualTo(whole.defects());
    assertThat(alone.directions()).isEqualTo(whole.directions());
  }

  @Test
  void aFewDefectsAreTheLastOfAll() {
    DefectSpectrum whole = decomposition(1).finish().defects().orElseThrow();
    DefectSpectrum few = fewest(DefectSettings.DEFAULT_TOLERANCE);
    assertThat(few.defects().length).isEqualTo(60).isLessThan(whole.defects().length);
    requireLast(few, whole);
  }

  @Test
  void allDefectsThatAreHeldComeAndSomeBeyond() {
    DefectSpectrum whole = decomposition(1).finish().defects().orElseThrow();
    double tolerance = whole.defects()[189];
    DefectSpectrum few = fewest(tolerance * (1 + 1e-9));
    assertThat(few.defects().length).isEqualTo(100 + 20);
    requireLast(few, whole);
  }

  private static DefectSpectrum fewest(double tolerance) {
    DefectSettings usual = DefectSettings.defaults();
    DefectSettings settings = new DefectSettings(tolerance, usual.variances(), usual.deviations());
    NativeBlas natives = NativeBlas.after(0);
    assumeTrue(natives.kernel().isPresent(), natives.description());
    return accepting(
            GivenProviders.gram(natives), DecompositionOptions.defaults().withDefect(settings))
        .finishDefects(new WantedDefects(60, 20), IterationWatch.none())
        .orElseThrow();
  }

  private static void requireLast(DefectSpectrum few, DefectSpectrum whole) {
    int skipped = whole.defects().length - few.defects().length;
    assertThat(few.trivialCount()).isEqualTo(whole.trivialCount());
    for (int i = 0; i < few.defects().length; i++) {
      assertThat(few.defects()[i]).isCloseTo(whole.defects()[skipped + i], within(1e-12));
      assertThat(few.direction(i)).containsExactly(whole.direction(skipped + i), within(1e-8));
    }
  }

  private static Decomposition decomposition(int threads) {
    return accepting(
        new GramProvider(), DecompositionOptions.defaults().withThreads(threads).withRows(400));
  }

  private static Decomposition accepting(
      DecompositionProvider provider, DecompositionOptions options) {
    Polarization piece = Polarizations.random(Polarizations.gl(SIDE, 1), 400, 1, 7);
    Decomposition decomposition = provider.open(SIDE * SIDE, options);
    decomposition.accept(piece);
    return decomposition;
  }
}
