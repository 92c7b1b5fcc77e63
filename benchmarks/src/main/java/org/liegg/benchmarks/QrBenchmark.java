package org.liegg.benchmarks;

import java.util.Arrays;
import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
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
import org.openjdk.jmh.annotations.Warmup;

/** From rows to the spectrum, without defects: what accuracy costs. */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(
    value = 1,
    jvmArgs = {"-Xmx4g", "-Dorg.bytedeco.javacpp.maxphysicalbytes=0"})
@Warmup(iterations = 2)
@Measurement(iterations = 5)
public class QrBenchmark {
  private static final int BATCH = 1000;

  /** Rows and columns of E. */
  @Param({"100000x100", "100000x400"})
  public String size = "";

  /** The decomposition. */
  @Param({"gram", "qr", "svd", "ejml-svd"})
  public String name = "";

  private Rows[] batches = {};
  private DecompositionProvider[] provider = {};

  /** For JMH. */
  public QrBenchmark() {}

  /** Random rows. */
  @Setup(Level.Trial)
  public void prepare() {
    int[] shape = Arrays.stream(size.split("x", -1)).mapToInt(Integer::parseInt).toArray();
    Random random = new Random(1);
    batches = new Rows[shape[0] / BATCH];
    for (int i = 0; i < batches.length; i++) {
      double[] values = new double[BATCH * shape[1]];
      Arrays.setAll(values, at -> random.nextGaussian());
      batches[i] = new Rows(BATCH, shape[1], values);
    }
    provider =
        new DecompositionProvider[] {
          ProviderRegistry.load(ProviderKind.DECOMPOSITION, QrBenchmark.class.getClassLoader())
              .require(name)
        };
  }

  /** Accepts and decomposes all rows. */
  @Benchmark
  public Spectrum decompose() {
    try (Decomposition decomposition = provider[0].open(batches[0].columns())) {
      for (Rows rows : batches) {
        decomposition.accept(rows);
      }
      return decomposition.finish();
    }
  }
}
