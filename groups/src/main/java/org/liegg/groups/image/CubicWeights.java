package org.liegg.groups.image;

/**
 * The value of a line of pixels between their centers, as weights of neighbouring pixels: cubic
 * convolution (R. Keys, "Cubic convolution interpolation for digital image processing", 1981),
 * whose slope at a pixel is the central difference there. Beyond the last pixel stands the
 * continuation of the parabola through the last three, so that the slope at the edge is the
 * one-sided difference of second order. Lines are cut off half a pixel beyond their last centers;
 * what is asked for farther out is the value there.
 *
 * @param first of the pixels
 * @param weights of it and those behind it
 */
public record CubicWeights(int first, double[] weights) {
  private static final int NODES = 4;

  /**
   * Weights.
   *
   * @param place in pixels, 0 at the center of the first
   * @param count pixels of the line, at least 3
   */
  public static CubicWeights at(double place, int count) {
    double inside = Math.max(-0.5, Math.min(count - 0.5, place));
    int left = Math.max(0, Math.min(count - 2, (int) Math.floor(inside)));
    double u = inside - left;
    int taps = Math.min(NODES, count);
    int first = Math.max(0, Math.min(count - taps, left - 1));
    double[] weights = new double[taps];
    double[] nodes = {
      u * (-0.5 + u * (1 - 0.5 * u)),
      1 + u * u * (-2.5 + 1.5 * u),
      u * (0.5 + u * (2 - 1.5 * u)),
      u * u * (-0.5 + 0.5 * u)
    };
    for (int k = 0; k < NODES; k++) {
      int node = left - 1 + k;
      if (node < 0 || node == count) {
        // 3 f(0) − 3 f(1) + f(2), from the edge inwards.
        int edge = node < 0 ? 0 : count - 1;
        int inwards = node < 0 ? 1 : -1;
        weights[edge - first] += 3 * nodes[k];
        weights[edge + inwards - first] -= 3 * nodes[k];
        weights[edge + 2 * inwards - first] += nodes[k];
      } else {
        weights[node - first] += nodes[k];
      }
    }
    return new CubicWeights(first, weights);
  }
}
