package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.api.Test;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;

/** That it does not matter how rows reach a decomposition. */
public interface AccumulatorContract extends DecompositionSubject {

  @Test
  default void theSameInputGivesTheSameBits() {
    Polarization polarization = KnownFields.quadratic(new double[] {1, 2, 3}, 700, 41);
    isSame(spectrumOf(polarization), spectrumOf(polarization));
  }

  @Test
  default void theSizeOfBatchesDoesNotMatter() {
    Rows rows = KnownRows.random(5000, 7, 43);
    Spectrum whole = spectrumOf(rows);
    for (int size : new int[] {1, 3, 64, 1024, 4999}) {
      try (Decomposition decomposition = open(7)) {
        for (int from = 0; from < 5000; from += size) {
          decomposition.accept(KnownRows.slice(rows, from, Math.min(5000, from + size)));
        }
        isClose(decomposition.finish(), whole, "batches of " + size);
      }
    }
  }

  @Test
  default void mergedPartsEqualOnePassWhateverTheSplit() {
    Rows rows = KnownRows.random(5000, 7, 45);
    Spectrum whole = spectrumOf(rows);
    for (long seed = 1; seed <= 8; seed++) {
      int split = new Random(seed).nextInt(5001);
      try (Decomposition first = open(7);
          Decomposition second = open(7)) {
        first.accept(KnownRows.slice(rows, 0, split));
        second.accept(KnownRows.slice(rows, split, 5000));
        first.merge(second);
        isClose(first.finish(), whole, "split at %d (seed %d)".formatted(split, seed));
      }
    }
  }

  @Test
  default void mergedPartsEqualOnePassWhateverTheOrder() {
    Polarization all = KnownFields.quadratic(new double[] {1, 2, 4}, 900, 47);
    Spectrum whole = spectrumOf(all);
    for (int[] order : new int[][] {{0, 1, 2}, {2, 0, 1}, {1, 2, 0}}) {
      try (Decomposition sum = open(9)) {
        for (int part : order) {
          Decomposition next = open(9);
          next.accept(all.slice(part * 300, (part + 1) * 300));
          sum.merge(next);
        }
        isClose(sum.finish(), whole, "order of merging");
      }
    }
  }

  @Test
  default void acceptsAfterAMerge() {
    Rows rows = KnownRows.random(600, 5, 49);
    try (Decomposition first = open(5);
        Decomposition second = open(5)) {
      first.accept(KnownRows.slice(rows, 0, 100));
      second.accept(KnownRows.slice(rows, 100, 350));
      first.merge(second);
      first.accept(KnownRows.slice(rows, 350, 600));
      isClose(first.finish(), spectrumOf(rows), "rows before, by and after a merge");
    }
  }

  @Test
  default void mergesPartsOfVeryDifferentSize() {
    Rows rows = KnownRows.withSpectrum(50, 3, new double[] {3, 2, 1}, 51);
    try (Decomposition tiny = open(3);
        Decomposition huge = open(3)) {
      tiny.accept(KnownRows.times(rows, 1e-200));
      huge.accept(KnownRows.times(rows, 1e200));
      tiny.merge(huge);
      double[] sigma = tiny.finish().singularValues();
      assertThat(new double[] {sigma[0] / 1e200, sigma[1] / 1e200, sigma[2] / 1e200})
          .containsExactly(new double[] {3, 2, 1}, within(1e-11));
    }
  }

  @Test
  default void continuesFromItsState() {
    Rows rows = KnownRows.random(5000, 7, 53);
    byte[] state;
    try (Decomposition first = open(7)) {
      first.accept(KnownRows.slice(rows, 0, 2345));
      state = first.state();
    }
    try (Decomposition second = provider().restore(state)) {
      assertThat(second.columns()).isEqualTo(7);
      second.accept(KnownRows.slice(rows, 2345, 5000));
      isClose(second.finish(), spectrumOf(rows), "a restored decomposition");
    }
  }

