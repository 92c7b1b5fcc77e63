package org.liegg.blas;

/** A running sum T = Σ u vᵀ, of each block of a layout its own columns, on the heap or outside. */
public interface PairWorkspace extends AutoCloseable {

  /**
   * T ← T + UᵀV, block by block.
   *
   * @param left U, its first {@code rows} rows, row-major
   * @param right V, likewise
   */
  void add(double[] left, double[] right, int rows);

  /** T, block after block. A copy. */
  double[] sum();

  @Override
  void close();
}
