package org.liegg.engine.dl4j.dense;

/**
 * The activations that are put together of pieces, with their parameters, as Deeplearning4j defines
 * them. At a kink the slope is the one that Deeplearning4j takes.
 */
public sealed interface PiecewiseScalar extends Scalar {

  /**
   * Everything that is max(0, z) with modifications: {@code z} from the threshold on, {@code slope
   * · (z − threshold)} below, never more than {@code max}.
   */
  record Relu(double threshold, double negativeSlope, double max) implements PiecewiseScalar {
    @Override
    public double value(double z) {
      return Math.min(max, z > threshold ? z : negativeSlope * (z - threshold));
    }

    @Override
    public double slope(double z, double value) {
      if (z > threshold) {
        return z < max ? 1 : 0;
      }
      return value < max ? negativeSlope : 0;
    }

    @Override
    public void apply(float[] z, int count, float[] slopes, float[] scratch) {
      if (threshold == 0 && negativeSlope == 0 && max == Double.POSITIVE_INFINITY) {
        FloatForms.relu(z, count, slopes);
      } else {
        PiecewiseScalar.super.apply(z, count, slopes, scratch);
      }
    }
  }

  /** z from 0 on, α·z below. */
  record LeakyRelu(double alpha) implements PiecewiseScalar {
    @Override
    public double value(double z) {
      return z < 0 ? alpha * z : z;
    }

    @Override
    public double slope(double z, double value) {
      return z < 0 ? alpha : 1;
    }

    @Override
    public void apply(float[] z, int count, float[] slopes, float[] scratch) {
      FloatForms.leakyRelu(z, count, slopes, (float) alpha);
    }
  }

  /** z above θ, 0 up to it. */
  record ThresholdedRelu(double theta) implements PiecewiseScalar {
    @Override
    public double value(double z) {
      return z > theta ? z : 0;
    }

    @Override
    public double slope(double z, double value) {
      return z > theta ? 1 : 0;
    }
  }

  /** z from 0 on, α(eᶻ − 1) below. */
  record Elu(double alpha) implements PiecewiseScalar {
    @Override
    public double value(double z) {
      return z < 0 ? alpha * Math.expm1(z) : z;
    }

    @Override
    public double slope(double z, double value) {
      return z < 0 ? value + alpha : 1;
    }

    @Override
    public void apply(float[] z, int count, float[] slopes, float[] scratch) {
      FloatForms.elu(z, count, slopes, scratch, (float) alpha);
    }
  }

  /**
   * λz above 0, λα(eᶻ − 1) up to it, with the fixed point of Klambauer et al., "Self-Normalizing
   * Neural Networks", 2017.
   */
  record Selu() implements PiecewiseScalar {
    private static final double LAMBDA = 1.0507009873554805;
    private static final double ALPHA = 1.6732632423543772;

    @Override
    public double value(double z) {
      return z > 0 ? LAMBDA * z : LAMBDA * ALPHA * Math.expm1(z);
    }

    @Override
    public double slope(double z, double value) {
      return z > 0 ? LAMBDA : value + LAMBDA * ALPHA;
    }

    @Override
    public void apply(float[] z, int count, float[] slopes, float[] scratch) {
      FloatForms.selu(z, count, slopes, scratch, (float) ALPHA, (float) LAMBDA);
    }
  }

  /** The line {@code slope · z + offset} held between {@code low} and {@code high}. */
  record Clipped(double slope, double offset, double low, double high) implements PiecewiseScalar {
    @Override
    public double value(double z) {
      return Math.max(low, Math.min(high, slope * z + offset));
    }

    @Override
    public double slope(double z, double value) {
      double line = slope * z + offset;
      return line >= low && line <= high ? slope : 0;
    }
  }
}
