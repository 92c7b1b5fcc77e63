package org.liegg.tck;

import org.liegg.api.Accuracy;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;

/** The decomposition under test, and the ways in which the parts of its contract use it. */
public interface DecompositionSubject {

  /** The decomposition under test. */
  DecompositionProvider provider();

  /** The spectrum of these rows, accepted as one. */
  default Spectrum spectrumOf(Rows rows) {
    try (Decomposition decomposition = provider().open(rows.columns())) {
      decomposition.accept(rows);
      return decomposition.finish();
    }
  }

  /** The spectrum of this polarization, accepted as one. */
  default Spectrum spectrumOf(Polarization polarization) {
    try (Decomposition decomposition = provider().open(polarization.columns())) {
      decomposition.accept(polarization);
      return decomposition.finish();
    }
  }

  /** How far a singular value may be off, as a share of the largest. */
  default double sigmaTolerance() {
    return provider().capabilities().accuracy() == Accuracy.GRAM ? 1e-7 : 1e-13;
  }
}
