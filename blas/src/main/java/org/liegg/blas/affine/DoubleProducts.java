package org.liegg.blas.affine;

/**
 * The two products that affine maps on many samples ask for, in double precision. Operands are an
 * array a neuron, with samples (and outputs) along it. For use by one thread.
 */
public interface DoubleProducts {

  /**
   * {@code out = W in + b 1ᵀ} for the affine map of a step.
   *
   * @param in {@code inputs} arrays of {@code columns} values or more
   * @param out {@code outputs} such arrays, overwritten
   */
  void forward(int step, double[][] in, double[][] out, int columns);

  /**
   * Rows {@code from} to {@code to}, exclusive, of {@code Wᵀ in}.
   *
   * @param in {@code outputs} arrays of {@code columns} values or more
   * @param out {@code to − from} such arrays, overwritten
   */
  void backward(int step, int from, int to, double[][] in, double[][] out, int columns);
}
