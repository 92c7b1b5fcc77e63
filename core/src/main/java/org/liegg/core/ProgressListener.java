package org.liegg.core;

import java.util.OptionalLong;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.IterationStep;

/** Hears how far an extraction is. Called in the extracting thread; must return quickly. */
@FunctionalInterface
public interface ProgressListener {

  /**
   * Some samples are done.
   *
   * @param done samples so far
   * @param total samples in all, where the source tells
   */
  void samples(long done, OptionalLong total);

  /**
   * Something else begins than going through the samples.
   *
   * @param name what, in a few words, e.g. {@code finite transformations}
   */
  default void stage(String name) {}

  /**
   * A decomposition that iterates took a step.
   *
   * @param step how far it is with which problem
   */
  default void iteration(IterationStep step) {}

  /**
   * Whether {@link #spectrum} is to be called; asked once, before the first sample. After the first
   * of them, spectra take up to a twentieth of the time of the passes; the report is the same to
   * the bit.
   */
  default boolean wantsSpectra() {
    return false;
  }

  /**
   * What the spectrum looks like so far, about once a second, or less often where it takes long: of
   * the samples that the first worker has taken in the pass under way, {@code soFar.samples()} of
   * them. There are two passes where samples are held out, one over either half, and each begins
   * anew. {@code soFar.symmetryVariances()} are σ²/N of these samples, on the scale of the report's
   * {@code spectrum.symmetryVariance}, and {@code soFar.defects()} on that of its defects. Never
   * called for decompositions that iterate, whose {@linkplain #iteration steps} are heard, for such
   * as keep rows, for more than 512 candidate fields, and for groups that are tried by their
   * elements.
   *
   * @param soFar singular values descend
   */
  default void spectrum(Spectrum soFar) {}

  /** Hears nothing. */
  static ProgressListener silent() {
    return (done, total) -> {};
  }
}
