package org.liegg.blas;

/**
 * The triangular factor of all rows so far, {@code X = Q R}; Q is never formed. On the heap or
 * outside it.
 */
public interface TriangularWorkspace extends UpperWorkspace {

  /**
   * R ← the triangular factor of R stacked on X, by Householder reflections.
   *
   * @param block X, its first {@code rows × columns} entries, row-major; free of overflow, and may
   *     be written to
   */
  @Override
  void add(double[] block, int rows);

  /** R, {@code columns × columns}, zeros below the diagonal; the signs of its rows are open. */
  @Override
  double[] upper();
}
