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
  private final double[] factor;
  private final double[] image;
  private final double[] reflector;

  /**
   * @param upper R so far; not written to
   */
  JavaTriangular(double[] upper, int columns) {
    this.columns = columns;
    factor = upper.clone();
    image = new double[columns];
    reflector = new double[slabRows()];
  }

  private int slabRows() {
    return Math.max(MIN_ROWS, SLAB_ENTRIES / Math.max(1, columns));
  }

  @Override
  public void add(double[] block, int rows) {
    for (int from = 0; from < rows; from += reflector.length) {
      int count = Math.min(reflector.length, rows - from);
      for (int j = 0; j < columns; j++) {
        eliminate(block, from * columns, count, j);
      }
    }
  }

  /** Reflects column j of the rows into the diagonal of R, and the columns right of it with it. */
  private void eliminate(double[] block, int start, int rows, int j) {
    double largest = 0;
    for (int i = 0; i < rows; i++) {
      reflector[i] = block[start + i * columns + j];
      largest = Math.max(largest, Math.abs(reflector[i]));
    }
    if (largest == 0) {
      return;
    }
    int diagonal = j * columns + j;
    double alpha = factor[diagonal];
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
    factor[diagonal] = Math.scalb(beta, exponent);
    reflect(block, start, rows, j, -pivot / beta);
  }

  /** {@code x ← x − τ v (vᵀ x)} for the columns right of j, with v = (1, reflector). */
  private void reflect(double[] block, int start, int rows, int j, double tau) {
    int first = j + 1;
    int width = columns - first;
    System.arraycopy(factor, j * columns + first, image, 0, width);
    int row = 0;
    for (; row + 4 <= rows; row += 4) {
      addFour(block, start + row * columns + first, row, width);
    }
    for (; row < rows; row++) {
      int at = start + row * columns + first;
      double v = reflector[row];
      for (int k = 0; k < width; k++) {
        image[k] += v * block[at + k];
      }
    }
    for (int k = 0; k < width; k++) {
      image[k] *= tau;
      factor[j * columns + first + k] -= image[k];
    }
    for (row = 0; row < rows; row++) {
      int at = start + row * columns + first;
      double v = reflector[row];
      for (int k = 0; k < width; k++) {
        block[at + k] -= v * image[k];
      }
    }
  }

  private void addFour(double[] block, int at, int row, int width) {
    double v0 = reflector[row];
    double v1 = reflector[row + 1];
    double v2 = reflector[row + 2];
    double v3 = reflector[row + 3];
    int second = at + columns;
    int third = second + columns;
    int fourth = third + columns;
    for (int k = 0; k < width; k++) {
      image[k] +=
          v0 * block[at + k]
              + v1 * block[second + k]
              + v2 * block[third + k]
              + v3 * block[fourth + k];
    }
  }

  @Override
  public double[] upper() {
    return factor.clone();
  }

  @Override
  public void close() {
    // On the heap: nothing to release.
  }
}
