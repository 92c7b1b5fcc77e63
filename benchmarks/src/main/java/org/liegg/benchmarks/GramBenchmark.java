package org.liegg.benchmarks;

import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;

/**
 * From gradients and samples to the spectrum of E for gl(d): polarize + {@code gram}, streamed,
 * against the baseline that collects E and hands it to LAPACK's dgesdd. One output.
 */
public class GramBenchmark extends GramCase {
  private static final int BATCH = 1000;

  /** Samples and inputs of the case. */
  @Param({"10000x10", "100000x20", "10000x40"})
  public String size = "";

  private int samples;
  private GroupAction action = Actions.gl(1);
  private Batch[] batches = {};
  private Jacobians[] jacobians = {};

  /** For JMH. */
  public GramBenchmark() {}

  /** Random samples and gradients. */
  @Setup(Level.Trial)
  public void prepare() {
    int inputs = columns(size);
    samples = rows(size);
    action = Actions.gl(inputs);
    Random random = new Random(1);
    int count = samples / BATCH;
    batches = new Batch[count];
    jacobians = new Jacobians[count];
    for (int i = 0; i < count; i++) {
      batches[i] = new Batch(BATCH, inputs, normal(random, BATCH * inputs));
      jacobians[i] =
          new Jacobians(BATCH, 1, inputs, normal(random, BATCH * inputs), new double[BATCH]);
    }
  }

  /** Streamed: rows never exist together. */
  @Benchmark
  public Spectrum polarizeAndGram() {
    try (Decomposition decomposition = gram.open(action.dimension())) {
      for (int i = 0; i < batches.length; i++) {
        decomposition.accept(action.polarize(batches[i], jacobians[i]));
      }
      return decomposition.finish();
    }
  }

  /** The baseline: all of E, then dgesdd with vectors (values and Vᵀ, economy size). */
  @Benchmark
  public double[] collectAndDgesdd() {
    int m = action.dimension();
    double[] e = new double[samples * m];
    int at = 0;
    for (int i = 0; i < batches.length; i++) {
      Rows rows = action.polarize(batches[i], jacobians[i]).rows();
      System.arraycopy(rows.values(), 0, e, at, rows.values().length);
      at += rows.values().length;
    }
    return Dgesdd.values('O', e, samples, m, new double[1]);
  }

  private static double[] normal(Random random, int length) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = random.nextGaussian();
    }
    return values;
  }
}
