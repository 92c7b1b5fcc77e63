package org.liegg.linalg.lobpcg;

import org.liegg.api.DecompositionOptions;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.GivenProviders;

/** The matrix-free decomposition of problems that it would leave to {@code gram}. */
final class Iterated {

  private Iterated() {}

  static LobpcgSettings settings(int smallest, double residual) {
    DecompositionOptions options =
        DecompositionOptions.defaults().withSmallest(smallest).withResidual(residual);
    return LobpcgSettings.of(options).withDenseUpTo(0);
  }

  static LobpcgDecomposition open(int columns, int smallest) {
    return open(columns, settings(smallest, 1e-9));
  }

  static LobpcgDecomposition open(int columns, LobpcgSettings settings) {
    return new LobpcgDecomposition(columns, NativeBlas.off(), settings);
  }

  static Spectrum spectrum(Polarization polarization, int smallest) {
    try (Decomposition decomposition = open(polarization.columns(), smallest)) {
      decomposition.accept(polarization);
      return decomposition.finish();
    }
  }

  static Spectrum spectrum(Rows rows, int smallest) {
    try (Decomposition decomposition = open(rows.columns(), smallest)) {
      decomposition.accept(rows);
      return decomposition.finish();
    }
  }

  static Spectrum byGram(Polarization polarization) {
    try (Decomposition gram = GivenProviders.gram(NativeBlas.off()).open(polarization.columns())) {
      gram.accept(polarization);
      return gram.finish();
    }
  }
}
