package org.liegg.engine.tensorflow.differentiate;

import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.tensorflow.Tensor;
import org.tensorflow.proto.DataType;

/** Copies the rows of tensors that come out of a run, each to its place. */
final class TensorRows {
  private final DataType type;
  private final ModelFaults faults;
  private float[] floats = {};
  private double[] doubles = {};

  TensorRows(DataType type, ModelFaults faults) {
    this.type = type;
    this.faults = faults;
  }

  ModelFaults faults() {
    return faults;
  }

  /**
   * Copies.
   *
   * @param fed rows that the tensor has
   * @param count the first of them that are copied
   * @param size numbers of one row
   * @param to filled at {@code offset}, {@code offset + stride}, …
   * @throws org.liegg.api.ModelException if the tensor has another size
   */
  void read(Tensor tensor, int fed, int count, int size, double[] to, int offset, int stride) {
    if (tensor.shape().size() != (long) fed * size) {
      throw faults.unsupported(
          "for %d samples a tensor of shape %s comes out, which has no axis of samples"
              .formatted(fed, tensor.shape()),
          "take an output that has one row a sample");
    }
    int length = count * size;
    if (type == DataType.DT_FLOAT) {
      floats = floats.length < length ? new float[length] : floats;
      tensor.asRawTensor().data().asFloats().read(floats, 0, length);
      for (int row = 0; row < count; row++) {
        int at = offset + row * stride;
        int source = row * size;
        for (int i = 0; i < size; i++) {
          to[at + i] = floats[source + i];
        }
      }
    } else if (stride == size) {
      tensor.asRawTensor().data().asDoubles().read(to, offset, length);
    } else {
      doubles = doubles.length < length ? new double[length] : doubles;
      tensor.asRawTensor().data().asDoubles().read(doubles, 0, length);
      for (int row = 0; row < count; row++) {
        System.arraycopy(doubles, row * size, to, offset + row * stride, size);
      }
    }
  }
}
