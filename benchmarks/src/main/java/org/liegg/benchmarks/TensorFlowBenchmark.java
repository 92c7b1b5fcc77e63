package org.liegg.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.dl4j.Dl4jGradients;
import org.liegg.engine.tensorflow.TensorFlowGradients;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;

/**
 * The tasks of {@link JacobianBenchmark} through the engine for TensorFlow, against the one for
 * Deeplearning4j on a network of the same widths; single precision. A shot takes all samples
 * through.
 */
public class TensorFlowBenchmark extends JacobianCase {
  /** The first session of a process decides for all of them; with a file, it is the engine's. */
  private static final ConfigProto ONE_THREAD =
      ConfigProto.newBuilder().setIntraOpParallelismThreads(1).build();

  private final List<ModelGradient> tensorFlow = new ArrayList<>();
  private final List<ModelGradient> dl4j = new ArrayList<>();

  /** For JMH. */
  public TensorFlowBenchmark() {}

  /** Random weights and samples. */
  @Setup(Level.Trial)
  public void prepare() {
    DenseTask task = DenseTask.of(network);
    ModelOptions named = ModelOptions.defaults().withInput("x:0").withOutput("y:0");
    try (Graph graph = task.graph();
        Session session = new Session(graph, ONE_THREAD);
        ModelGradient opened = TensorFlowGradients.of(graph, session, named);
        ModelGradient baseline = Dl4jGradients.of(task.build(), ModelOptions.defaults())) {
      for (int thread = 0; thread < threads; thread++) {
        tensorFlow.add(opened.fork());
        dl4j.add(baseline.fork());
      }
    }
    shares.add(new Shares(threads, task.batches()));
  }

  /** Ends threads and sessions. */
  @Override
  public void end() {
    super.end();
    tensorFlow.forEach(ModelGradient::close);
    dl4j.forEach(ModelGradient::close);
  }

  /** The engine for TensorFlow. */
  @Benchmark
  public double tensorFlow() {
    return sum(tensorFlow);
  }

  /** The engine for Deeplearning4j. */
  @Benchmark
  public double dl4j() {
    return sum(dl4j);
  }
}
