package org.liegg.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.bytedeco.javacpp.DoublePointer;
import org.bytedeco.openblas.global.openblas;
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

/**
 * What the machine can do: a dgemm of order 2000 by OpenBLAS, 16·10⁹ operations, to hold the rates
 * of other benchmarks of the same run against.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.SingleShotTime)
@OutputTimeUnit(TimeUnit.MILLISECONDS)
@Fork(1)
@Warmup(iterations = 3)
@Measurement(iterations = 10)
public class RateBenchmark {
  private static final int ORDER = 2000;

  /** Processors to use. */
  @Param({"1", "2"})
  public int threads;

  private DoublePointer a = new DoublePointer();
  private DoublePointer b = new DoublePointer();
  private DoublePointer product = new DoublePointer();

  /** For JMH. */
  public RateBenchmark() {}

  /** Random factors. */
  @Setup(Level.Trial)
  public void prepare() {
    Random random = new Random(1);
    a = new DoublePointer(random.doubles((long) ORDER * ORDER, -1, 1).toArray());
    b = new DoublePointer(random.doubles((long) ORDER * ORDER, -1, 1).toArray());
    product = new DoublePointer((long) ORDER * ORDER);
    openblas.blas_set_num_threads(threads);
  }

  /** A product of square matrices outside the heap, so that nothing is copied. */
  @Benchmark
  public DoublePointer dgemm() {
    openblas.cblas_dgemm(
        openblas.CblasRowMajor,
        openblas.CblasNoTrans,
        openblas.CblasNoTrans,
        ORDER,
        ORDER,
        ORDER,
        1,
        a,
        ORDER,
        b,
        ORDER,
        0,
        product,
        ORDER);
    return product;
  }
}
