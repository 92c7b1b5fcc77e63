package org.liegg.benchmarks;

import java.io.IOException;
import java.util.Arrays;
import java.util.Locale;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.DefectSpectrum;
import org.liegg.api.FieldBasis;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.groups.Actions;
import org.liegg.linalg.LobpcgProvider;

/**
 * The smallest singular values and defects of a network under gl(d), without E and without EᵀE:
 * wall time, iterations, residual, peak resident memory (Linux). Usage: {@code MatrixFreeBenchmark
 * INPUTS SAMPLES OUTPUTS WIDTH SMALLEST RESIDUAL}, by default {@code 256 20000 10 256 32 1e-8}.
 */
public final class MatrixFreeBenchmark {
  private static final String[] DEFAULTS = {"256", "20000", "10", "256", "32", "1e-8"};
  private static final int ROUND = 4;
  private static final int BATCH = 500;
  private static final int THREADS = 2;

  private MatrixFreeBenchmark() {}

  /** Measures one run. */
  public static void main(String[] args) throws IOException {
    String[] given = Arrays.copyOf(args, DEFAULTS.length);
    for (int i = args.length; i < given.length; i++) {
      given[i] = DEFAULTS[i];
    }
    int d = Integer.parseInt(given[0]);
    int samples = Integer.parseInt(given[1]);
    int k = Integer.parseInt(given[2]);
    RoundNetwork network = new RoundNetwork(d, k, Integer.parseInt(given[3]), ROUND, 7);
    DecompositionOptions options =
        DecompositionOptions.defaults()
            .withSmallest(Integer.parseInt(given[4]))
            .withResidual(Double.parseDouble(given[5]))
            .withThreads(THREADS);
    FieldBasis fields = Actions.gl(d).fields();
    try (Decomposition decomposition = new LobpcgProvider().open(fields.fields(), options)) {
      long start = System.nanoTime();
      for (int done = 0; done < samples; done += BATCH) {
        decomposition.accept(network.next(fields, Math.min(BATCH, samples - done)));
      }
      long accepted = System.nanoTime();
      Spectrum spectrum = decomposition.finish();
      long finished = System.nanoTime();
      double m = fields.fields();
      print("E would need, GiB", 8 * m * samples * k / (1 << 30));
      print("EᵀE would need, GiB", 8 * m * m / (1 << 30));
      print("gradients and accept, s", (accepted - start) * 1e-9);
      print("finish, s", (finished - accepted) * 1e-9);
      print("peak resident, MiB", PeakMemory.kibibytes() / 1024);
      System.out.println(decomposition.description());
      report(spectrum);
    }
  }

  private static void report(Spectrum spectrum) {
    DefectSpectrum defects = spectrum.defects().orElseThrow();
    System.out.println("trivial directions: " + defects.trivialCount());
    System.out.println("smallest defects: " + numbers(defects.defects()));
    System.out.println("smallest singular values: " + numbers(spectrum.singularValues()));
  }

  private static String numbers(double[] values) {
    StringBuilder text = new StringBuilder();
    for (double value : values) {
      text.append(String.format(Locale.ROOT, "%.3g ", value));
    }
    return text.toString().strip();
  }

  private static void print(String what, double value) {
    System.out.printf(Locale.ROOT, "%-24s %.1f%n", what, value);
  }
}
