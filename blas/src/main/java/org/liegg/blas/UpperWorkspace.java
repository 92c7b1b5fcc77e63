package org.liegg.blas;

/** Something upper triangular that is made of streamed rows, on the heap or outside it. */
public interface UpperWorkspace extends AutoCloseable {

  /**
   * Takes rows in.
   *
   * @param block its first {@code rows × columns} entries, row-major
   */
  void add(double[] block, int rows);

  /** What all rows so far made, {@code columns × columns}. */
  double[] upper();

  @Override
  void close();
}
