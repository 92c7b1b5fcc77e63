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

  /** {@code [x_i, x_j]} of every two rows, i &lt; j in lexicographic order, a row a pair. */
  default DMatrixRMaj brackets(DMatrixRMaj rows) {
    double[][] x = Closure.columns(Products.transposed(rows));
    DMatrixRMaj brackets = new DMatrixRMaj(PairBrackets.pairs(x.length), size());
    int at = 0;
    for (int i = 0; i < x.length; i++) {
      for (int j = i + 1; j < x.length; j++, at += size()) {
        System.arraycopy(bracket(x[i], x[j]), 0, brackets.data, at, size());
      }
    }
    return brackets;
  }

  /** The element as a matrix of a representation; only where {@link #hasMatrices}. */
  DMatrixRMaj matrix(double[] x);

  /** Whether the elements are matrices. */
  boolean hasMatrices();
}
