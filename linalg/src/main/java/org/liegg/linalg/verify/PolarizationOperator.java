package org.liegg.linalg.verify;

import org.liegg.api.Rows;

/** E as a linear map, for where its entries are not at hand or too many. */
public interface PolarizationOperator {

  /** Number of rows N·k. */
  long rows();

  /** Number of candidate fields m. */
  int columns();

  /**
   * {@code E v}.
   *
   * @param v length {@link #columns()}; not written to
   * @return length {@link #rows()}
   */
  double[] apply(double[] v);

  /**
   * {@code Eᵀ u}.
   *
   * @param u length {@link #rows()}; not written to
   * @return length {@link #columns()}
   */
  double[] applyTransposed(double[] u);

  /** The map of these rows. */
  static PolarizationOperator of(Rows e) {
    return new PolarizationFromRows(e);
  }
}
