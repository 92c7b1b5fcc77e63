package org.liegg.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.liegg.api.ModelOptions;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.dl4j.Dl4jGradients;
import org.liegg.engine.tensorflow.TensorFlowGradients;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.TearDown;
import org.openjdk.jmh.annotations.Warmup;
import org.tensorflow.Graph;
import org.tensorflow.Session;
import org.tensorflow.proto.ConfigProto;

/**
 * The tasks of {@link JacobianBenchmark} through the engine for TensorFlow, against the one for
 * Deeplearning4j on a network of the same widths; single precision. A shot takes all samples
 * through.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx3g", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"})
@Warmup(iterations = 15)
@Measurement(iterations = 15)
public class TensorFlowBenchmark {
  /** The first session of a process decides for all of them; with a file, it is the engine's. */
  private static final ConfigProto ONE_THREAD =
      ConfigProto.newBuilder().setIntraOpParallelismThreads(1).build();

  /** As in {@link JacobianBenchmark}. */
  @Param({"784-128x5-10", "10-64-64-1"})
  public String network = "";

  /** Processors to use. */
  @Param({"1", "2"})
  public int threads;

  private final List<ModelGradient> tensorFlow = new ArrayList<>();
  private final List<ModelGradient> dl4j = new ArrayList<>();
  private final List<Shares> shares = new ArrayList<>();

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
  @TearDown(Level.Trial)
  public void end() {
    shares.forEach(Shares::close);
    tensorFlow.forEach(ModelGradient::close);
    dl4j.forEach(ModelGradient::close);
  }

  /** The engine for TensorFlow. */
  @Benchmark
  public double tensorFlow() {
    return shares
        .get(0)
        .sum((thread, batch) -> tensorFlow.get(thread).jacobians(batch).get(0, 0, 0));
  }

  /** The engine for Deeplearning4j. */
  @Benchmark
  public double dl4j() {
    return shares.get(0).sum((thread, batch) -> dl4j.get(thread).jacobians(batch).get(0, 0, 0));
  }
}
