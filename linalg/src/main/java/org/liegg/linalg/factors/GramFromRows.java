package org.liegg.linalg.factors;

import org.liegg.blas.DenseKernel;
import org.liegg.blas.Scale;
import org.liegg.blas.Store;
import org.liegg.blas.View;
import org.liegg.linalg.sums.RowCollector;

/** EᵀE from the rows of E themselves, a slab of rows at a time. */
public final class GramFromRows implements NormalOperator {
  private static final int SLAB_ENTRIES = 1 << 20;

  private final RowCollector rows;
  private final DenseKernel kernel;
  private final int exponent;
  private final int slab;
  private final double[] buffer;
  private final Store some;

  public GramFromRows(RowCollector rows, DenseKernel kernel) {
    this.rows = rows;
    this.kernel = kernel;
    exponent = Scale.exponent(rows.largest());
    slab = slabRows(rows.columns());
    buffer = new double[slab * rows.columns()];
    some = kernel.store(buffer.length);
  }

  /** Numbers that an operator holds beside the rows. */
  public static double footprint(int columns) {
    return 2.0 * slabRows(columns) * columns;
  }

  private static int slabRows(int columns) {
    return Math.max(1, SLAB_ENTRIES / Math.max(1, columns));
  }

  @Override
  public int width() {
    return rows.columns();
  }

  @Override
  public int exponent() {
    return 2 * exponent;
  }

  @Override
  public double[] apply(View x, View y) {
    int count = x.rows();
    double[] squares = new double[count];
    y.put(new double[count * width()]);
    try (Store images = kernel.store((long) slab * count)) {
      for (long from = 0; from < rows.rows(); from += slab) {
        int taken = (int) Math.min(slab, rows.rows() - from);
        rows.copy(from, taken, buffer, 0);
        Scale.by(buffer, taken * width(), -exponent);
        View piece = some.view(0, taken, width());
        piece.put(buffer);
        View image = images.view(0, taken, count);
        kernel.multiply(1, false, piece, true, x, 0, image);
        kernel.multiply(1, true, image, false, piece, 1, y);
        double[] w = image.toArray();
        for (int i = 0; i < w.length; i++) {
          squares[i % count] += w[i] * w[i];
        }
      }
    }
    return squares;
  }

  @Override
  public void close() {
    some.close();
  }
}
