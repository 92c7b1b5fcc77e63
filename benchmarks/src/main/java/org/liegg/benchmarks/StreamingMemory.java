package org.liegg.benchmarks;

import java.io.IOException;
import java.util.Locale;
import java.util.SplittableRandom;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;

/**
 * Streams synthetic rows into one decomposition and prints, at every power of ten from 10⁵ on,
 * time, used heap after a collection, and peak resident memory (Linux). Usage: {@code
 * StreamingMemory NAME ROWS COLUMNS}.
 */
public final class StreamingMemory {
  private static final int BATCH = 1000;
  private static final long FIRST = 100_000;
  private static final double NANOSECONDS = 1e-9;

  private StreamingMemory() {}

  /** Runs the decomposition in the arguments. */
  public static void main(String[] args) throws IOException {
    long rows = Long.parseLong(args[1]);
    int columns = Integer.parseInt(args[2]);
    SplittableRandom random = new SplittableRandom(1);
    long from = System.nanoTime();
    try (Decomposition decomposition =
        ProviderRegistry.load(ProviderKind.DECOMPOSITION, StreamingMemory.class.getClassLoader())
            .require(args[0])
            .open(columns)) {
      long next = FIRST;
      for (long done = BATCH; done <= rows; done += BATCH) {
        decomposition.accept(new Rows(BATCH, columns, uniform(random, BATCH * columns)));
        if (done == next) {
          print(args[0], done, from);
          next *= 10;
        }
      }
      Spectrum spectrum = decomposition.finish();
      double[] sigma = spectrum.singularValues();
      System.out.printf(
          Locale.ROOT,
          "%-5s %10d rows: %.1f s, sigma %.6g … %.6g, %s%n",
          args[0],
          spectrum.rows(),
          (System.nanoTime() - from) * NANOSECONDS,
          sigma[0],
          sigma[sigma.length - 1],
          decomposition.description());
    }
  }

  private static double[] uniform(SplittableRandom random, int count) {
    double[] values = new double[count];
    for (int i = 0; i < count; i++) {
      values[i] = random.nextDouble() - 0.5;
    }
    return values;
  }

  private static void print(String name, long rows, long from) throws IOException {
    System.gc();
    Runtime runtime = Runtime.getRuntime();
    System.out.printf(
        Locale.ROOT,
        "%-5s %10d rows: %.1f s, heap %.1f MB, peak resident %.1f MB%n",
        name,
        rows,
        (System.nanoTime() - from) * NANOSECONDS,
        (runtime.totalMemory() - runtime.freeMemory()) / 1e6,
        PeakMemory.kibibytes() * 1024 / 1e6);
  }
}
