package org.liegg.benchmarks;

import java.nio.file.Path;
import java.util.concurrent.TimeUnit;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.spi.ModelGradient;
import org.liegg.api.spi.support.Models;
import org.liegg.engine.tensorflow.TensorFlowGradientProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.BenchmarkMode;
import org.openjdk.jmh.annotations.Fork;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Mode;
import org.openjdk.jmh.annotations.OutputTimeUnit;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Scope;
import org.openjdk.jmh.annotations.State;
import org.openjdk.jmh.annotations.Warmup;

/**
 * Opening a saved model: reading, checking every operation, rewriting, differentiating; with and
 * without the comparison of gradients and differences. The loading of classes and of TensorFlow
 * falls into the warm-up. Run where the project's sources are.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 15)
@Measurement(iterations = 15)
public class OpeningBenchmark {

  /** A directory of a saved model, the first by Keras: 10 → 64 → 64 → 1. */
  @Param("engine-tensorflow/src/test/resources/org/liegg/engine/tensorflow/o5-mlp/saved_model")
  public String model = "";

  /** For JMH. */
  public OpeningBenchmark() {}

  /** Verified, as by default. */
  @Benchmark
  public int verified() {
    return open(ModelOptions.defaults());
  }

  /** Not verified. */
  @Benchmark
  public int unverified() {
    return open(ModelOptions.defaults().withSelfCheck(false));
  }

  private int open(ModelOptions options) {
    try (ModelGradient opened =
        Models.open(
            new TensorFlowGradientProvider(), new ModelSource.File(Path.of(model)), options)) {
      return opened.info().outputSize();
    }
  }
}
