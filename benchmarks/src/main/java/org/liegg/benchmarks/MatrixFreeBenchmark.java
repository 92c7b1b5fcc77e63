package org.liegg.benchmarks;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Locale;
import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.Jacobians;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.linalg.LobpcgProvider;

/**
 * The smallest directions of gl(d) for large d, without E and without EᵀE. The function is a random
 * network of one hidden layer that sees its first inputs through their norm alone: they may be
 * rotated, and nothing else holds. Usage: {@code MatrixFreeBenchmark INPUTS SAMPLES OUTPUTS
 * SMALLEST RESIDUAL THREADS}; prints what was found, seconds and peak resident memory (Linux).
 */
public final class MatrixFreeBenchmark {
  /** Inputs that are seen through their norm: so(6), 15 exact symmetries. */
  private static final int ROTATED = 6;

  private static final int BATCH = 500;

  private final int inputs;
  private final int outputs;
  private final int hidden;
  private final double[] weights;
  private final double[] readout;

  private MatrixFreeBenchmark(int inputs, int outputs) {
    this.inputs = inputs;
    this.outputs = outputs;
    this.hidden = inputs + inputs / 4;
    Random random = new Random(1);
    weights = normal(random, hidden * (inputs - ROTATED + 1), 1 / Math.sqrt(inputs));
    readout = normal(random, outputs * hidden, 1 / Math.sqrt(hidden));
  }

  /** Runs one case. */
  public static void main(String[] args) throws IOException {
    int inputs = Integer.parseInt(args[0]);
    int samples = Integer.parseInt(args[1]);
    int outputs = Integer.parseInt(args[2]);
    DecompositionOptions options =
        DecompositionOptions.defaults()
            .withSmallest(Integer.parseInt(args[3]))
            .withResidual(Double.parseDouble(args[4]))
            .withThreads(Integer.parseInt(args[5]))
            .withRows((long) samples * outputs);
    MatrixFreeBenchmark function = new MatrixFreeBenchmark(inputs, outputs);
    GroupAction action = Actions.gl(inputs);
    Random random = new Random(2);
    double generating = 0;
    long from = System.nanoTime();
    try (Decomposition decomposition = new LobpcgProvider().open(action.dimension(), options)) {
      for (int n = 0; n < samples; n += BATCH) {
        long before = System.nanoTime();
        Batch x = new Batch(BATCH, inputs, normal(random, BATCH * inputs, 1));
        Jacobians jacobians = function.jacobians(x);
        generating += (System.nanoTime() - before) * 1e-9;
        decomposition.accept(action.polarize(x, jacobians));
      }
      Spectrum spectrum = decomposition.finish();
      double seconds = (System.nanoTime() - from) * 1e-9 - generating;
      print(spectrum, decomposition.description(), seconds);
    }
  }

  private static void print(Spectrum spectrum, String description, double seconds)
      throws IOException {
    DefectSpectrum defects = spectrum.defects().orElseThrow();
    long held = Arrays.stream(defects.defects()).filter(defect -> defect <= 0.01).count();
    System.out.printf(
        Locale.ROOT,
        "%s%nm = %d: %d singular values, smallest %.2e, largest of them %.2e%n"
            + "%d defects, %d of them ≤ 0.01, the next %.3g; %d trivial directions%n"
            + "%.1f s without making the gradients; ",
        description,
        spectrum.columns(),
        spectrum.count(),
        spectrum.singularValues()[spectrum.count() - 1],
        spectrum.singularValues()[0],
        defects.defects().length,
        held,
        Arrays.stream(defects.defects()).filter(defect -> defect > 0.01).min().orElse(Double.NaN),
        defects.trivialCount(),
        seconds);
    Path status = Path.of("/proc/self/status");
    if (Files.exists(status)) {
      Files.readAllLines(status).stream()
          .filter(line -> line.startsWith("VmHWM"))
          .forEach(System.out::println);
    }
  }

  /** z = (‖x_1…x_6‖, x_7, …); F = V tanh(W z). */
  private Jacobians jacobians(Batch x) {
    int seen = inputs - ROTATED + 1;
    double[] values = new double[x.rows() * outputs * inputs];
    double[] responses = new double[x.rows() * outputs];
    double[] z = new double[seen];
    double[] row = new double[seen];
    for (int n = 0; n < x.rows(); n++) {
      double square = 0;
      for (int i = 0; i < ROTATED; i++) {
        square += x.get(n, i) * x.get(n, i);
      }
      double norm = Math.sqrt(square);
      z[0] = norm;
      for (int i = 1; i < seen; i++) {
        z[i] = x.get(n, ROTATED - 1 + i);
      }
      double[] tanh = activations(z);
      for (int o = 0; o < outputs; o++) {
        Arrays.fill(row, 0);
        for (int h = 0; h < hidden; h++) {
          double weight = readout[o * hidden + h];
          responses[n * outputs + o] += weight * tanh[h];
          double slope = weight * (1 - tanh[h] * tanh[h]);
          for (int i = 0; i < seen; i++) {
            row[i] += slope * weights[h * seen + i];
          }
        }
        int at = (n * outputs + o) * inputs;
        for (int i = 0; i < ROTATED; i++) {
          values[at + i] = row[0] * x.get(n, i) / norm;
        }
        System.arraycopy(row, 1, values, at + ROTATED, seen - 1);
      }
    }
    return new Jacobians(x.rows(), outputs, inputs, values, responses);
  }

  private double[] activations(double[] z) {
    double[] tanh = new double[hidden];
    for (int h = 0; h < hidden; h++) {
      double sum = 0;
      for (int i = 0; i < z.length; i++) {
        sum += weights[h * z.length + i] * z[i];
      }
      tanh[h] = Math.tanh(sum);
    }
    return tanh;
  }

  private static double[] normal(Random random, int length, double scale) {
    double[] values = new double[length];
    for (int i = 0; i < length; i++) {
      values[i] = scale * random.nextGaussian();
    }
    return values;
  }
}
