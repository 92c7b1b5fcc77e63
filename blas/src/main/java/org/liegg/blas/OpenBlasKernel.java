package org.liegg.blas;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.Pointer;
import org.bytedeco.openblas.global.openblas;
import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;

/**
 * The dense operations on OpenBLAS: BLAS dsyrk and dgemm, LAPACK dsyevd, dsytrd, dstemr, dgeqrt and
 * dgesdd.
 */
final class OpenBlasKernel implements DenseKernel {

  private final String version;

  /**
   * @param version of the library, which has been loaded
   */
  OpenBlasKernel(String version) {
    this.version = version;
  }

  @Override
  public String description() {
    return version;
  }

  @Override
  public GramWorkspace gram(double[] upper, int columns) {
    return new NativeGram(upper, columns);
  }

  @Override
  public Matrix multiply(Matrix a, Matrix b) {
    return gemm(openblas.CblasNoTrans, a, b, b.columns());
  }

  @Override
  public Matrix multiplyByTransposed(Matrix a, Matrix b) {
    return gemm(openblas.CblasTrans, a, b, b.rows());
  }

  private static Matrix gemm(int transposeB, Matrix a, Matrix b, int columns) {
    double[] product = new double[Math.multiplyExact(a.rows(), columns)];
    if (product.length > 0 && a.columns() > 0) {
      BlasThreads.run(
          () ->
              openblas.cblas_dgemm(
                  openblas.CblasRowMajor,
                  openblas.CblasNoTrans,
                  transposeB,
                  a.rows(),
                  columns,
                  a.columns(),
                  1,
                  a.values(),
                  a.columns(),
                  b.values(),
                  b.columns(),
                  0,
                  product,
                  columns));
    }
    return new Matrix(a.rows(), columns, product);
  }

  @Override
  public SymmetricEigen eigen(double[] symmetric, int order) {
    return NativeEigen.all(symmetric, order);
  }

  @Override
  public SymmetricEigen smallest(double[] symmetric, int order, SmallestVectors wanted) {
    return NativeEigen.smallest(symmetric, order, wanted);
  }

  /** Sum and block outside the heap: handing Java arrays over would copy the sum every time. */
  private static final class NativeGram implements GramWorkspace {
    private final int columns;
    private final DoublePointer sum;
    private DoublePointer block = new DoublePointer();

    NativeGram(double[] upper, int columns) {
      this.columns = columns;
      this.sum = new DoublePointer(upper);
    }

    @Override
    public void add(double[] values, int rows) {
      int length = rows * columns;
      if (length == 0) {
        return;
      }
      if (block.capacity() < length) {
        block.close();
        block = new DoublePointer((long) length);
      }
      block.put(values, 0, length);
      DoublePointer filled = block;
      BlasThreads.run(
          () ->
              openblas.cblas_dsyrk(
                  openblas.CblasRowMajor,
                  openblas.CblasUpper,
                  openblas.CblasTrans,
                  columns,
                  rows,
                  1,
                  filled,
                  columns,
                  1,
                  sum,
                  columns));
    }

    @Override
    public double[] upper() {
      double[] upper = new double[columns * columns];
      sum.get(upper);
      return upper;
    }

    @Override
    public void close() {
      sum.close();
      block.close();
    }
  }

  @Override
  public TriangularWorkspace triangular(double[] upper, int columns) {
    return new NativeTriangular(upper, columns);
  }

  @Override
  public SymmetricEigen rightSvd(Matrix a) {
    int n = a.columns();
    double[] overwritten = a.values().clone();
    double[] values = new double[n];
    double[] left = new double[n * n];
    // Row-major A is column-major Aᵀ, n × rows: its left vectors are the right vectors of A, and as
    // columns they come back as rows here. Of a square matrix they overwrite the input, otherwise
    // the others do.
    boolean square = a.rows() == n;
    int[] status = new int[1];
    BlasThreads.run(
        () ->
            status[0] =
                openblas.LAPACKE_dgesdd(
                    openblas.LAPACK_COL_MAJOR,
                    (byte) 'O',
                    n,
                    a.rows(),
                    overwritten,
                    n,
                    values,
                    square ? new double[1] : left,
                    n,
                    square ? left : new double[1],
                    square ? n : 1));
    int info = status[0];
    if (info != 0) {
      throw new NumericalException(
          "LIEGG-SVD-FAILED",
          "singular value decomposition of %d columns".formatted(n),
          "LAPACK dgesdd returned " + info,
          "run with -Dorg.liegg.native=false");
    }
    return new SymmetricEigen(n, values, square ? overwritten : left);
  }

  @Override
  public PairWorkspace pairs(double[] sum, KroneckerLayout layout) {
    return new NativePairs(sum, layout);
  }

  @Override
  public Store store(long length) {
    return new NativeStore(length);
  }

  @Override
  public void multiply(
      double alpha, boolean transposeA, View a, boolean transposeB, View b, double beta, View c) {
    int inner = transposeA ? a.rows() : a.columns();
    if (c.rows() == 0 || c.columns() == 0) {
      return;
    }
    BlasThreads.run(
        () ->
            openblas.cblas_dgemm(
                openblas.CblasRowMajor,
                transposeA ? openblas.CblasTrans : openblas.CblasNoTrans,
                transposeB ? openblas.CblasTrans : openblas.CblasNoTrans,
                c.rows(),
                c.columns(),
                inner,
                alpha,
                NativeStore.at(a),
                Math.max(1, a.stride()),
                NativeStore.at(b),
                Math.max(1, b.stride()),
                beta,
                NativeStore.at(c),
                c.stride()));
  }

  /** Outside the heap: handing Java arrays over would copy them at every call. */
  private static final class NativeStore implements Store {
    private final DoublePointer values;

    NativeStore(long length) {
      values = new DoublePointer(Math.max(1, length));
      Pointer.memset(values, 0, values.capacity() * Double.BYTES);
    }

    static Window at(View view) {
      return new Window(((NativeStore) view.store()).values.address(), view.from());
    }

    @Override
    public void put(long at, double[] source, int from, int count) {
      new Window(values.address(), at).put(source, from, count);
    }

    @Override
    public void get(long at, double[] target, int from, int count) {
      new Window(values.address(), at).get(target, from, count);
    }

    @Override
    public void close() {
      values.close();
    }
  }

  /**
   * A place in a store. JavaCPP's own way to point there registers every pointer for release, which
   * is more work than a small product; this one owns nothing.
   */
  private static final class Window extends DoublePointer {
    Window(long start, long index) {
      super((Pointer) null);
      address = start + index * Double.BYTES;
    }
  }
}
