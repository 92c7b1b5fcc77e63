package org.liegg.metrics.finite;

import java.util.Optional;
import org.hipparchus.distribution.continuous.TDistribution;
import org.liegg.api.Bounded;

/**
 * The defect of one finite transformation g, accumulated sample by sample:
 *
 * <pre>D(g) = Σ ‖F(gx) − ρ(g)F(x)‖² / Σ b(x)</pre>
 *
 * b being what a model that has nothing to do with g would change by. Sums are kept by block, so
 * that blocks tell how sure the ratio is; of all outputs together, each by its weight, and of each
 * output separately where there are several. Accumulators of one shape may be merged, in any order.
 * Confined to one thread.
 */
public final class FiniteDefect {
  /** Smaller blocks are joined with the next. */
  private static final int MIN_SAMPLES = 4;

  /** Fewer blocks say nothing of a spread. */
  private static final int MIN_BLOCKS = 4;

  private final double[] weights;
  private final int channels;
  private final long[] samples;
  private final double[] change; // blocks × channels
  private final double[] baseline;
  private final double[] squares; // channels: of changes
  private final double[] largest;
  private final long[] moved; // samples whose baseline is not 0

  /**
   * Nothing yet.
   *
   * @param blocks independent groups of samples, ≥ 1
   * @param weights of outputs, ≥ 0, a number each
   * @param apart whether outputs are also kept apart
   */
  public FiniteDefect(int blocks, double[] weights, boolean apart) {
    this.weights = weights.clone();
    channels = apart && weights.length > 1 ? 1 + weights.length : 1;
    samples = new long[blocks];
    change = new double[blocks * channels];
    baseline = new double[blocks * channels];
    squares = new double[channels];
    largest = new double[channels];
    moved = new long[channels];
  }

  /**
   * Adds a sample.
   *
   * @param block from 0
   * @param changes of every output, squared
   * @param baselines of every output, squared
   * @throws IllegalArgumentException if there is not one of each for every output
   */
  public void add(int block, double[] changes, double[] baselines) {
    if (changes.length != weights.length || baselines.length != weights.length) {
      throw new IllegalArgumentException(
          "%d changes and %d baselines of %d outputs"
              .formatted(changes.length, baselines.length, weights.length));
    }
    double allChanges = 0;
    double allBaselines = 0;
    for (int o = 0; o < weights.length; o++) {
      double weight = weights[o] * weights[o];
      allChanges += weight * changes[o];
      allBaselines += weight * baselines[o];
      if (channels > 1) {
        put(block, 1 + o, changes[o], baselines[o]);
      }
    }
    put(block, 0, allChanges, allBaselines);
    samples[block]++;
  }

  private void put(int block, int channel, double changed, double base) {
    change[block * channels + channel] += changed;
    baseline[block * channels + channel] += base;
    squares[channel] += changed * changed;
    largest[channel] = Math.max(largest[channel], changed);
    moved[channel] += base > 0 ? 1 : 0;
  }

  /**
   * Adds what another one has seen.
   *
   * @throws IllegalArgumentException if it has other blocks or outputs
   */
  public void merge(FiniteDefect other) {
    if (other.samples.length != samples.length || other.channels != channels) {
      throw new IllegalArgumentException(
          "%d blocks of %d channels, and %d of %d"
              .formatted(samples.length, channels, other.samples.length, other.channels));
    }
    for (int j = 0; j < samples.length; j++) {
      samples[j] += other.samples[j];
    }
    for (int i = 0; i < change.length; i++) {
      change[i] += other.change[i];
      baseline[i] += other.baseline[i];
    }
    for (int c = 0; c < channels; c++) {
      squares[c] += other.squares[c];
      largest[c] = Math.max(largest[c], other.largest[c]);
      moved[c] += other.moved[c];
    }
  }

  /** Of all outputs together, and of each output where they are kept apart. */
  public int channels() {
    return channels;
  }

  /** How many samples were added. */
  public long samples() {
    long all = 0;
    for (long n : samples) {
      all += n;
    }
    return all;
  }

  /** What g changes, a mean over samples; 0 of no samples. */
  public double change(int channel) {
    return sum(change, channel) / Math.max(1, samples());
  }

  /** What a model that has nothing to do with g would change by, a mean over samples. */
  public double baseline(int channel) {
    return sum(baseline, channel) / Math.max(1, samples());
  }

  /**
   * The defect; 0 where neither changes.
   *
   * @param channel 0 for all outputs together, 1 + o for output o
   */
  public double value(int channel) {
    double b = sum(baseline, channel);
    double a = sum(change, channel);
    return b > 0 ? a / b : a > 0 ? Double.POSITIVE_INFINITY : 0;
  }

  /**
   * The defect with its bounds. The spread of blocks gives the standard error of the ratio (by the
   * delta method, with Student's t), the count of samples that change what they cannot show. Empty
   * where there are fewer than 4 blocks of 4 samples, or the baseline is 0.
   *
   * @param channel as in {@link #value}
   */
  public Optional<Bounded> bounds(int channel, TailRule rule) {
    Blocks joined = joined(channel);
    double b = joined.baseline();
    if (joined.count < MIN_BLOCKS || !(b > 0)) {
      return Optional.empty();
    }
    double value = joined.change() / b;
    double error = rule.widening() * joined.standardError(value);
    TDistribution student = new TDistribution(joined.count - 1);
    // One sample more would change by as much as one does that is moved aside.
    double unseen = Math.max(largest[channel], b / Math.max(1, moved[channel]));
    CountedSum counted =
        new CountedSum(joined.change(), squares[channel], rule.samplesPerUnit() * unseen);
    double low = value + error * student.inverseCumulativeProbability(rule.below());
    double high = value - error * student.inverseCumulativeProbability(rule.above());
    return Optional.of(
        new Bounded(
            value,
            Math.max(0, Math.min(value, Math.min(low, counted.lower(rule.below()) / b))),
            Math.max(value, Math.max(high, counted.upper(rule.above()) / b))));
  }

  private double sum(double[] values, int channel) {
    double all = 0;
    for (int i = channel; i < values.length; i += channels) {
      all += values[i];
    }
    return all;
  }

  private Blocks joined(int channel) {
    Blocks blocks = new Blocks(samples.length);
    long waiting = 0;
    for (int j = 0; j < samples.length; j++) {
      blocks.add(change[j * channels + channel], baseline[j * channels + channel]);
      waiting += samples[j];
      if (waiting >= MIN_SAMPLES) {
        blocks.close();
        waiting = 0;
      }
    }
    return blocks;
  }

  /** Sums of one channel; what is left in an open block at the end belongs to the last one. */
  private static final class Blocks {
    private final double[] change;
    private final double[] baseline;
    private int count;

    Blocks(int most) {
      change = new double[most + 1];
      baseline = new double[most + 1];
    }

    void add(double changed, double base) {
      change[count] += changed;
      baseline[count] += base;
    }

    void close() {
      count++;
    }

    double change() {
      return all(change);
    }

    double baseline() {
      return all(baseline);
    }

    private static double all(double[] values) {
      double sum = 0;
      for (double value : values) {
        sum += value;
      }
      return sum;
    }

    /** Of a ratio of sums over independent blocks. */
    double standardError(double ratio) {
      double squares = 0;
      for (int j = 0; j < count; j++) {
        double open = j == count - 1 ? change[count] - ratio * baseline[count] : 0;
        double rest = change[j] - ratio * baseline[j] + open;
        squares += rest * rest;
      }
      return Math.sqrt(squares * count / (count - 1)) / baseline();
    }
  }
}
