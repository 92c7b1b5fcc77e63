package org.liegg.blas;

import java.util.function.LongToDoubleFunction;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/** Returns without complaint; computes right products, or wrong ones where asked to. */
public record BrokenProducts(boolean singleIsWrong, boolean doubleIsWrong)
    implements StridedProducts {
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
    product(
        new int[] {rows, columns, inner},
        (row, k) -> a.get(from + (transpose ? (long) k * stride + row : (long) row * stride + k)),
        b::get,
        (at, value) -> c.put(at, (float) value));
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
    product(
        new int[] {rows, columns, inner},
        (row, k) -> a.get(from + (transpose ? (long) k * stride + row : (long) row * stride + k)),
        b::get,
        c::put);
    if (doubleIsWrong) {
      c.put(columns, c.get(columns) + 1e-9);
    }
  }

  private static void product(int[] sizes, Factor a, LongToDoubleFunction b, Result c) {
    for (int row = 0; row < sizes[0]; row++) {
      for (int column = 0; column < sizes[1]; column++) {
        double sum = 0;
        for (int k = 0; k < sizes[2]; k++) {
          sum += a.at(row, k) * b.applyAsDouble((long) k * sizes[1] + column);
        }
        c.put((long) row * sizes[1] + column, sum);
      }
    }
  }

  private interface Factor {
    double at(int row, int k);
  }

  private interface Result {
    void put(long at, double value);
  }
}
