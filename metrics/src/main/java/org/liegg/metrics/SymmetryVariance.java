package org.liegg.metrics;

import org.liegg.api.Spectrum;

/**
 * How much F moves along any direction h of the candidate space, from the spectrum alone: with E =
 * U Σ Vᵀ the symmetry variance is {@code V(h) = ‖E h‖²/N = Σ σ_i² (v_i·h)²/N}.
 */
public final class SymmetryVariance {
  private final Spectrum spectrum;

  /** Measures by this spectrum. */
  public SymmetryVariance(Spectrum spectrum) {
    this.spectrum = spectrum;
  }

  /**
   * V(h) of a direction h in the span of the spectrum's vectors.
   *
   * @param h length {@code columns}
   */
  public double of(double[] h) {
    double[] vectors = spectrum.rightSingularVectors();
    double sum = 0;
    for (int i = 0; i < spectrum.count(); i++) {
      double dot = 0;
      for (int a = 0; a < h.length; a++) {
        dot += vectors[i * h.length + a] * h[a];
      }
      double along = spectrum.singularValues()[i] * dot;
      sum += along * along;
    }
    return spectrum.samples() == 0 ? 0 : sum / spectrum.samples();
  }
}
