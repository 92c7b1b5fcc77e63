package org.liegg.linalg.blas;

import org.liegg.api.Matrix;
import org.liegg.linalg.fixtures.SeededRows;

/** A kernel that works; tests break one operation. */
class BrokenKernel implements DenseKernel {
  private final JavaKernel right = new JavaKernel();

  @Override
  public String description() {
    return "broken";
  }

  @Override
  public GramWorkspace gram(double[] upper, int columns) {
    return right.gram(upper, columns);
  }

  @Override
  public Matrix multiply(Matrix a, Matrix b) {
    return right.multiply(a, b);
  }

  @Override
  public Matrix multiplyByTransposed(Matrix a, Matrix b) {
    return right.multiplyByTransposed(a, b);
  }

  @Override
  public SymmetricEigen eigen(double[] symmetric, int order) {
    return right.eigen(symmetric, order);
  }

  @Override
  public PairWorkspace pairs(double[] sum, KroneckerLayout layout) {
    return right.pairs(sum, layout);
  }

  /** Right up to some order, then vectors without meaning, with success reported. */
  static final class GarbageVectorsFrom extends BrokenKernel {
    private final int order;

    GarbageVectorsFrom(int order) {
      this.order = order;
    }

    @Override
    public SymmetricEigen eigen(double[] symmetric, int order) {
      SymmetricEigen eigen = super.eigen(symmetric, order);
      return order < this.order
          ? eigen
          : new SymmetricEigen(order, eigen.values(), symmetric.clone());
    }
  }

  @Override
  public TriangularWorkspace triangular(double[] upper, int columns) {
    return right.triangular(upper, columns);
  }

  @Override
  public SymmetricEigen rightSvd(Matrix a) {
    return right.rightSvd(a);
  }

  /** Right up to some number of columns, then vectors without meaning, with success reported. */
  static final class GarbageSingularVectorsFrom extends BrokenKernel {
    private final int columns;

    GarbageSingularVectorsFrom(int columns) {
      this.columns = columns;
    }

    @Override
    public SymmetricEigen rightSvd(Matrix a) {
      SymmetricEigen svd = super.rightSvd(a);
      int n = a.columns();
      return n < columns ? svd : new SymmetricEigen(n, svd.values(), SeededRows.normal(n * n, 5));
    }
  }
}
