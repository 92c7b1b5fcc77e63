package org.liegg.linalg.sums;

import java.util.function.Consumer;
import org.liegg.api.Polarization;

/** Cuts polarizations into pieces whose rows are small enough to be formed at a time. */
public final class PolarizationPieces {
  /** Entries of the rows of one piece, at most, where one sample has fewer. */
  private static final int ENTRIES = 1 << 18;

  private PolarizationPieces() {}

  /**
   * Gives out all samples, in their order; a polarization of no samples is one piece.
   *
   * @param use takes pieces of whole samples
   */
  public static void forEach(Polarization polarization, Consumer<Polarization> use) {
    long entriesPerSample = Math.max(1L, (long) polarization.outputs() * polarization.columns());
    int step = (int) Math.max(1, ENTRIES / entriesPerSample);
    for (int from = 0; from < Math.max(1, polarization.samples()); from += step) {
      use.accept(polarization.slice(from, Math.min(polarization.samples(), from + step)));
    }
  }
}
