package org.liegg.api.report;

import java.util.Optional;
import org.liegg.api.Shapes;

/**
 * The spectrum of E.
 *
 * @param singularValues σ descending
 * @param symmetryVariance σ²/N in the same order
 * @param defect δ descending, trivial directions as 0 at the end
 * @param rightSingularVectors the vectors of the last singular values, in the order of the values
 * @param roundingBelow up to where values are rounding, where it is known
 */
public record SpectrumInfo(
    double[] singularValues,
    double[] symmetryVariance,
    double[] defect,
    double[][] rightSingularVectors,
    Optional<Rounding> roundingBelow) {

  /** No spectrum, where a model has no derivatives. */
  public static SpectrumInfo none() {
    return new SpectrumInfo(new double[0], new double[0], new double[0], new double[0][]);
  }

  /** A spectrum of which it is not said where rounding begins. */
  public SpectrumInfo(
      double[] singularValues,
      double[] symmetryVariance,
      double[] defect,
      double[][] rightSingularVectors) {
    this(singularValues, symmetryVariance, defect, rightSingularVectors, Optional.empty());
  }

  /**
   * @throws IllegalArgumentException if there is not one variance for every singular value
   */
  public SpectrumInfo {
    Shapes.requireLength("SpectrumInfo", symmetryVariance, singularValues.length);
  }
}
