package org.liegg.blas;

import java.util.function.LongToDoubleFunction;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.javacpp.FloatPointer;

/** Returns without complaint; computes right products, or wrong ones where asked to. */
public record BrokenProducts(boolean singleIsWrong, boolean doubleIsWrong)
    implements StridedProducts {
  @Override
  public void multiply(StridedShape shape, FloatPointer a, FloatPointer b, FloatPointer c) {
    product(shape, a::get, b::get, (at, value) -> c.put(at, (float) value));
    if (singleIsWrong) {
      c.put((long) shape.rows() * shape.columns() - 1, Float.NaN);
    }
  }

  @Override
  public void multiply(StridedShape shape, DoublePointer a, DoublePointer b, DoublePointer c) {
    product(shape, a::get, b::get, c::put);
    if (doubleIsWrong) {
      c.put(shape.columns(), c.get(shape.columns()) + 1e-9);
    }
  }

  private static void product(
      StridedShape shape, LongToDoubleFunction a, LongToDoubleFunction b, Result c) {
    for (int row = 0; row < shape.rows(); row++) {
      for (int column = 0; column < shape.columns(); column++) {
        double sum = 0;
        for (int k = 0; k < shape.inner(); k++) {
          sum +=
              a.applyAsDouble(place(shape, row, k))
                  * b.applyAsDouble((long) k * shape.columns() + column);
        }
        c.put((long) row * shape.columns() + column, sum);
      }
    }
  }

  /** Where A's value is. */
  private static long place(StridedShape shape, int row, int k) {
    return shape.from()
        + (shape.transpose() ? (long) k * shape.stride() + row : (long) row * shape.stride() + k);
  }

  private interface Result {
    void put(long at, double value);
  }
}
