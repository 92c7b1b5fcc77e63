package org.liegg.api.spi;

import java.util.Arrays;
import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.DataException;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;

/**
 * Verifies Jacobians against central differences: for a random direction u a sample, J u against
 * (F(x + hu) − F(x − hu))/2h, for all outputs. What {@link org.liegg.api.spi.support.Models} runs
 * once on every model that is opened.
 *
 * <p>Differences are taken at five steps, each a sixteenth of the one before, and the closest
 * counts: a step that crosses the kink of a rectifier or another window of a maximum is wrong at
 * that step alone. Samples may lie on a kink, as the empty background of an image does, where the
 * difference is no derivative at any step; so all are moved a little first, at random. Errors below
 * the roundings of an output, as where a softmax is saturated, are no evidence and do not count.
 */
public final class GradientCheck {
  /** A share of the largest derivative; right gradients are 1e-7 or closer, wrong ones 1e-2. */
  public static final double TOLERANCE = 1e-4;

  /** Samples that are enough: a wrong gradient is wrong nearly everywhere. */
  public static final int SAMPLES = 5;

  private static final long SEED = 20221128;
  private static final double STEP = 0x1p-14;
  private static final int STEPS = 5;
  private static final double FINER = 0x1p-4;

  /** How far samples are moved, as a share of their length. */
  private static final double ASIDE = 0x1p-10;

  /** What the widest step cannot see, as a share of an output: a few roundings of it. */
  private static final double UNSEEN = 8 * 0x1p-52 / (2 * STEP);

  /**
   * A predicted change at the finest step that is more than this share of the outputs: the function
   * bends within the step, and its differences say nothing of its derivatives.
   */
  private static final double STEEP = 1e-4;

  /** Differences at the two finest steps that are nearer to each other than this say something. */
  private static final double SETTLED = 1.0 / 16;

  private GradientCheck() {}

  /**
   * What differences say of a model's Jacobians.
   *
   * @param error as {@link #error} gives it
   * @param decided whether they say anything: false where the error is above the tolerance, and
   *     wherever it is, the model is so steep that differences at the two finest steps mostly do
   *     not agree
   */
  public record Outcome(double error, boolean decided) {

    /** Whether the Jacobians are right, as far as differences show. */
    public boolean passed() {
      return error <= TOLERANCE;
    }
  }

  /** Standard normal samples, always the same ones. */
  public static Batch randomSamples(int sampleSize) {
    Random random = new Random(SEED);
    double[] values = new double[SAMPLES * sampleSize];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new Batch(SAMPLES, sampleSize, values);
  }

  /**
   * The largest error of a directional derivative, as a share of the largest derivative among the
   * samples; 0 where nothing changes, infinite where a number is none.
   *
   * @param model a session in double precision
   * @param samples {@code samples × sampleSize}, near which it is looked; none verify nothing
   * @throws IllegalArgumentException if the session is in single precision, where differences mean
   *     nothing
   * @throws DataException if samples have another width than the model takes
   * @throws org.liegg.api.ModelException if the model cannot be evaluated there
   */
  public static double error(ModelGradient model, Batch samples) {
    return outcome(model, samples).error();
  }

  /**
   * The error, and whether there is evidence for it.
   *
   * @param model as {@link #error}
   * @param samples as {@link #error}
   */
  public static Outcome outcome(ModelGradient model, Batch samples) {
    ModelInfo info = model.info();
    if (samples.columns() != info.sampleSize()) {
      throw new DataException(
          "LIEGG-DATA-WIDTH",
          "samples to verify the model %s at".formatted(info.path()),
          "a sample has %d values, the model takes %d"
              .formatted(samples.columns(), info.sampleSize()),
          "give the data that the model was made for, or choose columns of a table with --columns"
              + " or --exclude");
    }
    if (info.precision() != Precision.DOUBLE) {
      throw new IllegalArgumentException("GradientCheck: the session is in single precision");
    }
    Batch points = Displacements.random(samples, info, 0, SEED + 2).applied(samples, ASIDE);
    Displacements directions = Displacements.random(points, info, 1, SEED + 1);
    Comparison found = new Comparison(derivatives(model.jacobians(points), directions.values()));
    double step = STEP;
    for (int s = 0; s < STEPS; s++, step *= FINER) {
      found.add(
          model.outputs(directions.applied(points, step)).values(),
          model.outputs(directions.applied(points, -step)).values(),
          step);
    }
    return found.outcome(step / FINER);
  }

  /** Derivatives along directions, one for every sample and output, against differences. */
  private static final class Comparison {
    private final double[] derivatives;
    private final double[] errors;
    private final double[] closest;
    private final double[] unseen;
    private final double[] before;
    private final boolean[] settled;
    private double outputs;

    Comparison(double[] derivatives) {
      this.derivatives = derivatives;
      errors = new double[derivatives.length];
      Arrays.fill(errors, Double.POSITIVE_INFINITY);
      closest = new double[derivatives.length];
      unseen = new double[derivatives.length];
      before = new double[derivatives.length];
      settled = new boolean[derivatives.length];
    }

    /** Takes outputs a step ahead and behind; each step is finer than the one before. */
    void add(double[] ahead, double[] behind, double step) {
      for (int i = 0; i < errors.length; i++) {
        double difference = (ahead[i] - behind[i]) / (2 * step);
        double error = Math.abs(difference - derivatives[i]);
        // Negated, so that a NaN counts.
        if (!(error >= errors[i])) {
          errors[i] = error;
          closest[i] = difference;
        }
        unseen[i] = UNSEEN * Math.abs(ahead[i]);
        outputs = Math.max(outputs, Math.abs(ahead[i]));
        settled[i] = Math.abs(difference - before[i]) <= SETTLED * Math.abs(difference);
        before[i] = difference;
      }
    }

    Outcome outcome(double finest) {
      double worst = 0;
      double largest = 0;
      for (int i = 0; i < errors.length; i++) {
        worst = Math.max(worst, errors[i] - unseen[i]);
        largest = Math.max(largest, Math.max(Math.abs(closest[i]), Math.abs(derivatives[i])));
      }
      if (Double.isNaN(worst) || Double.isInfinite(worst)) {
        return new Outcome(Double.POSITIVE_INFINITY, true);
      }
      return new Outcome(
          worst == 0 ? 0 : worst / largest,
          worst <= TOLERANCE * largest || isDecided(TOLERANCE * largest, finest));
    }

    /** Whether differences show that derivatives are off by more than is allowed. */
    private boolean isDecided(double allowed, double finest) {
      int balance = 0;
      for (int i = 0; i < errors.length; i++) {
        if (errors[i] - unseen[i] > allowed) {
          double slope = Math.max(Math.abs(closest[i]), Math.abs(derivatives[i]));
          if (slope * finest <= STEEP * outputs) {
            return true;
          }
          balance += settled[i] ? 1 : -1;
        }
      }
      // Differences of a function that bends within every step agree at two of them by chance only.
      return balance > 0;
    }
  }

  private static double[] derivatives(Jacobians jacobians, double[] directions) {
    int d = jacobians.inputs();
    int k = jacobians.outputs();
    double[] derivatives = new double[jacobians.samples() * k];
    for (int row = 0; row < derivatives.length; row++) {
      double sum = 0;
      for (int i = 0; i < d; i++) {
        sum += jacobians.values()[row * d + i] * directions[row / k * d + i];
      }
      derivatives[row] = sum;
    }
    return derivatives;
  }
}
