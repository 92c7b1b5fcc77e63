package org.liegg.groups.image;

/**
 * Where the pixels of an image are: x to the right and y down from its center, to the centers of
 * pixels, in units of half the longer side.
 *
 * @param height rows of pixels
 * @param width pixels of a row
 * @param channels numbers of a pixel, next to each other
 */
record ImageGrid(int height, int width, int channels) {

  /** The side of a pixel. */
  double pixel() {
    return 2.0 / Math.max(height, width);
  }

  double x(int column) {
    return (column - (width - 1) / 2.0) * pixel();
  }

  double y(int row) {
    return (row - (height - 1) / 2.0) * pixel();
  }

  /** The inverse of {@link #x}, between columns too. */
  double column(double x) {
    return x / pixel() + (width - 1) / 2.0;
  }

  /** The inverse of {@link #y}, between rows too. */
  double row(double y) {
    return y / pixel() + (height - 1) / 2.0;
  }
}
