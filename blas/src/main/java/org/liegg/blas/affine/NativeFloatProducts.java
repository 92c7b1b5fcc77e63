package org.liegg.blas.affine;

import java.util.List;
import org.bytedeco.javacpp.FloatPointer;
import org.liegg.blas.StridedProducts;
import org.liegg.blas.StridedShape;

/**
 * The products by a native library. Operands are copied to buffers outside the heap and back, which
 * is little next to the product: handing arrays over would copy the weights too.
 */
final class NativeFloatProducts implements FloatProducts {
  private final StridedProducts library;
  private final FloatWeights weights;
  private final List<FloatPointer> packed;
  private final FloatArea in = new FloatArea();
  private final FloatArea out = new FloatArea();

  NativeFloatProducts(StridedProducts library, FloatWeights weights, PackedFloats packed) {
    this.library = library;
    this.weights = weights;
    this.packed = packed.bySteps();
  }

  @Override
  public void forward(int step, float[][] in, float[][] out, int columns) {
    float[] bias = weights.bias()[step];
    int inputs = weights.backward()[step].length;
    multiply(step, new StridedShape(false, bias.length, columns, inputs, 0, inputs), in, out);
    for (int row = 0; row < bias.length; row++) {
      add(bias[row], out[row], columns);
    }
  }

  @Override
  public void backward(int step, int from, int to, float[][] in, float[][] out, int columns) {
    int outputs = weights.bias()[step].length;
    int inputs = weights.backward()[step].length;
    multiply(step, new StridedShape(true, to - from, columns, outputs, from, inputs), in, out);
  }

  private void multiply(int step, StridedShape shape, float[][] b, float[][] c) {
    int columns = shape.columns();
    in.reserve((long) shape.inner() * columns);
    out.reserve((long) shape.rows() * columns);
    for (int row = 0; row < shape.inner(); row++) {
      in.put(row * columns, b[row], 0, columns);
    }
    library.multiply(shape, packed.get(step), in.pointer(), out.pointer());
    for (int row = 0; row < shape.rows(); row++) {
      out.get(row * columns, c[row], 0, columns);
    }
  }

  private static void add(float bias, float[] row, int columns) {
    for (int i = 0; i < columns; i++) {
      row[i] += bias;
    }
  }
}
