package org.liegg.api.spi;

import java.util.Optional;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;

/**
 * An accumulator: rows of E go in, its spectrum comes out. The shape {@code accept}, {@code merge},
 * {@code state}, {@code finish} is that of threads, resumable runs and clusters alike. Confined to
 * one thread; use after {@link #finish} or {@link #close}, or after having been merged into
 * another, is an {@link IllegalStateException}, but for {@code close} and {@link #description}.
 * Several in several threads do not know of each other.
 *
 * <p><b>Scale.</b> Rows may be of any size from 1e-300 to 1e300, the defects' gradients from 1e-200
 * to 1e200, and both may grow or shrink by all of that within one decomposition, or between two
 * that are merged: squares that overflow or vanish are for the decomposition to avoid. Rows that
 * are many orders smaller than the largest ones may be lost in their rounding.
 *
 * <p><b>Accuracy.</b> What {@link DecompositionProvider.Capabilities#accuracy} says: a {@code
 * BACKWARD_STABLE} one gives every σ to 1e-13 of the largest; a {@code GRAM} one every σ² to 1e-13
 * of the largest, and so every σ to 1e-7. Right singular vectors are orthonormal to 1e-12, a
 * nullspace is right to an angle of 1e-10, a defect to 1e-10. One that gives the smallest few only
 * gives σ² to 1e-11, a nullspace to 1e-6 and a defect to 1e-7. The same input gives the same bits;
 * how it is split into batches and merged changes the result by rounding alone.
 *
 * <p><b>Codes.</b> {@link org.liegg.api.NumericalException} has the code {@code
 * LIEGG-ROWS-NONFINITE} for what is not finite, {@code LIEGG-STATE-CORRUPT} for a state that is not
 * one, {@code LIEGG-DECOMPOSITION-MEMORY} for what does not fit. The contract tests of {@code
 * liegg-tck}, {@code DecompositionContract}, hold all of this; {@code
 * org.liegg.linalg.spi.StreamingDecomposition} is a base class that keeps most of it.
 */
public interface Decomposition extends AutoCloseable {

  /** Number of candidate fields m, ≥ 0. */
  int columns();

  /**
   * Takes rows of E without their factors, every row a sample of its own; the spectrum then has no
   * defects. No rows, and rows of no columns, are rows too.
   *
   * @throws IllegalArgumentException if the rows have another width
   * @throws org.liegg.api.NumericalException {@code LIEGG-ROWS-NONFINITE} if a value is not finite
   * @throws IllegalStateException if polarizations were accepted before
   */
  void accept(Rows rows);

  /**
   * Takes the polarization of a batch, factors and all. All polarizations must be of the same
   * fields; equal ones are the same. The spectrum then has defects, also of no samples: every field
   * is trivial then.
   *
   * @throws IllegalArgumentException if the width is another, or the fields are
   * @throws org.liegg.api.NumericalException {@code LIEGG-ROWS-NONFINITE} if a gradient or a
   *     feature is not finite, or their product, a row, overflows
   * @throws IllegalStateException if plain rows were accepted before
   */
  void accept(Polarization polarization);

  /**
   * Takes over all that {@code other} accepted, as if it had been accepted here; {@code other} is
   * finished afterwards. The result does not depend on how rows were split, nor on the order of
   * merging, up to rounding. Either may have accepted nothing, or have been restored; rows may be
   * accepted after a merge.
   *
   * @throws IllegalArgumentException if {@code other} is of another kind or width, or is this
   */
  void merge(Decomposition other);

  /**
   * All that was accepted, to continue from by {@link DecompositionProvider#restore}; also of
   * nothing accepted. Asking changes nothing, and asking twice gives the same bytes. The state
   * tells whether it was truncated or altered, by a single bit even.
   */
  byte[] state();

  /**
   * Ends accepting and decomposes. Singular values descend; where all are promised there are m of
   * them, those beyond the number of rows exactly 0. Of every right singular vector, the entry of
   * largest magnitude is positive. Of nothing accepted every σ is 0, with an orthonormal basis; of
   * no columns the spectrum is empty. {@code rows} and {@code samples} are counted, and {@code
   * accuracy} is that of the provider's capabilities. Defects solve {@code EᵀE h / N = δ B h} with
   * {@code hᵀ B h = 1} and descend; those of insensitive fields are left out of it and counted,
   * with an orthonormal basis.
   *
   * @throws org.liegg.api.NumericalException if the computation did not succeed
   */
  Spectrum finish();

  /**
   * The same, watched: a decomposition that iterates tells of its steps, offers its states, and
   * goes on from those that an earlier run kept of the same input. The result is the same.
   *
   * @throws org.liegg.api.NumericalException {@code LIEGG-CHECKPOINT-OTHER} if what was kept is of
   *     another input, {@code LIEGG-CHECKPOINT-CORRUPT} if it contradicts itself
   */
  default Spectrum finish(IterationWatch watch) {
    return finish();
  }

  /**
   * The defects alone, where the singular values are not wanted and may be left out; empty of plain
   * rows.
   *
   * @param wanted how many of the smallest; there may be more, and fewer where the options ask for
   *     fewer
   * @throws org.liegg.api.NumericalException as {@link #finish(IterationWatch)}
   */
  default Optional<DefectSpectrum> finishDefects(WantedDefects wanted, IterationWatch watch) {
    return finish(watch).defects();
  }

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
