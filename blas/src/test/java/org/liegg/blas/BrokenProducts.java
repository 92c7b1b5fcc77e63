package org.liegg.blas;

import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/** Returns without complaint; computes right products, or wrong ones where asked to. */
public final class BrokenProducts implements StridedProducts {
  private final boolean singleIsWrong;
  private final boolean doubleIsWrong;

  public BrokenProducts(boolean singleIsWrong, boolean doubleIsWrong) {
    this.singleIsWrong = singleIsWrong;
    this.doubleIsWrong = doubleIsWrong;
  }

  @Override
  public void multiply(
      boolean transpose,
      int rows,
      int columns,
      int inner,
      FloatPointer a,
      long from,
      int stride,
      FloatPointer b,
      FloatPointer c) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        float sum = 0;
        for (int k = 0; k < inner; k++) {
          long at = from + (transpose ? (long) k * stride + row : (long) row * stride + k);
          sum += a.get(at) * b.get((long) k * columns + column);
        }
        c.put((long) row * columns + column, sum);
      }
    }
    if (singleIsWrong) {
      c.put((long) rows * columns - 1, Float.NaN);
    }
  }

  @Override
  public void multiply(
      boolean transpose,
      int rows,
      int columns,
      int inner,
      DoublePointer a,
      long from,
      int stride,
      DoublePointer b,
      DoublePointer c) {
    for (int row = 0; row < rows; row++) {
      for (int column = 0; column < columns; column++) {
        double sum = 0;
        for (int k = 0; k < inner; k++) {
          long at = from + (transpose ? (long) k * stride + row : (long) row * stride + k);
          sum += a.get(at) * b.get((long) k * columns + column);
        }
        c.put((long) row * columns + column, sum);
      }
    }
    if (doubleIsWrong) {
      c.put(columns, c.get(columns) + 1e-9);
    }
  }
}
