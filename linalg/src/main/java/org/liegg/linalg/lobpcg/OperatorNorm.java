package org.liegg.linalg.lobpcg;

import org.liegg.blas.DenseKernel;
import org.liegg.blas.Store;
import org.liegg.blas.Vectors;
import org.liegg.blas.View;
import org.liegg.linalg.dense.GramSchmidt;
import org.liegg.linalg.dense.Products;

/** ‖A‖ of a pencil, as closely as a few steps of the power method tell. */
final class OperatorNorm {
  private static final int STEPS = 12;

  private OperatorNorm() {}

  /**
   * A lower bound: a residual that is small beside it is at least as small beside the norm.
   *
   * @param start any vector that is not orthogonal to the dominant one; overwritten
   */
  static double estimate(Pencil pencil, Products products, double[] start) {
    DenseKernel kernel = products.kernel();
    int n = pencil.order();
    double norm = 0;
    try (Store from = kernel.store(n);
        Store to = kernel.store(n)) {
      View x = from.view(0, 1, n);
      View y = to.view(0, 1, n);
      for (int step = 0; step < STEPS; step++) {
        products.requireUninterrupted();
        GramSchmidt.normalise(start, 0, n);
        x.put(start);
        pencil.image(x, y);
        y.get(start);
        norm = Math.max(norm, Math.sqrt(Vectors.dot(start, 0, start, 0, n)));
      }
    }
    return norm;
  }
}
