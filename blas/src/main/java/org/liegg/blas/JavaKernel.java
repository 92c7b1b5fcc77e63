package org.liegg.blas;

import org.ejml.EjmlVersion;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.ejml.dense.row.factory.DecompositionFactory_DDRM;
import org.ejml.interfaces.decomposition.EigenDecomposition_F64;
import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;

/** The dense operations in pure Java, by EJML. */
final class JavaKernel implements DenseKernel {

  @Override
  public String description() {
    return "pure Java (EJML " + EjmlVersion.VERSION + ")";
  }

  @Override
  public GramWorkspace gram(double[] upper, int columns) {
    return new JavaGram(upper.clone(), columns);
  }

  @Override
  public Matrix multiply(Matrix a, Matrix b) {
    DMatrixRMaj product = new DMatrixRMaj(a.rows(), b.columns());
    CommonOps_DDRM.mult(wrap(a), wrap(b), product);
    return new Matrix(a.rows(), b.columns(), product.data);
  }

  @Override
  public Matrix multiplyByTransposed(Matrix a, Matrix b) {
    DMatrixRMaj product = new DMatrixRMaj(a.rows(), b.rows());
    CommonOps_DDRM.multTransB(wrap(a), wrap(b), product);
    return new Matrix(a.rows(), b.rows(), product.data);
  }

  @Override
  public SymmetricEigen eigen(double[] symmetric, int order) {
    EigenDecomposition_F64<DMatrixRMaj> solver = DecompositionFactory_DDRM.eig(order, true, true);
    DMatrixRMaj input = DMatrixRMaj.wrap(order, order, symmetric.clone());
    if (!solver.decompose(input)) {
      throw new NumericalException(
          "LIEGG-EIGEN-FAILED",
          "symmetric eigenproblem of order " + order,
          "the QR iteration did not converge",
          "use the decomposition ejml-svd, or fewer candidate fields");
    }
    double[] unordered = new double[order];
    for (int i = 0; i < order; i++) {
      unordered[i] = solver.getEigenvalue(i).getReal();
    }
    // EJML leaves the order of its eigenvalues open.
    int[] descending = Vectors.descending(unordered);
    double[] values = new double[order];
    double[] vectors = new double[order * order];
    for (int i = 0; i < order; i++) {
      values[i] = unordered[descending[i]];
      double[] vector = solver.getEigenVector(descending[i]).data;
      System.arraycopy(vector, 0, vectors, i * order, order);
    }
    return new SymmetricEigen(order, values, vectors);
  }

  private static DMatrixRMaj wrap(Matrix matrix) {
    return DMatrixRMaj.wrap(matrix.rows(), matrix.columns(), matrix.values());
  }

  /** The upper triangle on the heap; four rows at a time keep the sums in registers longer. */
  private record JavaGram(double[] sum, int columns) implements GramWorkspace {

    @Override
    public void add(double[] block, int rows) {
      int row = 0;
      for (; row + 4 <= rows; row += 4) {
        addFour(block, row * columns);
      }
      for (; row < rows; row++) {
        addOne(block, row * columns);
      }
    }

    private void addFour(double[] block, int first) {
      int second = first + columns;
      int third = second + columns;
      int fourth = third + columns;
      for (int i = 0; i < columns; i++) {
        double x0 = block[first + i];
        double x1 = block[second + i];
        double x2 = block[third + i];
        double x3 = block[fourth + i];
        int at = i * columns;
        for (int j = i; j < columns; j++) {
          sum[at + j] +=
              x0 * block[first + j]
                  + x1 * block[second + j]
                  + x2 * block[third + j]
                  + x3 * block[fourth + j];
        }
      }
    }

    private void addOne(double[] block, int from) {
      for (int i = 0; i < columns; i++) {
        double x = block[from + i];
        int at = i * columns;
        for (int j = i; j < columns; j++) {
          sum[at + j] += x * block[from + j];
        }
      }
    }

    @Override
    public double[] upper() {
      return sum.clone();
    }

    @Override
    public void close() {
      // On the heap: nothing to release.
    }
  }

  @Override
  public TriangularWorkspace triangular(double[] upper, int columns) {
    return new JavaTriangular(upper, columns);
  }

  @Override
  public SymmetricEigen rightSvd(Matrix a) {
    return RightSvd.of(a);
  }

  @Override
  public PairWorkspace pairs(double[] sum, KroneckerLayout layout) {
    return new JavaPairs(layout, sum.clone(), layout.leftWidth(), layout.rightWidth());
  }
}
