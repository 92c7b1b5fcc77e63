package org.liegg.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Polarization;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.IterationWatch;
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
    DefectSpectrum alone = decomposition(1).finishDefects(IterationWatch.none()).orElseThrow();
    DefectSpectrum whole = decomposition(1).finish().defects().orElseThrow();
    assertThat(alone.defects()).isEqualTo(whole.defects());
    assertThat(alone.directions()).isEqualTo(whole.directions());
  }

  private static Decomposition decomposition(int threads) {
    Polarization piece = Polarizations.random(Polarizations.gl(SIDE, 1), 400, 1, 7);
    Decomposition decomposition =
        new GramProvider()
            .open(SIDE * SIDE, DecompositionOptions.defaults().withThreads(threads).withRows(400));
    decomposition.accept(piece);
    return decomposition;
  }
}
