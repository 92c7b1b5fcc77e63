package org.liegg.core.samples;

import java.util.Arrays;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import org.liegg.api.Batch;
import org.liegg.api.Dataset;

/**
 * What one reading of the samples tells before any is differentiated. Columns are those of the
 * model's whole sample.
 *
 * @param samples how many there are
 * @param means of every column
 * @param variances of every column over all samples, exactly 0 for those that are constant
 * @param squaredSteps of every column, the mean squared difference of consecutive samples
 * @param correlationTime τ, ½ for samples whose order says nothing
 * @param distinct about how many different samples there are
 * @param reservoir some of them, every sample with the same chance to be among them
 */
public record SampleSurvey(
    long samples,
    double[] means,
    double[] variances,
    double[] squaredSteps,
    double correlationTime,
    long distinct,
    Batch reservoir) {
  /** Samples of the reservoir, unless they are large. */
  static final int RESERVOIR = 2_000;

  /** Values of the reservoir: 32 MB. */
  static final long HELD = 4L << 20;

  static final long SEED = 1;

  /**
   * Reads all samples once.
   *
   * @param limit use the first samples only
   * @param batchSize samples held at a time
   * @throws org.liegg.api.DataException if the data cannot be read
   */
  public static SampleSurvey of(Dataset data, OptionalLong limit, int batchSize) {
    Reading reading = new Reading(data.columns());
    new SampleReading(data, limit, batchSize).read(reading);
    return reading.survey();
  }

  /** What was summed of all samples, and some of them. */
  static SampleSurvey of(
      ColumnMoments moments, LaggedProducts lagged, DuplicateSketch duplicates, Batch reservoir) {
    long read = moments.count();
    long distinct = Math.max(Math.min(read, 1), Math.round(read * (1 - duplicates.share())));
    // A file that holds the same samples again and again tells its order once.
    CorrelationTime time =
        CorrelationTime.of(lagged.autocorrelations(), LaggedProducts.LAGS, distinct);
    return new SampleSurvey(
        read,
        moments.means(),
        moments.variances(),
        moments.squaredSteps(),
        time.tau(),
        distinct,
        reservoir);
  }

  /** Whether a column does not vary. */
  public boolean constant(int column) {
    return variances[column] == 0;
  }

  /**
   * Half the mean squared step over the variance: 1 where samples are in random order, 0 where
   * consecutive ones are alike. 1 as well where nothing varies.
   */
  public SerialRatio serialRatio() {
    double total = 0;
    double smallest = Double.POSITIVE_INFINITY;
    int counted = 0;
    for (int i = 0; i < variances.length; i++) {
      if (variances[i] > 0 && samples > 1) {
        double ratio = squaredSteps[i] / (2 * variances[i]);
        total += ratio;
        smallest = Math.min(smallest, ratio);
        counted++;
      }
    }
    return counted == 0 ? new SerialRatio(1, 1) : new SerialRatio(total / counted, smallest);
  }

  /**
   * Of the columns that vary.
   *
   * @param mean every column weighted alike
   * @param smallest of any column
   */
  public record SerialRatio(double mean, double smallest) {}

  private static final class Reading implements SampleReading.Listener {
    private final int columns;
    private final ColumnMoments moments;
    private final LaggedProducts lagged;
    private final DuplicateSketch duplicates = new DuplicateSketch();
    private final double[][] held;
    private final SplittableRandom random = new SplittableRandom(SEED);
    private long read;

    Reading(int columns) {
      this.columns = columns;
      moments = new ColumnMoments(columns);
      lagged = new LaggedProducts(columns);
      held = new double[(int) Math.max(1, Math.min(RESERVOIR, HELD / Math.max(1, columns)))][];
    }

    @Override
    public void batch(Batch batch) {
      moments.add(batch);
    }

    @Override
    public void sample(Batch batch, int row) {
      lagged.add(batch, row);
      duplicates.add(SampleSplit.hash(batch, row));
      // Algorithm R (Vitter, "Random Sampling with a Reservoir", 1985).
      long slot = read < held.length ? read : random.nextLong(read + 1);
      if (slot < held.length) {
        held[(int) slot] = Arrays.copyOfRange(batch.values(), row * columns, (row + 1) * columns);
      }
      read++;
    }

    SampleSurvey survey() {
      int rows = (int) Math.min(read, held.length);
      double[] values = new double[rows * columns];
      for (int n = 0; n < rows; n++) {
        System.arraycopy(held[n], 0, values, n * columns, columns);
      }
      return of(moments, lagged, duplicates, new Batch(rows, columns, values));
    }
  }
}
