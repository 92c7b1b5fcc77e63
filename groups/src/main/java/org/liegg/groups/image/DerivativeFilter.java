package org.liegg.groups.image;

import java.util.List;

/**
 * How an image action takes the derivatives of a picture. Along a line of n pixels a filter is a
 * matrix of n × n weights; ∂I/∂x is a derivative along the rows and a smoothing along the columns,
 * ∂I/∂y the other way round. Filters that are equal make equal actions.
 */
public abstract class DerivativeFilter {
  /** The filters as the grammar names them. */
  public static final List<String> NAMES =
      List.of(CentralFilter.NAME, GaussianFilter.NAME, SpectralFilter.NAME);

  DerivativeFilter() {}

  /**
   * Central differences (I(i+1) − I(i−1))/2, at the edge the one-sided ones of second order (−3
   * I(0) + 4 I(1) − I(2))/2. No smoothing; exact on parabolas.
   */
  public static DerivativeFilter central() {
    return new CentralFilter();
  }

  /**
   * Derivatives of a Gaussian. With g(k) = exp(−k²/2σ²), cut off at ⌈4σ⌉ pixels, the derivative of
   * a line is that of the parabola that fits it best by weights g, inside the image Σ k g(k) I(i+k)
   * / Σ k² g(k); the smoothing is the value of the straight line that fits best, inside Σ g(k)
   * I(i+k) / Σ g(k). At the edge the window is cut off and the fits are of what is left (local
   * regression: W. S. Cleveland, J. Am. Stat. Assoc. 74, 1979). Exact on ramps, of second order
   * everywhere.
   *
   * @param sigma σ in pixels, at least 0.5: four of it reach the two neighbours that a parabola at
   *     the edge needs
   * @throws org.liegg.api.ActionException if σ is less, or not finite
   */
  public static DerivativeFilter gaussian(double sigma) {
    return new GaussianFilter(sigma);
  }

  /**
   * The derivative of the trigonometric interpolant of a line that repeats after n pixels (L. N.
   * Trefethen, Spectral Methods in MATLAB, SIAM 2000, chapter 3; B. Fornberg, A Practical Guide to
   * Pseudospectral Methods, Cambridge 1996). Exact on periodic pictures of less than n/2 waves; the
   * wave of n/2, for even n, has derivative 0. No smoothing. A picture that does not repeat, as one
   * that differs at opposite edges, has a jump there, and waves all along the line.
   */
  public static DerivativeFilter spectral() {
    return new SpectralFilter();
  }

  /** The derivative per pixel along a line of n pixels, n at least 3. */
  public abstract LineWeights derivative(int n);

  /** The smoothing across it. */
  LineWeights smoothing(int n) {
    return LineWeights.identity(n);
  }

  /** No pixel of a line has fewer weights in its derivative. */
  public abstract int fewest(int n);

  /**
   * Refuses an image that the filter is too wide for.
   *
   * @param spec of the action
   * @param side pixels of the shorter side
   */
  public void requireFits(String spec, int side) {}

  /** The filter as the grammar writes it, e.g. {@code gaussian,1.5}. */
  @Override
  public abstract String toString();

  @Override
  public final boolean equals(Object other) {
    return other instanceof DerivativeFilter filter && filter.toString().equals(toString());
  }

  @Override
  public final int hashCode() {
    return toString().hashCode();
  }
}
