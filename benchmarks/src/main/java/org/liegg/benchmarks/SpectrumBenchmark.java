package org.liegg.benchmarks;

import java.util.Random;
import java.util.concurrent.CompletableFuture;
import org.bytedeco.openblas.global.openblas;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * From rows of E, in batches, to singular values and right singular vectors: {@code gram} against
 * the baseline that collects the rows and hands them to LAPACK's dgesdd. Everybody has the same
 * number of threads: {@code gram} takes rows in on each and merges, dgesdd has them from OpenBLAS.
 */
public class SpectrumBenchmark extends GramCase {
  private static final int BATCH = 1000;

  /** Rows and columns. */
  @Param({"10000x400", "100000x400", "10000x1600"})
  public String size = "";

  /** Processors to use. */
  @Param({"1", "2"})
  public int threads;

  private int columns;
  private Rows[] batches = {};

  /** For JMH. */
  public SpectrumBenchmark() {}

  /** Random rows. */
  @Setup(Level.Trial)
  public void prepare() {
    columns = columns(size);
    batches = new Rows[rows(size) / BATCH];
    Random random = new Random(1);
    for (int i = 0; i < batches.length; i++) {
      batches[i] =
          new Rows(BATCH, columns, random.doubles((long) BATCH * columns, -1, 1).toArray());
    }
  }

  /** Streamed, from the first row to the spectrum. */
  @Benchmark
  public Spectrum gram() {
    try (Decomposition sum = accumulated()) {
      return sum.finish();
    }
  }

  /** Of that, taking the rows in: N·m·(m + 1) operations. */
  @Benchmark
  public int gramWithoutEigenproblem() {
    try (Decomposition sum = accumulated()) {
      return sum.columns();
    }
  }

  private Decomposition accumulated() {
    CompletableFuture<?>[] running = new CompletableFuture<?>[threads];
    Decomposition[] parts = new Decomposition[threads];
    for (int t = 0; t < threads; t++) {
      int part = t;
      parts[t] = gram.open(columns, options());
      running[t] = CompletableFuture.runAsync(() -> accept(parts[part], part));
    }
    CompletableFuture.allOf(running).join();
    for (int t = 1; t < threads; t++) {
      parts[0].merge(parts[t]);
    }
    return parts[0];
  }

  private DecompositionOptions options() {
    return DecompositionOptions.defaults()
        .withThreads(threads)
        .withRows((long) batches.length * BATCH);
  }

  private void accept(Decomposition decomposition, int part) {
    for (int i = part; i < batches.length; i += threads) {
      decomposition.accept(batches[i]);
    }
  }

  /** The baseline, NumPy's {@code svd(E, full_matrices=False)}: all of U, σ and Vᵀ. */
  @Benchmark
  public double[] collectAndDgesddWithU() {
    return dgesdd('S', new double[batches.length * BATCH * columns]);
  }

  /** The baseline with U written over E, which saves memory, and little time. */
  @Benchmark
  public double[] collectAndDgesddOverE() {
    return dgesdd('O', new double[1]);
  }

  private double[] dgesdd(char job, double[] u) {
    openblas.blas_set_num_threads(threads);
    int rows = batches.length * BATCH;
    double[] e = new double[rows * columns];
    for (int i = 0; i < batches.length; i++) {
      System.arraycopy(batches[i].values(), 0, e, i * BATCH * columns, BATCH * columns);
    }
    return Dgesdd.values(job, e, rows, columns, u);
  }
}
