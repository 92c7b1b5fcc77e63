package org.liegg.engine.onnx.run;

import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import java.nio.ByteBuffer;
import java.nio.ByteOrder;
import java.nio.DoubleBuffer;
import java.nio.FloatBuffer;
import java.nio.LongBuffer;
import org.liegg.api.Precision;
import org.liegg.engine.onnx.graph.ElementType;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;
import org.liegg.engine.onnx.graph.TensorData;

/** Copies numbers into tensors of the runtime, and out of them. */
final class Tensors {

  private Tensors() {}

  /** A tensor of the runtime; the caller closes it. */
  static OnnxTensor create(ElementType type, Precision precision, Shape shape, double[] values)
      throws OrtException {
    return switch (type) {
      case REAL -> precision == Precision.DOUBLE ? doubles(shape, values) : floats(shape, values);
      case INTEGER -> integers(shape, values);
      case BOOLEAN -> booleans(shape, values);
    };
  }

  private static ByteBuffer buffer(int count, int width) {
    return ByteBuffer.allocateDirect(Math.multiplyExact(count, width))
        .order(ByteOrder.nativeOrder());
  }

  private static OnnxTensor doubles(Shape shape, double[] values) throws OrtException {
    DoubleBuffer buffer = buffer(values.length, Double.BYTES).asDoubleBuffer();
    buffer.put(values).rewind();
    return OnnxTensor.createTensor(OnnxRuntime.environment(), buffer, shape.longs());
  }

  private static OnnxTensor floats(Shape shape, double[] values) throws OrtException {
    FloatBuffer buffer = buffer(values.length, Float.BYTES).asFloatBuffer();
    for (double value : values) {
      buffer.put((float) value);
    }
    buffer.rewind();
    return OnnxTensor.createTensor(OnnxRuntime.environment(), buffer, shape.longs());
  }

  /** The nearest whole numbers. */
  private static OnnxTensor integers(Shape shape, double[] values) throws OrtException {
    LongBuffer buffer = buffer(values.length, Long.BYTES).asLongBuffer();
    for (double value : values) {
      buffer.put(Math.round(value));
    }
    buffer.rewind();
    return OnnxTensor.createTensor(OnnxRuntime.environment(), buffer, shape.longs());
  }

  /** All but 0 is true. */
  private static OnnxTensor booleans(Shape shape, double[] values) throws OrtException {
    ByteBuffer buffer = buffer(values.length, 1);
    for (double value : values) {
      buffer.put((byte) (value == 0 ? 0 : 1));
    }
    buffer.rewind();
    return OnnxTensor.createTensor(
        OnnxRuntime.environment(), buffer, shape.longs(), OnnxJavaType.BOOL);
  }

  /** The elements of a floating-point tensor of the runtime. */
  static double[] reals(Precision precision, int count, OnnxValue value) {
    double[] values = new double[count];
    OnnxTensor tensor = (OnnxTensor) value;
    if (precision == Precision.DOUBLE) {
      tensor.getDoubleBuffer().get(values);
    } else {
      FloatBuffer floats = tensor.getFloatBuffer();
      for (int i = 0; i < count; i++) {
        values[i] = floats.get(i);
      }
    }
    return values;
  }

  /** The elements of any tensor of the runtime. */
  static TensorData read(Tensor of, Precision precision, OnnxValue value) {
    int count = of.shape().count();
    if (of.isReal()) {
      return TensorData.reals(of.shape(), reals(precision, count, value));
    }
    long[] values = new long[count];
    OnnxTensor tensor = (OnnxTensor) value;
    if (of.type() == ElementType.INTEGER) {
      tensor.getLongBuffer().get(values);
    } else {
      ByteBuffer bytes = tensor.getByteBuffer();
      for (int i = 0; i < count; i++) {
        values[i] = bytes.get(i) == 0 ? 0 : 1;
      }
    }
    return new TensorData(of.type(), of.shape(), new double[0], values);
  }
}
