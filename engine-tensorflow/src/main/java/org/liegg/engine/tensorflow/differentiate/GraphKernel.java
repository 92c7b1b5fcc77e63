package org.liegg.engine.tensorflow.differentiate;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.function.IntUnaryOperator;
import org.liegg.engine.tensorflow.graph.ModelFaults;
import org.liegg.engine.tensorflow.target.SampleFeeds;
import org.tensorflow.Output;
import org.tensorflow.Result;
import org.tensorflow.Session;
import org.tensorflow.exceptions.TFInvalidArgumentException;
import org.tensorflow.exceptions.TensorFlowException;
import org.tensorflow.proto.RunOptions;
import org.tensorflow.types.TInt32;

/**
 * Runs a {@link GradientGraph} in chunks. Where it has a slot for every output, a row is a sample,
 * and one run gives the gradients of all its outputs. Where it has not, a row is a sample and one
 * of its outputs, so that many outputs share a run.
 */
final class GraphKernel implements JacobianKernel {
  private final GradientGraph graph;
  private final int chunk;
  private final Duration timeout;
  private final ModelFaults faults;
  private final TensorRows rows;
  private boolean closed;

  /**
   * @param chunk most rows of one run, where the graph takes any number
   * @param timeout how long one run may take, where the graph has loops
   */
  GraphKernel(GradientGraph graph, int chunk, Duration timeout, ModelFaults faults) {
    this.graph = graph;
    this.chunk = chunk;
    this.timeout = timeout;
    this.faults = faults;
    this.rows = new TensorRows(graph.type(), faults);
  }

  @Override
  public int outputs() {
    return graph.outputs();
  }

  @Override
  public void outputs(double[] x, int samples, double[] responses) {
    int k = outputs();
    run(
        samples,
        row -> row,
        x,
        (feeds, from, count, fed) -> {
          Session.Runner runner = runner(feeds);
          try (Result result = result(runner)) {
            rows.read(result.get(0), fed, count, k, responses, from * k, k);
          }
        });
  }

  @Override
  public void jacobians(double[] x, int samples, double[] responses, double[] values) {
    if (graph.eachRow()) {
      int k = outputs();
      run(
          samples * k,
          row -> row / k,
          x,
          (feeds, from, count, fed) -> pairs(feeds, from, count, fed, responses, values));
    } else {
      run(
          samples,
          row -> row,
          x,
          (feeds, from, count, fed) -> all(feeds, from, count, fed, responses, values));
    }
  }

  @Override
  public JacobianKernel fork() {
    return new GraphKernel(graph.retain(), chunk, timeout, faults);
  }

  @Override
  public void close() {
    if (!closed) {
      closed = true;
      graph.release();
    }
  }

  /** Feeds rows in chunks; a graph of fixed size is filled up with the last. */
  private void run(int all, IntUnaryOperator sample, double[] x, Chunk action) {
    int fixed = graph.plan().batch();
    int step = fixed > 0 ? fixed : chunk;
    for (int from = 0; from < all; from += step) {
      int first = from;
      int count = Math.min(step, all - from);
      int fed = fixed > 0 ? fixed : count;
      try (SampleFeeds feeds =
          SampleFeeds.of(
              graph.nativeGraph(),
              graph.plan(),
              x,
              fed,
              row -> sample.applyAsInt(first + Math.min(row, count - 1)),
              graph.type())) {
        action.accept(feeds, from, count, fed);
      }
    }
  }

  private Session.Runner runner(SampleFeeds feeds) {
    Session.Runner runner = graph.nativeGraph().session().runner();
    feeds.feed(runner);
    if (graph.nativeGraph().hasChoices()) {
      runner.setOptions(
          RunOptions.newBuilder().setTimeoutInMs(Math.max(1, timeout.toMillis())).build());
    }
    return runner.fetch(graph.nativeGraph().tensor(GradientNodes.FLAT));
  }

  private Result result(Session.Runner runner) {
    try {
      return runner.run();
    } catch (TensorFlowException | TFInvalidArgumentException e) {
      throw new RunErrors(faults, timeout).limit(e).<RuntimeException>map(x -> x).orElse(e);
    }
  }

  /** Rows are samples, slots are outputs. */
  private void all(
      SampleFeeds feeds, int from, int count, int fed, double[] responses, double[] values) {
    int k = outputs();
    int d = graph.plan().inputSize();
    int[] picked = new int[k];
    List<GradientGraph.Slice> slices = new ArrayList<>();
    List<Integer> offsets = new ArrayList<>();
    for (int slot = 0; slot < k; slot++) {
      picked[slot] = slot;
      for (GradientGraph.Slice slice : graph.gradient(slot)) {
        slices.add(slice);
        offsets.add((from * k + slot) * d + slice.at());
      }
    }
    try (TInt32 pick = TInt32.vectorOf(picked);
        Result result = gradients(feeds, pick, slices)) {
      rows.read(result.get(0), fed, count, k, responses, from * k, k);
      for (int i = 0; i < slices.size(); i++) {
        int size = slices.get(i).size();
        rows.read(result.get(i + 1), fed, count, size, values, offsets.get(i), k * d);
      }
    }
  }

  /** Rows are samples with one of their outputs each. */
  private void pairs(
      SampleFeeds feeds, int from, int count, int fed, double[] responses, double[] values) {
    int k = outputs();
    int d = graph.plan().inputSize();
    int[] picked = new int[fed];
    Arrays.setAll(picked, row -> (from + Math.min(row, count - 1)) % k);
    double[] flat = new double[count * k];
    List<GradientGraph.Slice> slices = graph.gradient(0);
    try (TInt32 pick = TInt32.vectorOf(picked);
        Result result = gradients(feeds, pick, slices)) {
      rows.read(result.get(0), fed, count, k, flat, 0, k);
      for (int row = 0; row < count; row++) {
        responses[from + row] = flat[row * k + picked[row]];
      }
      for (int i = 0; i < slices.size(); i++) {
        GradientGraph.Slice slice = slices.get(i);
        int offset = from * d + slice.at();
        rows.read(result.get(i + 1), fed, count, slice.size(), values, offset, d);
      }
    }
  }

  private Result gradients(SampleFeeds feeds, TInt32 pick, List<GradientGraph.Slice> slices) {
    Session.Runner runner = runner(feeds);
    if (!slices.isEmpty()) {
      runner.feed(graph.nativeGraph().tensor(GradientNodes.PICK), pick);
    }
    for (GradientGraph.Slice slice : slices) {
      Output<?> gradient = slice.gradient();
      runner.fetch(gradient);
    }
    return result(runner);
  }

  /** What is done with some rows. */
  @FunctionalInterface
  private interface Chunk {

    /**
     * @param from the first row
     * @param count how many rows there are
     * @param fed how many rows the graph was given
     */
    void accept(SampleFeeds feeds, int from, int count, int fed);
  }
}
