package org.liegg.engine.onnx.run;

import ai.onnxruntime.NodeInfo;
import ai.onnxruntime.OnnxJavaType;
import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OnnxValue;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import ai.onnxruntime.TensorInfo;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.liegg.api.Precision;
import org.liegg.engine.onnx.graph.ElementType;
import org.liegg.engine.onnx.graph.GraphException;
import org.liegg.engine.onnx.graph.Shape;

/**
 * Runs a model as its file has it, for its values. Sessions of the runtime may be used by several
 * threads; forks share them.
 */
public final class FileKernel implements AutoCloseable {

  /**
   * An input of the file.
   *
   * @param name of it
   * @param shape of one sample
   * @param batched whether an axis of samples stands before it
   */
  public record Input(String name, Shape shape, boolean batched) {}

  private final OrtSession session;
  private final List<Input> inputs;
  private final int together;
  private final AtomicInteger users;
  private boolean closed;

  private FileKernel(OrtSession session, List<Input> inputs, int together, AtomicInteger users) {
    this.session = session;
    this.inputs = inputs;
    this.together = together;
    this.users = users;
  }

  /**
   * Loads a model.
   *
   * @param model its message, with one output
   * @param inputs in the order in which a sample holds them
   * @param together samples in a run, to which the last run is filled up where the file says so
   * @throws RuntimeFailure if the runtime does not take it
   */
  public static FileKernel of(byte[] model, List<Input> inputs, int together) {
    OrtSession session = OnnxRuntime.session(model);
    return new FileKernel(session, List.copyOf(inputs), together, new AtomicInteger(1));
  }

  /** The same with another number of samples in a run; shares the session. */
  public FileKernel with(int samples) {
    users.incrementAndGet();
    return new FileKernel(session, inputs, samples, users);
  }

  /** The same for another thread. */
  public FileKernel fork() {
    return with(together);
  }

  /** Samples in a run. */
  public int together() {
    return together;
  }

  /**
   * Computes the output.
   *
   * @param x {@code samples × sampleSize}
   * @param filled whether the last run is filled up with its last sample
   * @return {@code samples × k}
   * @throws GraphException if what comes out are no rows of samples
   */
  public double[] outputs(double[] x, int samples, boolean filled) {
    double[] all = new double[0];
    for (int from = 0; from < samples; from += together) {
      int count = Math.min(together, samples - from);
      int rows = filled ? together : count;
      double[] found = run(x, from, count, rows);
      if (found.length % rows != 0
          || (all.length > 0 && found.length / rows != all.length / samples)) {
        throw GraphException.unsupported(
            "for %d samples %d values come out".formatted(rows, found.length));
      }
      int k = found.length / rows;
      all = all.length == 0 ? new double[Math.multiplyExact(samples, k)] : all;
      System.arraycopy(found, 0, all, from * k, count * k);
    }
    return all;
  }

  private double[] run(double[] x, int from, int count, int rows) {
    Map<String, OnnxTensor> feeds = new HashMap<>();
    try {
      int width = inputs.stream().mapToInt(input -> input.shape().count()).sum();
      int at = 0;
      for (Input input : inputs) {
        int size = input.shape().count();
        double[] values = new double[rows * size];
        for (int row = 0; row < rows; row++) {
          int sample = from + Math.min(row, count - 1);
          System.arraycopy(x, sample * width + at, values, row * size, size);
        }
        feeds.put(input.name(), tensor(input, rows, values));
        at += size;
      }
      try (OrtSession.Result result = session.run(feeds)) {
        return reals(result.get(0));
      }
    } catch (OrtException e) {
      throw new RuntimeFailure(e);
    } finally {
      feeds.values().forEach(OnnxTensor::close);
    }
  }

  private OnnxTensor tensor(Input input, int rows, double[] values) throws OrtException {
    Shape shape = input.batched() ? input.shape().inserted(0, rows) : input.shape();
    NodeInfo info = session.getInputInfo().get(input.name());
    OnnxJavaType type =
        info != null && info.getInfo() instanceof TensorInfo known
            ? known.type
            : OnnxJavaType.UNKNOWN;
    return switch (type) {
      case FLOAT -> Tensors.create(ElementType.REAL, Precision.FLOAT, shape, values);
      case DOUBLE -> Tensors.create(ElementType.REAL, Precision.DOUBLE, shape, values);
      case INT64 -> Tensors.create(ElementType.INTEGER, Precision.FLOAT, shape, values);
      case BOOL -> Tensors.create(ElementType.BOOLEAN, Precision.FLOAT, shape, values);
      default ->
          throw GraphException.unsupported(
              "its input %s is of type %s".formatted(input.name(), type));
    };
  }

  private static double[] reals(OnnxValue value) {
    if (value instanceof OnnxTensor tensor) {
      TensorInfo info = tensor.getInfo();
      if (info.type == OnnxJavaType.FLOAT || info.type == OnnxJavaType.DOUBLE) {
        Precision precision = info.type == OnnxJavaType.DOUBLE ? Precision.DOUBLE : Precision.FLOAT;
        return Tensors.reals(precision, Math.toIntExact(info.getNumElements()), tensor);
      }
    }
    throw GraphException.notReal("the output is not of floating-point numbers");
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      if (users.decrementAndGet() == 0) {
        try {
          session.close();
        } catch (OrtException e) {
          throw new RuntimeFailure(e);
        }
      }
    }
  }
}
