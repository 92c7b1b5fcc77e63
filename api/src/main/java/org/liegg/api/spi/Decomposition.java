package org.liegg.api.spi;

import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;

/**
 * An accumulator: rows of E go in, its spectrum comes out. The shape {@code accept}, {@code merge},
 * {@code state}, {@code finish} is that of threads, resumable runs and clusters alike. Confined to
 * one thread; use after {@link #finish} or {@link #close} is an {@link IllegalStateException}.
 */
public interface Decomposition extends AutoCloseable {

  /** Number of candidate fields m. */
  int columns();

  /**
   * Takes rows of E without their factors, every row a sample of its own; the spectrum then has no
   * defects.
   *
   * @throws IllegalArgumentException if the rows have another width
   * @throws org.liegg.api.NumericalException if a value is not finite
   * @throws IllegalStateException if polarizations were accepted before
   */
  void accept(Rows rows);

  /**
   * Takes the polarization of a batch, factors and all. All polarizations must be of the same
   * fields.
   *
   * @throws IllegalArgumentException if the width is another, or the fields are
   * @throws org.liegg.api.NumericalException if a value is not finite
   * @throws IllegalStateException if plain rows were accepted before
   */
  void accept(Polarization polarization);

  /**
   * Takes over all that {@code other} accepted, as if it had been accepted here; {@code other} is
   * finished afterwards. The result does not depend on how rows were split, up to rounding.
   *
   * @throws IllegalArgumentException if {@code other} is of another kind or width
   */
  void merge(Decomposition other);

  /** All that was accepted, to continue from by {@link DecompositionProvider#restore}. */
  byte[] state();

  /**
   * Ends accepting and decomposes.
   *
   * @throws org.liegg.api.NumericalException if the computation did not succeed
   */
  Spectrum finish();

  /**
   * What does the work, as people read it: kernels, structure that is used, what an automatic
   * choice fell on. Says most after {@link #finish}; allowed then, too.
   */
  default String description() {
    return "";
  }

  /** Releases what the decomposition holds; more than once does no harm. */
  @Override
  void close();
}
