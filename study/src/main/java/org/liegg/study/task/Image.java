package org.liegg.study.task;

/**
 * A grey image, row by row; what lies outside is black.
 *
 * @param height rows
 * @param width pixels of a row
 * @param values {@code height × width}
 */
public record Image(int height, int width, double[] values) {
  /** A Gaussian is cut off at so many standard deviations. */
  private static final double REACH = 4;

  /**
   * The image moved by g, {@code (gI)(p) = I(g⁻¹p)}, p = (x, y) from the center, x to the right and
   * y down. Between pixels: cubic convolution (Keys, IEEE Transactions on Acoustics, Speech and
   * Signal Processing 29, 1981).
   *
   * @param inverse g⁻¹, row by row
   */
  public Image moved(double[] inverse) {
    double cx = (width - 1) / 2.0;
    double cy = (height - 1) / 2.0;
    double[] out = new double[values.length];
    for (int row = 0; row < height; row++) {
      for (int column = 0; column < width; column++) {
        double x = column - cx;
        double y = row - cy;
        out[row * width + column] =
            at(inverse[0] * x + inverse[1] * y + cx, inverse[2] * x + inverse[3] * y + cy);
      }
    }
    return new Image(height, width, out);
  }

  /** Turned by an angle in radians, from x towards y. */
  Image turned(double angle) {
    double c = Math.cos(angle);
    double s = Math.sin(angle);
    return moved(new double[] {c, s, -s, c});
  }

  /** The value between pixels, x columns to the right and y rows down from the first pixel. */
  private double at(double x, double y) {
    int column = (int) Math.floor(x);
    int row = (int) Math.floor(y);
    if (column < -2 || row < -2 || column > width || row > height) {
      return 0;
    }
    double sum = 0;
    for (int i = row - 1; i <= row + 2; i++) {
      if (i < 0 || i >= height) {
        continue;
      }
      double line = 0;
      for (int j = column - 1; j <= column + 2; j++) {
        if (j >= 0 && j < width) {
          line += cubic(x - j) * values[i * width + j];
        }
      }
      sum += cubic(y - i) * line;
    }
    return sum;
  }

  private static double cubic(double t) {
    double s = Math.abs(t);
    if (s <= 1) {
      return (1.5 * s - 2.5) * s * s + 1;
    }
    return s < 2 ? ((-0.5 * s + 2.5) * s - 4) * s + 2 : 0;
  }

  /** Convolved with a Gaussian of this standard deviation, in pixels. */
  Image blurred(double sigma) {
    int reach = (int) Math.ceil(REACH * sigma);
    double[] kernel = new double[2 * reach + 1];
    double total = 0;
    for (int k = -reach; k <= reach; k++) {
      kernel[k + reach] = Math.exp(-0.5 * k * k / (sigma * sigma));
      total += kernel[k + reach];
    }
    for (int k = 0; k < kernel.length; k++) {
      kernel[k] /= total;
    }
    double[] across = new double[values.length];
    double[] out = new double[values.length];
    for (int row = 0; row < height; row++) {
      convolve(values, across, row * width, 1, width, kernel, reach);
    }
    for (int column = 0; column < width; column++) {
      convolve(across, out, column, width, height, kernel, reach);
    }
    return new Image(height, width, out);
  }

  private static void convolve(
      double[] in, double[] out, int start, int step, int length, double[] kernel, int reach) {
    for (int i = 0; i < length; i++) {
      double sum = 0;
      for (int j = Math.max(0, i - reach); j <= Math.min(length - 1, i + reach); j++) {
        sum += kernel[j - i + reach] * in[start + j * step];
      }
      out[start + i * step] = sum;
    }
  }
}
