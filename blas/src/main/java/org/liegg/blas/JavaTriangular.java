package org.liegg.blas;

/**
 * The triangular factor in pure Java: Householder reflections that know that R is a triangle
 * already. Reflection j touches row j of R and the block, so that a block may be as small as the
 * cache wants it at no extra work: {@code 2 · rows · m²} operations whatever its size.
 *
 * <p>Golub and Van Loan, Matrix Computations, 4th edition, 5.1 and 6.5.3.
 */
final class JavaTriangular implements TriangularWorkspace {

  /** Entries that stay in the second-level cache beside a few rows of R. */
  private static final int SLAB_ENTRIES = 1 << 14;

  private static final int MIN_ROWS = 8;

  /** Numbers between 2^-this and 2^this have squares whose sums are safe as they are. */
  private static final int SAFE = 256;

  private final int columns;
  private final double[][] factor; // a row an array
  private final double[][] slab; // rows that are being reflected, likewise
  private final double[] image;
  private final double[] reflector;

  /**
   * @param upper R so far; not written to
   */
  JavaTriangular(double[] upper, int columns) {
    this.columns = columns;
    factor = new double[columns][columns];
    for (int i = 0; i < columns; i++) {
      System.arraycopy(upper, i * columns, factor[i], 0, columns);
    }
    slab = new double[slabRows()][columns];
    image = new double[columns];
    reflector = new double[slab.length];
  }

  private int slabRows() {
    return Math.max(MIN_ROWS, SLAB_ENTRIES / Math.max(1, columns));
  }

  @Override
  public void add(double[] block, int rows) {
    for (int from = 0; from < rows; from += slab.length) {
      int count = Math.min(slab.length, rows - from);
      for (int i = 0; i < count; i++) {
        System.arraycopy(block, (from + i) * columns, slab[i], 0, columns);
      }
      for (int j = 0; j < columns; j++) {
        eliminate(count, j);
      }
    }
  }

  /** Reflects column j of the rows into the diagonal of R, and the columns right of it with it. */
  private void eliminate(int rows, int j) {
    double largest = 0;
    for (int i = 0; i < rows; i++) {
      reflector[i] = slab[i][j];
      largest = Math.max(largest, Math.abs(reflector[i]));
    }
    if (largest == 0) {
      return;
    }
    double alpha = factor[j][j];
    // A reflection must be orthogonal to the last digit even where what it removes is tiny.
    int size = Scale.exponent(Math.max(largest, Math.abs(alpha)));
    int exponent = Math.abs(size) <= SAFE ? 0 : size;
    Scale.by(reflector, rows, -exponent);
    alpha = Math.scalb(alpha, -exponent);
    double square = alpha * alpha + Vectors.dot(reflector, 0, reflector, 0, rows);
    double beta = -Math.copySign(Math.sqrt(square), alpha);
    double pivot = alpha - beta;
    for (int i = 0; i < rows; i++) {
      reflector[i] /= pivot;
    }
    factor[j][j] = Math.scalb(beta, exponent);
    reflect(rows, j, -pivot / beta);
  }

  /**
   * {@code x ← x − τ v (vᵀ x)} for the columns right of j, with v = (1, reflector). All that is
   * multiplied stands at the same place of an array of its own: compilers then make several
   * products at once, which they do not of parts of one array.
   */
  private void reflect(int rows, int j, double tau) {
    int first = j + 1;
    double[] top = factor[j];
    System.arraycopy(top, first, image, first, columns - first);
    int row = 0;
    for (; row + 4 <= rows; row += 4) {
      addFour(row, first);
    }
    for (; row < rows; row++) {
      double v = reflector[row];
      double[] x = slab[row];
      for (int k = first; k < columns; k++) {
        image[k] += v * x[k];
      }
    }
    for (int k = first; k < columns; k++) {
      image[k] *= tau;
    }
    subtract(top, 1, first);
    for (row = 0; row < rows; row++) {
      subtract(slab[row], reflector[row], first);
    }
  }

  private void addFour(int row, int first) {
    double v0 = reflector[row];
    double v1 = reflector[row + 1];
    double v2 = reflector[row + 2];
    double v3 = reflector[row + 3];
    double[] x0 = slab[row];
    double[] x1 = slab[row + 1];
    double[] x2 = slab[row + 2];
    double[] x3 = slab[row + 3];
    double[] sum = image;
    for (int k = first; k < sum.length; k++) {
      sum[k] += v0 * x0[k] + v1 * x1[k] + v2 * x2[k] + v3 * x3[k];
    }
  }

  private void subtract(double[] x, double v, int first) {
    double[] what = image;
    for (int k = first; k < x.length; k++) {
      x[k] -= v * what[k];
    }
  }

  @Override
  public double[] upper() {
    double[] upper = new double[columns * columns];
    for (int i = 0; i < columns; i++) {
      System.arraycopy(factor[i], 0, upper, i * columns, columns);
    }
    return upper;
  }

  @Override
  public void close() {
    // On the heap: nothing to release.
  }
}
