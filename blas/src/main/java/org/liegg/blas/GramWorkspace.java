package org.liegg.blas;

/** A running sum G = Σ XᵀX, on the heap or outside it. */
public interface GramWorkspace extends UpperWorkspace {

  /**
   * G ← G + XᵀX.
   *
   * @param block X, its first {@code rows × columns} entries, row-major
   */
  @Override
  void add(double[] block, int rows);

  /** G, {@code columns × columns}; only the upper triangle is meant. A copy. */
  @Override
  double[] upper();
}
