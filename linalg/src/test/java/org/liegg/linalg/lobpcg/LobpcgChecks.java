package org.liegg.linalg.lobpcg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.liegg.api.DefectSpectrum;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.Vectors;
import org.liegg.linalg.GivenProviders;
import org.liegg.linalg.verify.Decompositions;
import org.liegg.linalg.verify.Verification;

/** What a part of a spectrum promises, checked on dense matrices. */
final class LobpcgChecks {

  private LobpcgChecks() {}

  /** Order, signs, orthonormality, and {@code hᵀBh = 1}, {@code ‖E h‖²/N = δ}. */
  static void areWellFormed(Polarization polarization, Spectrum spectrum) {
    Rows rows = polarization.rows();
    Verification verification = Decompositions.verify(rows, spectrum);
    assertThat(verification.ordered()).isTrue();
    assertThat(verification.orthonormality()).isLessThan(1e-12);
    assertThat(verification.residual()).isLessThan(1e-6);
    DefectSpectrum defects = spectrum.defects().orElseThrow();
    int m = polarization.columns();
    for (int i = 0; i < defects.defects().length; i++) {
      double[] h = defects.direction(i);
      if (!hasConstants(polarization)) {
        assertThat(baseline(polarization, h))
            .as("hᵀBh, direction %d", i)
            .isCloseTo(1, within(1e-6));
      }
      assertThat(square(rows, h) / polarization.samples())
          .as("‖E h‖²/N, direction %d", i)
          .isCloseTo(defects.defects()[i], within(1e-9));
    }
    for (int i = 0; i < defects.trivialVectors(); i++) {
      double[] h = defects.trivialDirection(i);
      assertThat(Vectors.dot(h, 0, h, 0, m)).isCloseTo(1, within(1e-12));
      assertThat(baseline(polarization, h)).as("hᵀMh, trivial %d", i).isLessThan(1e-9);
    }
  }

  /** {@code ‖EᵀE v − σ² v‖ ≤ residual · ‖EᵀE‖}. */
  static void haveConverged(Polarization polarization, Spectrum spectrum, double residual) {
    haveConverged(polarization.rows(), spectrum, residual);
  }

  static void haveConverged(Rows rows, Spectrum spectrum, double residual) {
    int m = rows.columns();
    double norm;
    try (var gram = GivenProviders.gram(NativeBlas.off()).open(m)) {
      gram.accept(rows);
      double largest = gram.finish().singularValues()[0];
      norm = largest * largest;
    }
    for (int i = 0; i < spectrum.count(); i++) {
      double[] v = spectrum.vector(i);
      double[] image = new double[m];
      for (int row = 0; row < rows.rows(); row++) {
        double w = Vectors.dot(rows.values(), row * m, v, 0, m);
        for (int a = 0; a < m; a++) {
          image[a] += w * rows.get(row, a);
        }
      }
      double sigma = spectrum.singularValues()[i];
      double rest = 0;
      for (int a = 0; a < m; a++) {
        rest += Math.pow(image[a] - sigma * sigma * v[a], 2);
      }
      assertThat(Math.sqrt(rest))
          .as("‖EᵀE v − σ² v‖ of vector %d", i)
          .isLessThanOrEqualTo(1.01 * residual * norm);
    }
  }

  /** With translations among the candidates, the baseline is more than pairs of samples tell. */
  private static boolean hasConstants(Polarization polarization) {
    int p = polarization.features().columns();
    double[] phi = polarization.features().values();
    for (int q = 0; q < p; q++) {
      boolean same = true;
      for (int n = 1; n < polarization.samples(); n++) {
        same &= phi[n * p + q] == phi[q];
      }
      if (same) {
        return true;
      }
    }
    return false;
  }

  private static double square(Rows rows, double[] h) {
    double sum = 0;
    for (int row = 0; row < rows.rows(); row++) {
      double w = Vectors.dot(rows.values(), row * h.length, h, 0, h.length);
      sum += w * w;
    }
    return sum;
  }

  /** {@code hᵀMh}, gradients and positions paired in every way. */
  private static double baseline(Polarization p, double[] h) {
    int samples = p.samples();
    FieldMap map = new FieldMap(p.fields());
    double[] matrix = new double[map.size()];
    map.toMatrices(h, 1, matrix);
    double sum = 0;
    int d = p.fields().components();
    double[] field = new double[d];
    double[] moment = new double[d * d];
    double[] j = p.jacobians().values();
    for (int row = 0; row < j.length; row += d) {
      for (int a = 0; a < d; a++) {
        for (int b = 0; b < d; b++) {
          moment[a * d + b] += j[row + a] * j[row + b];
        }
      }
    }
    int features = p.fields().features();
    for (int n = 0; n < samples; n++) {
      for (int i = 0; i < d; i++) {
        field[i] = Vectors.dot(matrix, i * features, p.features().values(), n * features, features);
      }
      for (int a = 0; a < d; a++) {
        sum += field[a] * Vectors.dot(moment, a * d, field, 0, d);
      }
    }
    return sum / samples / samples;
  }
}
