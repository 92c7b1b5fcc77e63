package org.liegg.benchmarks;

import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.linalg.GramProvider;
import org.openjdk.jmh.annotations.Benchmark;
import org.openjdk.jmh.annotations.Level;
import org.openjdk.jmh.annotations.Measurement;
import org.openjdk.jmh.annotations.Param;
import org.openjdk.jmh.annotations.Setup;
import org.openjdk.jmh.annotations.Warmup;

/**
 * {@code gram} on polarizations, by Kronecker factors where that pays, against {@code gram} on the
 * rows formed from them. 2000 samples a case, as many outputs as the case says.
 */
@Warmup(iterations = 15)
@Measurement(iterations = 15)
public class KroneckerBenchmark extends GramCase {
  private static final int BATCH = 100;
  private static final int SAMPLES = 2000;

  /** The candidates. */
  @Param({"gl(40)", "gl(20)", "so(20)", "gl(10)+gl(10)", "gl(5)^2"})
  public String action = "";

  /** Outputs k, rows a sample. */
  @Param({"1", "10"})
  public int outputs;

  private int columns;
  private Polarization[] batches = {};

  /** For JMH. */
  public KroneckerBenchmark() {}

  /** Random samples and gradients. */
  @Setup(Level.Trial)
  public void prepare() {
    GroupAction candidates = Actions.parse(action).boundTo(outputs);
    int inputs = candidates.inputSize();
    columns = candidates.dimension();
    batches = new Polarization[SAMPLES / BATCH];
    Random random = new Random(1);
    for (int i = 0; i < batches.length; i++) {
      double[] samples = random.doubles((long) BATCH * inputs, -1, 1).toArray();
      double[] gradients = random.doubles((long) BATCH * outputs * inputs, -1, 1).toArray();
      batches[i] =
          candidates.polarize(
              new Batch(BATCH, inputs, samples),
              new Jacobians(BATCH, outputs, inputs, gradients, new double[BATCH * outputs]));
    }
  }

  /** EᵀE and the moments of the defect, as they come; a last block that is not full stays out. */
  @Benchmark
  public int polarizations() {
    try (Decomposition sum = opened()) {
      return accepted(sum, true).columns();
    }
  }

  /** The same with every row formed: what the factors save, and whether they ever cost. */
  @Benchmark
  public int polarizationsByRows() {
    try (Decomposition sum = GramProvider.byRows().open(columns, options())) {
      return accepted(sum, true).columns();
    }
  }

  /** EᵀE by rows, without the moments. */
  @Benchmark
  public int rows() {
    try (Decomposition sum = opened()) {
      return accepted(sum, false).columns();
    }
  }

  /** To the spectrum and the defects: two eigenproblems of order m more. */
  @Benchmark
  public Spectrum polarizationsToSpectrum() {
    try (Decomposition sum = opened()) {
      return accepted(sum, true).finish();
    }
  }

  private Decomposition opened() {
    return gram.open(columns, options());
  }

  private DecompositionOptions options() {
    return DecompositionOptions.defaults().withRows((long) SAMPLES * outputs);
  }

  private Decomposition accepted(Decomposition sum, boolean factors) {
    for (Polarization batch : batches) {
      if (factors) {
        sum.accept(batch);
      } else {
        sum.accept(batch.rows());
      }
    }
    return sum;
  }
}