  @Test
  default void continuesFromItsStateWithTheDefects() {
    Polarization all = KnownFields.quadratic(new double[] {1, 2, 4}, 500, 55);
    byte[] state;
    try (Decomposition first = open(9)) {
      first.accept(all.slice(0, 123));
      state = first.state();
    }
    try (Decomposition second = provider().restore(state)) {
      second.accept(all.slice(123, 500));
      isClose(second.finish(), spectrumOf(all), "a restored decomposition");
    }
  }

  @Test
  default void takingTheStateChangesNothing() {
    Polarization all = KnownFields.quadratic(new double[] {1, 2, 4}, 500, 57);
    try (Decomposition decomposition = open(9)) {
      decomposition.accept(all.slice(0, 123));
      byte[] once = decomposition.state();
      assertThat(decomposition.state()).isEqualTo(once);
      decomposition.accept(all.slice(123, 500));
      isClose(decomposition.finish(), spectrumOf(all), "a decomposition asked for its state");
    }
  }

  @Test
  default void mergesWhatWasRestoredAndIntoWhatWasRestored() {
    Rows rows = KnownRows.random(900, 6, 58);
    byte[][] states = new byte[3][];
    for (int part = 0; part < 3; part++) {
      try (Decomposition decomposition = open(6)) {
        decomposition.accept(KnownRows.slice(rows, part * 300, (part + 1) * 300));
        states[part] = decomposition.state();
      }
    }
    try (Decomposition sum = provider().restore(states[2])) {
      sum.merge(provider().restore(states[0]));
      sum.merge(provider().restore(states[1]));
      isClose(sum.finish(), spectrumOf(rows), "three restored parts");
    }
  }

  @Test
  default void mergesWhatHasAcceptedNothing() {
    Polarization all = KnownFields.quadratic(new double[] {1, 2, 4}, 300, 60);
    try (Decomposition empty = open(9);
        Decomposition full = open(9)) {
      full.accept(all);
      full.merge(open(9));
      empty.merge(full);
      isClose(empty.finish(), spectrumOf(all), "nothing merged with everything");
    }
  }

  @Test
  default void aStateOfNothingIsAState() {
    Rows rows = KnownRows.random(40, 4, 62);
    byte[] state;
    try (Decomposition empty = open(4)) {
      state = empty.state();
    }
    try (Decomposition decomposition = provider().restore(state)) {
      decomposition.accept(rows);
      isClose(decomposition.finish(), spectrumOf(rows), "a restored empty decomposition");
    }
  }

  private void isClose(Spectrum actual, Spectrum expected, String what) {
    assertThat(actual.rows()).as("rows, %s", what).isEqualTo(expected.rows());
    assertThat(actual.samples()).as("samples, %s", what).isEqualTo(expected.samples());
    double tolerance = largest(expected) * sigmaTolerance();
    assertThat(actual.singularValues())
        .as("singular values, %s", what)
        .containsExactly(expected.singularValues(), within(tolerance));
    assertThat(actual.defects().isPresent())
        .as("defects present, %s", what)
        .isEqualTo(expected.defects().isPresent());
    if (expected.defects().isPresent()) {
      assertThat(actual.defects().orElseThrow().withTrivial())
          .as("defects, %s", what)
          .containsExactly(
              expected.defects().orElseThrow().withTrivial(), within(defectTolerance()));
    }
  }

  private static double largest(Spectrum spectrum) {
    return spectrum.count() == 0 ? 0 : spectrum.singularValues()[0];
  }

  private static void isSame(Spectrum actual, Spectrum expected) {
    assertThat(actual.singularValues()).containsExactly(expected.singularValues());
    assertThat(actual.rightSingularVectors()).containsExactly(expected.rightSingularVectors());
    assertThat(actual.defects().orElseThrow().defects())
        .containsExactly(expected.defects().orElseThrow().defects());
    assertThat(actual.defects().orElseThrow().directions())
        .containsExactly(expected.defects().orElseThrow().directions());
  }
}
