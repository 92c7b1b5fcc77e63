package org.liegg.benchmarks;

import java.util.ArrayList;
import java.util.List;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.dl4j.Dl4jGradients;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Setup;

/**
 * Jacobians of dense networks, every output of every sample, on so many threads with a session (or
 * a copy of the network) and an equal share of the samples each; against Deeplearning4j's own
 * backward pass, one an output. A shot takes all samples through, in batches.
 */
public class JacobianBenchmark extends JacobianCase {
  private final List<ModelGradient> singles = new ArrayList<>();
  private final List<ModelGradient> doubles = new ArrayList<>();
  private final List<PlainDl4j> plain = new ArrayList<>();
  private final List<Batch> batches = new ArrayList<>();

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

  /** Single precision. */
  @Benchmark
  public double single() {
    return sum(singles);
  }

  /** Double precision. */
  @Benchmark
  public double twice() {
    return sum(doubles);
  }

  /** Deeplearning4j's own backward pass, single precision. */
  @Benchmark
  public double plainDl4j() {
    return shares.get(0).sum((thread, batch) -> plain.get(thread).jacobians(batch));
  }
}
