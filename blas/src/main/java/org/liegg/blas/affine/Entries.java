package org.liegg.blas.affine;

/** The entries of a matrix, wherever they are. */
@FunctionalInterface
public interface Entries {

  /** The entry in a row and a column, both counted from 0. */
  double at(int row, int column);
}
