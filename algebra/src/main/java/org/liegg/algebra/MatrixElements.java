package org.liegg.algebra;

import java.util.List;
import org.ejml.data.DMatrixRMaj;

/**
 * Square matrices under the commutator.
 *
 * @param order n
 * @param vectors n × n matrices, row-major
 */
record MatrixElements(int order, List<double[]> vectors) implements Elements {

  @Override
  public int size() {
    return order * order;
  }

  @Override
  public double[] bracket(double[] x, double[] y) {
    return Dense.commutator(matrix(x), matrix(y)).data;
  }

  @Override
  public DMatrixRMaj brackets(DMatrixRMaj rows) {
    return new PairBrackets(order, rows).all();
  }

  @Override
  public DMatrixRMaj matrix(double[] x) {
    return DMatrixRMaj.wrap(order, order, x);
  }

  @Override
  public boolean hasMatrices() {
    return true;
  }
}
