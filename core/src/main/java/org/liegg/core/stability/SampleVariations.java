package org.liegg.core.stability;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.Supplier;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.ModelInfo;

/**
 * The samples in other ways: by halves, and with noise.
 *
 * @param data all of them
 * @param used how many of the first ones are used, at least 2
 * @param info where in a sample the input that varies lies; noise is added there alone
 * @param seed of the random halves and the noise
 */
public record SampleVariations(Dataset data, long used, ModelInfo info, long seed) {
  /** Noise, as a share of a column's standard deviation. */
  private static final double NOISE = 0.01;

  private static final int BATCH = 256;

  /** Every variation by its name, in words. */
  public Map<String, Dataset> all() {
    long half = used / 2;
    Map<String, Dataset> all = new LinkedHashMap<>();
    all.put("first half", view(() -> (place, values, from) -> place < half));
    all.put("second half", view(() -> (place, values, from) -> place >= half));
    all.put("a random half", view(() -> randomHalf(seed + 1)));
    all.put("another random half", view(() -> randomHalf(seed + 2)));
    double[] spreads = spreads();
    all.put("with noise of 1 %", view(() -> noise(spreads)));
    return all;
  }

  private Dataset view(Supplier<SampleView.Filter> filter) {
    return new SampleView(data, used, filter);
  }

  /** One of every two neighbours. */
  private static SampleView.Filter randomHalf(long seed) {
    return (place, values, from) ->
        new SplittableRandom(seed ^ ((place >>> 1) * 0x9E3779B97F4A7C15L)).nextBoolean()
            == ((place & 1) == 0);
  }

  private SampleView.Filter noise(double[] spreads) {
    SplittableRandom random = new SplittableRandom(seed + 3);
    return (place, values, from) -> {
      for (int i = 0; i < spreads.length; i++) {
        values[from + info.inputFrom() + i] += NOISE * spreads[i] * random.nextGaussian();
      }
      return true;
    };
  }

  /** The standard deviation of every column that varies (Welford, Technometrics 4, 1962). */
  private double[] spreads() {
    int width = info.inputSize();
    double[] mean = new double[width];
    double[] squares = new double[width];
    long count = 0;
    try (BatchStream batches = data.batches(BATCH)) {
      for (Optional<Batch> next = batches.next();
          next.isPresent() && count < used;
          next = batches.next()) {
        Batch batch = next.get();
        for (int row = 0; row < batch.rows() && count < used; row++) {
          count++;
          for (int i = 0; i < width; i++) {
            double off = batch.get(row, info.inputFrom() + i) - mean[i];
            mean[i] += off / count;
            squares[i] += off * (batch.get(row, info.inputFrom() + i) - mean[i]);
          }
        }
      }
    }
    for (int i = 0; i < width; i++) {
      squares[i] = Math.sqrt(squares[i] / Math.max(1, count));
    }
    return squares;
  }
}
