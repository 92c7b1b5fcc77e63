package org.liegg.linalg.defect;

import org.liegg.api.Matrix;
import org.liegg.blas.Kernels;
import org.liegg.blas.Scale;
import org.liegg.blas.SmallestVectors;
import org.liegg.blas.Symmetric;
import org.liegg.blas.SymmetricEigen;
import org.liegg.linalg.dense.EigenSolver;

/** The eigenproblem of {@code W G Wᵀ}. */
public record WhitenedGram(Symmetric gram, Kernels kernels) implements DefectSolver.Whitened {

  @Override
  public SymmetricEigen eigen(Whitening whitening, SmallestVectors wanted) {
    int m = gram.order();
    int rank = whitening.rank();
    Matrix half = whitening.images(new Matrix(m, m, gram.values()), kernels);
    double[] full = whitening.images(transposed(half), kernels).values();
    Symmetric scaled = Symmetric.ofUpper(full, rank, 0);
    SymmetricEigen eigen =
        new EigenSolver(kernels).solve(scaled.values(), rank, wanted.times(-scaled.exponent()));
    Scale.by(eigen.values(), rank, scaled.exponent());
    return eigen;
  }

  private static Matrix transposed(Matrix matrix) {
    int rows = matrix.rows();
    int columns = matrix.columns();
    double[] values = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int j = 0; j < columns; j++) {
        values[j * rows + i] = matrix.values()[i * columns + j];
      }
    }
    return new Matrix(columns, rows, values);
  }
}
