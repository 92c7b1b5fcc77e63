package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;

/**
 * The decomposition under test, and the ways in which the parts of its contract use it. One that
 * gives the smallest few only ({@link DecompositionProvider.Capabilities#fullSpectrum} is false) is
 * asked for the {@value #SMALLEST} smallest and held to those that it returns; of no more columns
 * than that it has to return all.
 */
public interface DecompositionSubject {

  /** How many of the smallest are asked for: enough for every nullspace in the contract. */
  int SMALLEST = 4;

  /** The decomposition under test. */
  DecompositionProvider provider();

  /** Opens the decomposition, as its capabilities say. */
  default Decomposition open(int columns) {
    return isFull()
        ? provider().open(columns)
        : provider().open(columns, DecompositionOptions.defaults().withSmallest(SMALLEST));
  }

  /** Whether all values and vectors are promised. */
  default boolean isFull() {
    return provider().capabilities().fullSpectrum();
  }

  /** The spectrum of these rows, accepted as one. */
  default Spectrum spectrumOf(Rows rows) {
    try (Decomposition decomposition = open(rows.columns())) {
      decomposition.accept(rows);
      return decomposition.finish();
    }
  }

  /** The spectrum of this polarization, accepted as one. */
  default Spectrum spectrumOf(Polarization polarization) {
    try (Decomposition decomposition = open(polarization.columns())) {
      decomposition.accept(polarization);
      return decomposition.finish();
    }
  }

  /** How far a singular value may be off, as a share of the largest. */
  default double sigmaTolerance() {
    return provider().capabilities().accuracy() == Accuracy.GRAM ? 1e-7 : 1e-13;
  }

  /** How far the square of a singular value may be off, as a share of the largest square. */
  default double squareTolerance() {
    return isFull() ? 1e-13 : 1e-11;
  }

  /** How far a nullspace, as a subspace, may be off. */
  default double subspaceTolerance() {
    return isFull() ? 1e-10 : 1e-6;
  }

  /** How far a defect may be off, and what counts as a defect of zero. */
  default double defectTolerance() {
    return isFull() ? 1e-10 : 1e-7;
  }

  /** How many of so many values there must be at least. */
  default int countAtLeast(int columns) {
    return isFull() ? columns : Math.min(SMALLEST, columns);
  }

  /**
   * Holds what was found to the end of what was expected: all of it where the whole spectrum is
   * promised.
   */
  default void isTailOf(double[] found, double[] expected, double tolerance, String what) {
    assertThat(found.length)
        .as("number of values, %s", what)
        .isBetween(countAtLeast(expected.length), expected.length);
    assertThat(found)
        .as(what)
        .containsExactly(
            Arrays.copyOfRange(expected, expected.length - found.length, expected.length),
            within(tolerance));
  }
}
