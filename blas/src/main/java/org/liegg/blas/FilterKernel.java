package org.liegg.blas;

import org.liegg.api.Matrix;

/** A kernel that hands everything on to another one. Subclasses change some operations. */
public class FilterKernel implements DenseKernel {
  private final DenseKernel kernel;

  /**
   * @param kernel does what is not overridden
   */
  protected FilterKernel(DenseKernel kernel) {
    this.kernel = kernel;
  }

  @Override
  public String description() {
    return kernel.description();
  }

  @Override
  public GramWorkspace gram(double[] upper, int columns) {
    return kernel.gram(upper, columns);
  }

  @Override
  public Matrix multiply(Matrix a, Matrix b) {
    return kernel.multiply(a, b);
  }

  @Override
  public Matrix multiplyByTransposed(Matrix a, Matrix b) {
    return kernel.multiplyByTransposed(a, b);
  }

  @Override
  public SymmetricEigen eigen(double[] symmetric, int order) {
    return kernel.eigen(symmetric, order);
  }

  @Override
  public SymmetricEigen smallest(double[] symmetric, int order, SmallestVectors wanted) {
    return kernel.smallest(symmetric, order, wanted);
  }

  @Override
  public TriangularWorkspace triangular(double[] upper, int columns) {
    return kernel.triangular(upper, columns);
  }

  @Override
  public SymmetricEigen rightSvd(Matrix a) {
    return kernel.rightSvd(a);
  }

  @Override
  public PairWorkspace pairs(double[] sum, KroneckerLayout layout) {
    return kernel.pairs(sum, layout);
  }

  @Override
  public Store store(long length) {
    return kernel.store(length);
  }

  @Override
  public void multiply(
      double alpha, boolean transposeA, View a, boolean transposeB, View b, double beta, View c) {
    kernel.multiply(alpha, transposeA, a, transposeB, b, beta, c);
  }
}
