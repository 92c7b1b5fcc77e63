package org.liegg.linalg.dense;

import org.ejml.EjmlVersion;
import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.RightSvd;
import org.liegg.blas.Scale;
import org.liegg.blas.SvdCheck;
import org.liegg.blas.SymmetricEigen;

/**
 * Singular value decompositions, each checked; what a native library got wrong EJML repeats. One
 * that is not told of kernels does everything by EJML.
 */
public interface SvdSolver {

  /**
   * Decomposes {@code A = U Σ Vᵀ}.
   *
   * @param a at least as many rows as columns, entries of ordinary size; not written to
   * @return σ descending, and the right singular vectors, a row a vector
   * @throws NumericalException if no solver gives singular vectors
   */
  SymmetricEigen solve(Matrix a);

  /** What did the last of the work; of what has not begun, nothing. */
  String description();

  /** All by EJML. */
  static SvdSolver ejml() {
    return new SvdSolver() {
      @Override
      public SymmetricEigen solve(Matrix a) {
        return RightSvd.of(a);
      }

      @Override
      public String description() {
        return "EJML " + EjmlVersion.VERSION;
      }
    };
  }

  /** By the kernel that the amount of work calls for. */
  static SvdSolver of(Kernels kernels) {
    return new NativeFirst(kernels);
  }

  /** Native where it pays and holds, else EJML. */
  final class NativeFirst implements SvdSolver {
    private static final System.Logger LOG = System.getLogger(SvdSolver.class.getName());

    /** A decomposition takes about as long as this many times rows·columns² of a product. */
    private static final double OPERATIONS = 12;

    private final Kernels kernels;
    private String description = "";

    private NativeFirst(Kernels kernels) {
      this.kernels = kernels;
    }

    @Override
    public SymmetricEigen solve(Matrix a) {
      double columns = a.columns();
      DenseKernel kernel = kernels.forWork(OPERATIONS * a.rows() * columns * columns);
      if (kernel != kernels.java() && Scale.largest(a.values(), a.values().length) > 0) {
        try {
          SymmetricEigen svd = kernel.rightSvd(a);
          if (SvdCheck.holds(a, svd)) {
            description = "dgesdd of " + kernel.description();
            return svd;
          }
          warn(kernel, a, "returned vectors that are no singular vectors");
        } catch (NumericalException e) {
          warn(kernel, a, e.toString());
        }
      }
      description = "EJML " + EjmlVersion.VERSION;
      return RightSvd.of(a);
    }

    @Override
    public String description() {
      return description;
    }

    private static void warn(DenseKernel kernel, Matrix a, String what) {
      String problem = "singular value decomposition of %d columns".formatted(a.columns());
      NativeFailures.warn(LOG, kernel, problem, what);
    }
  }
}
