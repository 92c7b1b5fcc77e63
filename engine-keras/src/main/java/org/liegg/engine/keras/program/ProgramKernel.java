package org.liegg.engine.keras.program;

import java.util.Arrays;
import org.liegg.api.spi.support.GradientKernel;

/**
 * Runs a program on batches: forwards once, and backwards once for every output. What comes out for
 * a sample depends on that sample alone. For use by one thread.
 */
public final class ProgramKernel implements GradientKernel {
  /** Numbers that are worked on at a time: more would not stay in a cache. */
  private static final int WORKING_SET = 1 << 19;

  private static final int MAX_SAMPLES = 128;
  private static final int MIN_SAMPLES = 4;
  private static final double[] NONE = {};

  private final Program program;
  private final int chunk;
  private final double[][] v;
  private final double[][] g;

  /** A kernel with room of its own. */
  public ProgramKernel(Program program) {
    this.program = program;
    int slots = program.slots();
    this.chunk = Math.min(MAX_SAMPLES, Math.max(MIN_SAMPLES, WORKING_SET / (2 * slots + 1)));
    this.v = new double[slots][chunk];
    this.g = new double[slots][];
    for (int slot = 0; slot < slots; slot++) {
      g[slot] = program.isDifferentiated(slot) ? new double[chunk] : NONE;
    }
    program.fillConstants(v);
  }

  @Override
  public ProgramKernel fork() {
    return new ProgramKernel(program);
  }

  @Override
  public void outputs(double[] x, int samples, double[] y) {
    for (int from = 0; from < samples; from += chunk) {
      forward(x, from, Math.min(chunk, samples - from), y);
    }
  }

  @Override
  public void jacobians(double[] x, int samples, double[] y, double[] jacobians) {
    for (int from = 0; from < samples; from += chunk) {
      int n = Math.min(chunk, samples - from);
      forward(x, from, n, y);
      for (int o = 0; o < program.outputSize(); o++) {
        backward(o, n);
        write(from, n, o, jacobians);
      }
    }
  }

  private void forward(double[] x, int from, int n, double[] y) {
    int width = program.sampleSize();
    for (int i = 0; i < width; i++) {
      double[] lane = v[program.input(i)];
      for (int s = 0; s < n; s++) {
        lane[s] = x[(from + s) * width + i];
      }
    }
    for (Op op : program.ops()) {
      op.forward(v, n);
    }
    int k = program.outputSize();
    for (int o = 0; o < k; o++) {
      double[] lane = v[program.output(o)];
      for (int s = 0; s < n; s++) {
        y[(from + s) * k + o] = lane[s];
      }
    }
  }

  private void backward(int output, int n) {
    for (double[] gradient : g) {
      Arrays.fill(gradient, 0);
    }
    double[] seed = g[program.output(output)];
    if (seed.length == 0) {
      return;
    }
    Arrays.fill(seed, 0, n, 1);
    Op[] ops = program.ops();
    for (int i = ops.length - 1; i >= 0; i--) {
      ops[i].backward(v, g, n);
    }
  }

  private void write(int from, int n, int output, double[] jacobians) {
    int d = program.varyingSize();
    int k = program.outputSize();
    for (int i = 0; i < d; i++) {
      double[] lane = g[program.varying(i)];
      for (int s = 0; s < n && lane.length > 0; s++) {
        jacobians[((from + s) * k + output) * d + i] = lane[s];
      }
    }
  }
}
