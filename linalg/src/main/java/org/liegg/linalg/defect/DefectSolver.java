package org.liegg.linalg.defect;

import org.liegg.api.DefectSpectrum;
import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;
import org.liegg.api.spi.WantedDefects;
import org.liegg.blas.Kernels;
import org.liegg.blas.Scale;
import org.liegg.blas.SmallestVectors;
import org.liegg.blas.SymmetricEigen;
import org.liegg.linalg.dense.Orientation;

/**
 * The generalised eigenproblem of the defect, {@code EᵀE h / N = δ B h}: B is whitened and what is
 * trivial split off, what remains is the ordinary eigenproblem of {@code W EᵀE Wᵀ / N}, and {@code
 * h = Wᵀ u} has {@code hᵀ B h = 1}.
 */
public final class DefectSolver {

  private DefectSolver() {}

  /** How a decomposition that holds EᵀE, or a factor of E, solves the whitened problem. */
  public interface Whitened {

    /**
     * Eigenvalues and eigenvectors of {@code W EᵀE Wᵀ · 2^-exponent}.
     *
     * @param whitening W and its structure
     * @param wanted which vectors; there may be more
     */
    SymmetricEigen eigen(Whitening whitening, SmallestVectors wanted);
  }

  /**
   * Solves the problem on rows of which this is known.
   *
   * @param problem N, the whitening by N²·B, and what is known of it beside
   * @param exponent the power of two by which the whitened problem is scaled down
   * @param wanted which defects; there may be more
   * @param tolerance at or below which a defect is held
   */
  public static DefectSpectrum solve(
      DefectProblem problem,
      int exponent,
      Whitened whitened,
      WantedDefects wanted,
      double tolerance,
      Kernels kernels) {
    Whitening whitening = problem.whitening();
    long samples = problem.samples();
    int rank = whitening.rank();
    if (rank == 0) {
      return problem.spectrum(new double[0], new double[0]);
    }
    // (EᵀE/N) / (N²B/N²): a factor N remains, and the two scales.
    int scale = exponent - whitening.exponent();
    SymmetricEigen eigen =
        whitened.eigen(
            whitening,
            new SmallestVectors(wanted.least(), wanted.beyond(), tolerance / samples)
                .times(-scale));
    int count = eigen.count();
    double[] defects = new double[count];
    for (int i = 0; i < count; i++) {
      double share = Math.max(0, eigen.values()[rank - count + i]);
      defects[i] = Math.scalb(share * samples, scale);
    }
    Matrix rotation = new Matrix(count, rank, eigen.vectors());
    double[] directions = whitening.combinations(rotation, kernels).values();
    for (int i = 0; i < directions.length; i++) {
      directions[i] *= samples;
    }
    Scale.by(directions, directions.length, -whitening.exponent() / 2);
    requireFinite(defects);
    requireFinite(directions);
    Orientation.apply(directions, whitening.trivial().columns());
    return problem.spectrum(defects, directions);
  }

  private static void requireFinite(double[] values) {
    for (double value : values) {
      if (!Double.isFinite(value)) {
        throw new NumericalException(
            "LIEGG-SPECTRUM-RANGE",
            "defect spectrum",
            "a value is outside the range of double",
            "rescale the inputs or the outputs of the model");
      }
    }
  }
}
