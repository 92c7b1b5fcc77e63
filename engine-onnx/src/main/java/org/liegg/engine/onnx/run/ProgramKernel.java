package org.liegg.engine.onnx.run;

import ai.onnxruntime.OnnxTensor;
import ai.onnxruntime.OrtException;
import ai.onnxruntime.OrtSession;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.liegg.api.Precision;
import org.liegg.api.spi.support.GradientKernel;
import org.liegg.engine.onnx.graph.ElementType;
import org.liegg.engine.onnx.graph.Graph;
import org.liegg.engine.onnx.graph.Shape;
import org.liegg.engine.onnx.graph.Tensor;

/**
 * Runs a program: outputs by one session, Jacobians by another, which computes the outputs once and
 * then the cotangents of several of them side by side. The last run of a batch is filled up with
 * its last sample. Sessions of the runtime may be used by several threads; forks share them.
 */
public final class ProgramKernel implements GradientKernel {
  private final Program program;
  private final Sessions sessions;
  private final Tensor seedInput;
  private final int seeds;
  private boolean closed;

  /** The sessions of a program, which are closed when nobody uses them any more. */
  private record Sessions(OrtSession forward, OrtSession backward, AtomicInteger users) {

    Sessions shared() {
      users.incrementAndGet();
      return this;
    }

    void leave() {
      if (users.decrementAndGet() == 0) {
        ProgramKernel.close(forward);
        ProgramKernel.close(backward);
      }
    }
  }

  private ProgramKernel(Program program, Sessions sessions, Tensor seedInput) {
    this.program = program;
    this.sessions = sessions;
    this.seedInput = seedInput;
    this.seeds = seedInput.shape().size(0);
  }

  /**
   * Compiles a program.
   *
   * @throws RuntimeFailure if the runtime does not take it
   */
  public static ProgramKernel of(Program program) {
    Graph graph = program.graph();
    Tensor output = OnnxRuntime.made(program.output());
    OrtSession forward =
        OnnxRuntime.session(
            graph, program.inputs(), graph.nodesOf(List.of(output)), List.of(output));
    try {
      Tensor seeds =
          graph.input(ElementType.REAL, Shape.of(program.seeds(), program.outputs()), false);
      Tensor gradient = OnnxRuntime.made(program.gradient(seeds));
      List<Tensor> results = List.of(output, gradient);
      List<Tensor> inputs = new ArrayList<>(program.inputs());
      inputs.add(seeds);
      OrtSession backward = OnnxRuntime.session(graph, inputs, graph.nodesOf(results), results);
      Sessions sessions = new Sessions(forward, backward, new AtomicInteger(1));
      return new ProgramKernel(program, sessions, seeds);
    } catch (RuntimeException e) {
      close(forward);
      throw e;
    }
  }

  /** What it runs. */
  public Program program() {
    return program;
  }

  @Override
  public void outputs(double[] x, int samples, double[] responses) {
    for (int from = 0; from < samples; from += program.rows()) {
      int count = Math.min(program.rows(), samples - from);
      try (Feeds feeds = feeds(x, from, count);
          OrtSession.Result result = sessions.forward.run(feeds.tensors())) {
        copyOutputs(result, from, count, responses);
      } catch (OrtException e) {
        throw new RuntimeFailure(e);
      }
    }
  }

  @Override
  public void jacobians(double[] x, int samples, double[] responses, double[] values) {
    int k = program.outputs();
    for (int from = 0; from < samples; from += program.rows()) {
      int count = Math.min(program.rows(), samples - from);
      try (Feeds feeds = feeds(x, from, count)) {
        for (int first = 0; first < k; first += seeds) {
          run(feeds, from, count, first, responses, values);
        }
      } catch (OrtException e) {
        throw new RuntimeFailure(e);
      }
    }
  }

  private void run(Feeds feeds, int from, int count, int first, double[] responses, double[] values)
      throws OrtException {
    int k = program.outputs();
    double[] chosen = new double[seeds * k];
    for (int s = 0; s < Math.min(seeds, k - first); s++) {
      chosen[s * k + first + s] = 1;
    }
    Map<String, OnnxTensor> all = new LinkedHashMap<>(feeds.tensors());
    try (OnnxTensor seed =
        Tensors.create(ElementType.REAL, precision(), seedInput.shape(), chosen)) {
      all.put(seedInput.name(), seed);
      try (OrtSession.Result result = sessions.backward.run(all)) {
        copyOutputs(result, from, count, responses);
        copyGradients(result, from, count, first, values);
      }
    }
  }

  private void copyOutputs(OrtSession.Result result, int from, int count, double[] responses) {
    int k = program.outputs();
    double[] found = Tensors.reals(precision(), program.rows() * k, result.get(0));
    System.arraycopy(found, 0, responses, from * k, count * k);
  }

  private void copyGradients(
      OrtSession.Result result, int from, int count, int first, double[] values) {
    int k = program.outputs();
    int rows = program.rows();
    int d = values.length == 0 ? 0 : inputSize();
    double[] found = Tensors.reals(precision(), seeds * rows * d, result.get(1));
    for (int s = 0; s < Math.min(seeds, k - first); s++) {
      for (int n = 0; n < count; n++) {
        int to = ((from + n) * k + first + s) * d;
        System.arraycopy(found, (s * rows + n) * d, values, to, d);
      }
    }
  }

  /** d, values of a sample that vary. */
  public int inputSize() {
    return program.inputs().stream().filter(Tensor::isSensitive).mapToInt(program::size).sum();
  }

  private Precision precision() {
    return program.graph().precision();
  }

  private Feeds feeds(double[] x, int from, int count) throws OrtException {
    Feeds feeds = new Feeds();
    try {
      int width = program.sampleSize();
      int at = 0;
      for (Tensor input : program.inputs()) {
        int size = program.size(input);
        double[] values = new double[program.rows() * size];
        for (int row = 0; row < program.rows(); row++) {
          int sample = from + Math.min(row, count - 1);
          System.arraycopy(x, sample * width + at, values, row * size, size);
        }
        feeds.tensors.put(
            input.name(), Tensors.create(input.type(), precision(), input.shape(), values));
        at += size;
      }
      return feeds;
    } catch (OrtException | RuntimeException e) {
      feeds.close();
      throw e;
    }
  }

  @Override
  public ProgramKernel fork() {
    return new ProgramKernel(program, sessions.shared(), seedInput);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      sessions.leave();
    }
  }

  private static void close(OrtSession session) {
    try {
      session.close();
    } catch (OrtException e) {
      throw new RuntimeFailure(e);
    }
  }

  /** The tensors of some samples. */
  private static final class Feeds implements AutoCloseable {
    private final Map<String, OnnxTensor> tensors = new LinkedHashMap<>();

    Map<String, OnnxTensor> tensors() {
      return tensors;
    }

    @Override
    public void close() {
      tensors.values().forEach(OnnxTensor::close);
    }
  }
}
