package org.liegg.engine.tensorflow.target;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.liegg.engine.tensorflow.graph.DataTypes;
import org.liegg.engine.tensorflow.runtime.NativeGraph;
import org.tensorflow.Output;
import org.tensorflow.Session;
import org.tensorflow.Tensor;
import org.tensorflow.ndarray.Shape;
import org.tensorflow.ndarray.buffer.ByteDataBuffer;
import org.tensorflow.proto.DataType;
import org.tensorflow.types.TFloat32;
import org.tensorflow.types.TFloat64;
import org.tensorflow.types.family.TType;

/** Some samples as the tensors that a graph takes; closed after the run. */
public final class SampleFeeds implements AutoCloseable {
  private final List<Output<?>> placeholders = new ArrayList<>();
  private final List<Tensor> tensors = new ArrayList<>();

  /**
   * Copies samples.
   *
   * @param x all samples, {@code … × sampleSize}
   * @param rows how many the graph is given
   * @param sample which sample each row is
   * @param type of floating inputs
   */
  public static SampleFeeds of(
      NativeGraph graph,
      SamplePlan plan,
      double[] x,
      int rows,
      IntUnaryOperator sample,
      DataType type) {
    SampleFeeds feeds = new SampleFeeds();
    try {
      int width = plan.sampleSize();
      for (ModelInput input : plan.inputs()) {
        double[] values = new double[rows * input.size()];
        for (int row = 0; row < rows; row++) {
          int from = sample.applyAsInt(row) * width + input.from();
          System.arraycopy(x, from, values, row * input.size(), input.size());
        }
        feeds.placeholders.add(graph.tensor(input.node()));
        feeds.tensors.add(
            tensor(
                values,
                shape(input, rows),
                DataTypes.isFloating(input.type()) ? type : input.type()));
      }
      return feeds;
    } catch (RuntimeException e) {
      feeds.close();
      throw e;
    }
  }

  /** Gives the tensors to a run. */
  public void feed(Session.Runner runner) {
    for (int i = 0; i < tensors.size(); i++) {
      runner.feed(placeholders.get(i), tensors.get(i));
    }
  }

  @Override
  public void close() {
    tensors.forEach(Tensor::close);
    tensors.clear();
  }

  private static Shape shape(ModelInput input, int rows) {
    int axes = input.shape().size() + (input.batched() ? 1 : 0);
    long[] sizes = new long[axes];
    int at = 0;
    if (input.batched()) {
      sizes[at++] = rows;
    }
    for (int size : input.shape()) {
      sizes[at++] = size;
    }
    return Shape.of(sizes);
  }

  private static Tensor tensor(double[] values, Shape shape, DataType type) {
    return switch (type) {
      case DT_DOUBLE -> filled(TFloat64.class, shape, data -> data.asDoubles().write(values));
      case DT_FLOAT -> {
        float[] floats = new float[values.length];
        for (int i = 0; i < floats.length; i++) {
          floats[i] = (float) values[i];
        }
        yield filled(TFloat32.class, shape, data -> data.asFloats().write(floats));
      }
      default -> integers(values, shape, type);
    };
  }

  private static Tensor integers(double[] values, Shape shape, DataType type) {
    Class<? extends TType> kind =
        DataTypes.tensors(type)
            .orElseThrow(() -> new IllegalArgumentException("An input of type " + type));
    return filled(
        kind,
        shape,
        data -> {
          for (int i = 0; i < values.length; i++) {
            long value = nearest(values[i], type);
            switch (DataTypes.bytes(type)) {
              case 8 -> data.asLongs().setLong(value, i);
              case 4 -> data.asInts().setInt((int) value, i);
              case 2 -> data.asShorts().setShort((short) value, i);
              default -> data.setByte((byte) value, i);
            }
          }
        });
  }

  /** What a type has that is closest; all but 0 is true. */
  private static long nearest(double value, DataType type) {
    long rounded = Math.round(value);
    return switch (type) {
      case DT_BOOL -> value == 0 ? 0 : 1;
      case DT_UINT8 -> Math.max(0, Math.min(0xff, rounded));
      case DT_UINT16 -> Math.max(0, Math.min(0xffff, rounded));
      case DT_INT32 -> Math.max(Integer.MIN_VALUE, Math.min(Integer.MAX_VALUE, rounded));
      default -> rounded;
    };
  }

  private static Tensor filled(
      Class<? extends TType> kind, Shape shape, java.util.function.Consumer<ByteDataBuffer> fill) {
    return Tensor.of(kind, shape, tensor -> fill.accept(tensor.asRawTensor().data()));
  }
}
