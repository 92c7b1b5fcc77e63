package org.liegg.benchmarks;

import java.util.Random;
import java.util.concurrent.TimeUnit;
import org.liegg.api.Batch;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Rows;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.openjdk.jmh.annotations.AuxCounters;
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
 * Rows of E from samples and gradients on one processor, in bytes of rows a second, against plain
 * loops over fields as dense matrices.
 */
@State(Scope.Benchmark)
@BenchmarkMode(Mode.Throughput)
@OutputTimeUnit(TimeUnit.SECONDS)
@Fork(1)
@Warmup(iterations = 3, time = 1)
@Measurement(iterations = 5, time = 1)
public class PolarizeBenchmark {
  private static final int BATCH = 128;

  /** The candidates. */
  @Param({"gl(10)", "gl(5)^2", "so(9)", "aff(5)", "image(28x28)"})
  public String action = "";

  private GroupAction candidates = Actions.gl(1);
  private Batch batch = new Batch(0, 1, new double[0]);
  private Jacobians jacobians = new Jacobians(0, 1, 1, new double[0], new double[0]);

  /** For JMH. */
  public PolarizeBenchmark() {}

  /** Counts bytes of rows. */
  @State(Scope.Thread)
  @AuxCounters(AuxCounters.Type.OPERATIONS)
  public static class Volume {
    /** Bytes of rows written. */
    public long bytes;

    /** For JMH. */
    public Volume() {}
  }

  /** Random samples and gradients of one output. */
  @Setup(Level.Trial)
  public void prepare() {
    candidates = Actions.parse(action).boundTo(1);
    int inputs = candidates.inputSize();
    Random random = new Random(1);
    batch = new Batch(BATCH, inputs, random.doubles((long) BATCH * inputs, -1, 1).toArray());
    double[] gradients = random.doubles((long) BATCH * inputs, -1, 1).toArray();
    jacobians = new Jacobians(BATCH, 1, inputs, gradients, new double[BATCH]);
  }

  /** As the pipeline does it: features, then rows. */
  @Benchmark
  public Rows polarize(Volume volume) {
    Rows rows = candidates.polarize(batch, jacobians).rows();
    volume.bytes += 8L * rows.values().length;
    return rows;
  }

  /** The baseline: every field's value at every sample, then its product with the gradient. */
  @Benchmark
  public double[] plainLoops(Volume volume) {
    FieldBasis fields = candidates.fields();
    Batch features = candidates.features(batch);
    int inputs = fields.components();
    double[] rows = new double[BATCH * fields.fields()];
    for (int n = 0; n < BATCH; n++) {
      for (int a = 0; a < fields.fields(); a++) {
        double[] value = new double[inputs];
        for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
          value[fields.component()[e]] +=
              fields.values()[e] * features.values()[n * features.columns() + fields.feature()[e]];
        }
        double sum = 0;
        for (int i = 0; i < inputs; i++) {
          sum += jacobians.values()[n * inputs + i] * value[i];
        }
        rows[n * fields.fields() + a] = sum;
      }
    }
    volume.bytes += 8L * rows.length;
    return rows;
  }
}
