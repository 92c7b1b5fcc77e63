package org.liegg.algebra;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Elements of some Lie algebra large enough to hold them and their brackets, as vectors with a
 * Euclidean product.
 */
interface Elements {

  /** The elements that were given. */
  List<double[]> vectors();

  /** Length of a vector. */
  int size();

  /** [x, y], a vector of the same length. */
  double[] bracket(double[] x, double[] y);

  /** The element as a matrix of a representation; only where {@link #hasMatrices}. */
  DMatrixRMaj matrix(double[] x);

  /** Whether the elements are matrices. */
  boolean hasMatrices();
}
