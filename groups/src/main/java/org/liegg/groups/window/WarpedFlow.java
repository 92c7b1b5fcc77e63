package org.liegg.groups.window;

import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.Flow;
import org.liegg.groups.field.MatrixExponential;
import org.liegg.groups.image.CubicWeights;

/**
 * Moves windows by resampling: {@code (gx)(t) = M x(g⁻¹t) + b}, between steps by {@link
 * CubicWeights}. What comes from outside the window has the value at its end.
 *
 * @param steps of the window
 * @param change the coefficients of ξ(t), by powers of t
 * @param channels [A, b] with a last row of zeros
 */
record WarpedFlow(Steps steps, double[] change, Matrix channels) implements Flow {
  /** Steps of the integration, for every unit of time and of ξ. */
  private static final int FINENESS = 100;

  private static final int MOST = 1_000_000;

  /** Whatever is farther out is outside and stays there: ξ does not change its sign on the way. */
  private static final double OUTSIDE = 2;

  @Override
  public Batch at(Batch batch, double t) {
    if (t == 0) {
      return batch;
    }
    int count = channels.rows() - 1;
    Matrix map = MatrixExponential.of(channels, t);
    double[] moved = new double[batch.values().length];
    for (int k = 0; k < steps.count(); k++) {
      CubicWeights weights = CubicWeights.at(steps.place(origin(steps.time(k), t)), steps.count());
      for (int n = 0; n < batch.rows(); n++) {
        int sample = n * batch.columns();
        for (int c = 0; c < count; c++) {
          double before = 0;
          for (int w = 0; w < weights.weights().length; w++) {
            int from = sample + (weights.first() + w) * count + c;
            before += weights.weights()[w] * batch.values()[from];
          }
          for (int i = 0; i < count; i++) {
            moved[sample + k * count + i] += map.get(i, c) * before;
          }
        }
        for (int i = 0; i < count; i++) {
          moved[sample + k * count + i] += map.get(i, count);
        }
      }
    }
    return new Batch(batch.rows(), batch.columns(), moved);
  }

  /** g⁻¹ of a time: dt/ds = −ξ(t), by the classical method of Runge and Kutta. */
  private double origin(double time, double duration) {
    double size = 0;
    for (double coefficient : change) {
      size += Math.abs(coefficient);
    }
    int count = (int) Math.min(MOST, 1 + Math.ceil(FINENESS * size * Math.abs(duration)));
    double h = -duration / count;
    double t = time;
    for (int s = 0; s < count && Math.abs(t) < OUTSIDE; s++) {
      double first = speed(t);
      double second = speed(t + h / 2 * first);
      double third = speed(t + h / 2 * second);
      double fourth = speed(t + h * third);
      t += h / 6 * (first + 2 * second + 2 * third + fourth);
    }
    return Double.isNaN(t)
        ? Math.copySign(OUTSIDE, time)
        : Math.max(-OUTSIDE, Math.min(OUTSIDE, t));
  }

  private double speed(double t) {
    double value = 0;
    for (int power = change.length - 1; power >= 0; power--) {
      value = value * t + change[power];
    }
    return value;
  }
}
