package org.liegg.api.spi;

import java.util.Arrays;
import java.util.Random;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelInfo;
import org.liegg.api.Precision;

/**
 * Verifies Jacobians against central differences: for a random direction u a sample, J u against
 * (F(x + hu) − F(x − hu))/2h, for all outputs. What an engine runs once on every model it opens.
 *
 * <p>Differences are taken at three steps, each a sixteenth of the one before, and the closest
 * counts: a step that crosses the kink of a rectifier or another window of a maximum is wrong at
 * that step alone.
 */
public final class GradientCheck {
  /** A share of the largest derivative; right gradients are 1e-7 or closer, wrong ones 1e-2. */
  public static final double TOLERANCE = 1e-4;

  /** Samples that are enough: a wrong gradient is wrong nearly everywhere. */
  public static final int SAMPLES = 5;

  private static final long SEED = 20221128;
  private static final double STEP = 0x1p-14;
  private static final int STEPS = 3;
  private static final double FINER = 0x1p-4;

  private GradientCheck() {}

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
   * samples; 0 where nothing changes.
   *
   * @param model a session in double precision
   * @param samples {@code samples × sampleSize}
   * @throws IllegalArgumentException if the session is in single precision, where differences mean
   *     nothing
   * @throws org.liegg.api.ModelException if the model cannot be evaluated there
   */
  public static double error(ModelGradient model, Batch samples) {
    ModelInfo info = model.info();
    if (info.precision() != Precision.DOUBLE) {
      throw new IllegalArgumentException("GradientCheck: the session is in single precision");
    }
    double[] directions = directions(samples, info);
    double[] derivatives = derivatives(model.jacobians(samples), directions);
    double[] errors = new double[derivatives.length];
    Arrays.fill(errors, Double.POSITIVE_INFINITY);
    double largest = 0;
    double step = STEP;
    for (int s = 0; s < STEPS; s++, step *= FINER) {
      double[] ahead = model.outputs(shifted(samples, info, directions, step)).values();
      double[] behind = model.outputs(shifted(samples, info, directions, -step)).values();
      for (int i = 0; i < errors.length; i++) {
        double difference = (ahead[i] - behind[i]) / (2 * step);
        errors[i] = Math.min(errors[i], Math.abs(difference - derivatives[i]));
        largest = Math.max(largest, Math.max(Math.abs(difference), Math.abs(derivatives[i])));
      }
    }
    double worst = 0;
    for (double error : errors) {
      worst = Math.max(worst, error);
    }
    return largest == 0 ? 0 : worst / largest;
  }

  /** Random directions of the length that the sample's input has, at least 1. */
  private static double[] directions(Batch samples, ModelInfo info) {
    Random random = new Random(SEED + 1);
    int d = info.inputSize();
    double[] directions = new double[samples.rows() * d];
    for (int n = 0; n < samples.rows(); n++) {
      double input = 0;
      double direction = 0;
      for (int i = 0; i < d; i++) {
        double x = samples.get(n, info.inputFrom() + i);
        double u = random.nextGaussian();
        directions[n * d + i] = u;
        input += x * x;
        direction += u * u;
      }
      double scale =
          Math.max(1, Math.sqrt(input)) / Math.max(Double.MIN_NORMAL, Math.sqrt(direction));
      for (int i = 0; i < d; i++) {
        directions[n * d + i] *= scale;
      }
    }
    return directions;
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

  private static Batch shifted(Batch samples, ModelInfo info, double[] directions, double step) {
    double[] values = samples.values().clone();
    int d = info.inputSize();
    for (int n = 0; n < samples.rows(); n++) {
      for (int i = 0; i < d; i++) {
        values[n * samples.columns() + info.inputFrom() + i] += step * directions[n * d + i];
      }
    }
    return new Batch(samples.rows(), samples.columns(), values);
  }
}
