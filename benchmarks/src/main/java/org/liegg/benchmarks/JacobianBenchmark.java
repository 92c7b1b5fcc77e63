package org.liegg.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.dl4j.Dl4jGradients;
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

/**
 * Jacobians of dense networks, every output of every sample, on so many threads with a session (or
 * a copy of the network) and an equal share of the samples each; against Deeplearning4j's own
 * backward pass, one an output. A shot takes all samples through, in batches.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx3g", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"})
@Warmup(iterations = 15)
@Measurement(iterations = 15)
public class JacobianBenchmark {

  /**
   * The network: rectified, 2 000 samples in batches of 200; or swish, 100 000 in batches of 2 000.
   */
  @Param({"784-128x5-10", "10-64-64-1"})
  public String network = "";

  /** Processors to use. */
  @Param({"1", "2"})
  public int threads;

  private final List<ModelGradient> singles = new ArrayList<>();
  private final List<ModelGradient> doubles = new ArrayList<>();
  private final List<PlainDl4j> plain = new ArrayList<>();
  private final List<Batch> batches = new ArrayList<>();
  private final List<Shares> shares = new ArrayList<>();

  /** For JMH. */
  public JacobianBenchmark() {}

  /** Random weights and samples. */
  @Setup(Level.Trial)
  public void prepare() {
    DenseTask task = DenseTask.of(network);
    MultiLayerNetwork built = task.build();
    ModelGradient single = Dl4jGradients.of(built, new ModelOptions(Precision.FLOAT));
    ModelGradient twice = Dl4jGradients.of(built, new ModelOptions(Precision.DOUBLE));
    for (int thread = 0; thread < threads; thread++) {
      singles.add(single.fork());
      doubles.add(twice.fork());
      plain.add(new PlainDl4j(built, task.outputs()));
    }
    batches.addAll(task.batches());
    shares.add(new Shares(threads, batches));
  }

  /** Ends the threads. */
  @TearDown(Level.Trial)
  public void end() {
    shares.forEach(Shares::close);
  }

  /** Single precision. */
  @Benchmark
  public double single() {
    return shares.get(0).sum((thread, batch) -> singles.get(thread).jacobians(batch).get(0, 0, 0));
  }

  /** Double precision. */
  @Benchmark
  public double twice() {
    return shares.get(0).sum((thread, batch) -> doubles.get(thread).jacobians(batch).get(0, 0, 0));
  }

  /** Deeplearning4j's own backward pass, single precision. */
  @Benchmark
  public double plainDl4j() {
    return shares.get(0).sum((thread, batch) -> plain.get(thread).jacobians(batch));
  }
}
