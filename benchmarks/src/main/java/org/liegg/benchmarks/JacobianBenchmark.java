package org.liegg.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.Precision;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.dl4j.Dl4jGradients;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.lossfunctions.LossFunctions;
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

  /** A network of dense layers, and the samples to take through it. */
  private record Task(Activation activation, int samples, int batch, int... widths) {

    static Task of(String name) {
      return switch (name) {
        case "784-128x5-10" ->
            new Task(Activation.RELU, 2000, 200, 784, 128, 128, 128, 128, 128, 10);
        case "10-64-64-1" -> new Task(Activation.SWISH, 100_000, 2000, 10, 64, 64, 1);
        default -> throw new IllegalArgumentException(name);
      };
    }

    MultiLayerNetwork build() {
      NeuralNetConfiguration.ListBuilder layers =
          new NeuralNetConfiguration.Builder()
              .seed(1)
              .dataType(DataType.FLOAT)
              .weightInit(WeightInit.XAVIER)
              .list();
      int last = widths.length - 1;
      for (int i = 1; i < last; i++) {
        layers.layer(
            new DenseLayer.Builder()
                .nIn(widths[i - 1])
                .nOut(widths[i])
                .activation(activation)
                .build());
      }
      layers.layer(
          new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
              .nIn(widths[last - 1])
              .nOut(widths[last])
              .activation(Activation.IDENTITY)
              .build());
      MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
      network.init();
      return network;
    }

    int outputs() {
      return widths[widths.length - 1];
    }
  }

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
  private final List<ExecutorService> workers = new ArrayList<>();

  /** For JMH. */
  public JacobianBenchmark() {}

  /** Random weights and samples. */
  @Setup(Level.Trial)
  public void prepare() {
    Task task = Task.of(network);
    MultiLayerNetwork built = task.build();
    ModelGradient single = Dl4jGradients.of(built, new ModelOptions(Precision.FLOAT));
    ModelGradient twice = Dl4jGradients.of(built, new ModelOptions(Precision.DOUBLE));
    for (int thread = 0; thread < threads; thread++) {
      singles.add(single.fork());
      doubles.add(twice.fork());
      plain.add(new PlainDl4j(built, task.outputs()));
    }
    Random random = new Random(1);
    int inputs = task.widths[0];
    for (int from = 0; from < task.samples; from += task.batch) {
      double[] values = new double[task.batch * inputs];
      for (int i = 0; i < values.length; i++) {
        values[i] = random.nextGaussian();
      }
      batches.add(new Batch(task.batch, inputs, values));
    }
    workers.add(Executors.newFixedThreadPool(threads));
  }

  /** Ends the threads. */
  @TearDown(Level.Trial)
  public void end() {
    workers.forEach(ExecutorService::shutdownNow);
  }

  /** Single precision. */
  @Benchmark
  public double single() {
    return all((thread, batch) -> singles.get(thread).jacobians(batch).get(0, 0, 0));
  }

  /** Double precision. */
  @Benchmark
  public double twice() {
    return all((thread, batch) -> doubles.get(thread).jacobians(batch).get(0, 0, 0));
  }

  /** Deeplearning4j's own backward pass, single precision. */
  @Benchmark
  public double plainDl4j() {
    return all((thread, batch) -> plain.get(thread).jacobians(batch));
  }

  private double all(Work work) {
    List<Callable<Double>> tasks = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      int first = thread;
      tasks.add(
          () -> {
            double sum = 0;
            for (int i = first; i < batches.size(); i += threads) {
              sum += work.of(first, batches.get(i));
            }
            return sum;
          });
    }
    try {
      double sum = 0;
      for (Future<Double> done : workers.get(0).invokeAll(tasks)) {
        sum += done.get();
      }
      return sum;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @FunctionalInterface
  private interface Work {
    double of(int thread, Batch batch);
  }
}
