package org.liegg.blas.affine;

import java.util.List;
import org.bytedeco.javacpp.DoublePointer;
import org.liegg.blas.StridedProducts;

/**
 * The products by a native library. Operands are copied to buffers outside the heap and back, which
 * is little next to the product: handing arrays over would copy the weights too.
 */
final class NativeDoubleProducts implements DoubleProducts {
  private final StridedProducts library;
  private final DoubleWeights weights;
  private final List<DoublePointer> packed;
  private final DoubleArea in = new DoubleArea();
  private final DoubleArea out = new DoubleArea();

  NativeDoubleProducts(StridedProducts library, DoubleWeights weights, PackedDoubles packed) {
    this.library = library;
    this.weights = weights;
    this.packed = packed.bySteps();
  }

  @Override
  public void forward(int step, double[][] in, double[][] out, int columns) {
    double[] bias = weights.bias()[step];
    int inputs = weights.backward()[step].length;
    multiply(false, step, 0, inputs, in, inputs, out, bias.length, columns);
    for (int row = 0; row < bias.length; row++) {
      add(bias[row], out[row], columns);
    }
  }

  @Override
  public void backward(int step, int from, int to, double[][] in, double[][] out, int columns) {
    int outputs = weights.bias()[step].length;
    int inputs = weights.backward()[step].length;
    multiply(true, step, from, inputs, in, outputs, out, to - from, columns);
  }

  private void multiply(
      boolean transpose,
      int step,
      int from,
      int stride,
      double[][] b,
      int inner,
      double[][] c,
      int rows,
      int columns) {
    in.reserve((long) inner * columns);
    out.reserve((long) rows * columns);
    for (int row = 0; row < inner; row++) {
      in.put(row * columns, b[row], 0, columns);
    }
    library.multiply(
        transpose,
        rows,
        columns,
        inner,
        packed.get(step),
        from,
        stride,
        in.pointer(),
        out.pointer());
    for (int row = 0; row < rows; row++) {
      out.get(row * columns, c[row], 0, columns);
    }
  }

  private static void add(double bias, double[] row, int columns) {
    for (int i = 0; i < columns; i++) {
      row[i] += bias;
    }
  }
}
