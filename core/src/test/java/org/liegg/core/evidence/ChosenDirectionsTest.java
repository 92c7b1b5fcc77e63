package org.liegg.core.evidence;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.liegg.api.DefectSpectrum;

class ChosenDirectionsTest {

  @Test
  void allOfAFewAreMeasuredTheSmallestFirst() {
    ChosenDirections chosen = ChosenDirections.of(axes(10, 3), 0.01, Integer.MAX_VALUE);

    assertThat(chosen.count()).isEqualTo(10);
    assertThat(chosen.complete()).isTrue();
    assertThat(chosen.defects()).isSorted();
    assertThat(chosen.direction(0)[9]).isEqualTo(1);
  }

  @Test
  void ofManyTheSymmetriesAndSomeBeyondAreMeasured() {
    assertThat(ChosenDirections.of(axes(300, 3), 0.01, Integer.MAX_VALUE).count()).isEqualTo(96);
    assertThat(ChosenDirections.of(axes(300, 150), 0.01, Integer.MAX_VALUE).count()).isEqualTo(182);
    assertThat(ChosenDirections.of(axes(300, 300), 0.01, Integer.MAX_VALUE).complete()).isTrue();
    assertThat(ChosenDirections.of(axes(300, 3), 0.01, Integer.MAX_VALUE).complete()).isFalse();
  }

  @Test
  void noMoreThanFitAndTheOthersAreCounted() {
    ChosenDirections chosen = ChosenDirections.of(axes(300, 150), 0.01, 120);

    assertThat(chosen.count()).isEqualTo(120);
    assertThat(chosen.omitted()).isEqualTo(62);
    assertThat(ChosenDirections.of(axes(300, 3), 0.01, 0).count()).isEqualTo(96);
    assertThat(ChosenDirections.of(axes(300, 3), 0.01, 0).omitted()).isZero();
  }

  /** Axes of which the last {@code held} have a defect of a thousandth, the others about 1. */
  private static DefectSpectrum axes(int columns, int held) {
    double[] defects = new double[columns];
    double[] directions = new double[columns * columns];
    for (int i = 0; i < columns; i++) {
      defects[i] = i < columns - held ? 2 - (double) i / columns : 0.001;
      directions[i * columns + i] = 1;
    }
    return new DefectSpectrum(columns, defects, directions, new double[0], 1e-12);
  }
}
