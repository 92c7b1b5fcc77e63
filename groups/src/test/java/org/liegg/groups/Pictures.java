package org.liegg.groups;

import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;

/** Smooth pictures, and what a generator does to them. */
final class Pictures {

  private Pictures() {}

  /** Σ c_a v_a at an image. */
  static double[] field(GroupAction action, double[] c, Batch image) {
    var fields = action.fields();
    double[] v = new double[fields.components()];
    for (int a = 0; a < c.length; a++) {
      for (int e = fields.offsets()[a]; e < fields.offsets()[a + 1]; e++) {
        v[fields.component()[e]] += c[a] * fields.values()[e] * image.values()[fields.feature()[e]];
      }
    }
    return v;
  }

  /** The center of a pixel, in half sides from the center. */
  static double coordinate(int pixel, int size) {
    return (pixel - (size - 1) / 2.0) * 2 / size;
  }

  /** A round bump at (x, y). */
  record Blob(double x, double y, double width) {
    double at(double px, double py) {
      double square = (px - x) * (px - x) + (py - y) * (py - y);
      return Math.exp(-square / (2 * width * width));
    }

    double[] picture(int size) {
      double[] picture = new double[size * size];
      for (int at = 0; at < picture.length; at++) {
        picture[at] = at(coordinate(at % size, size), coordinate(Math.floorDiv(at, size), size));
      }
      return picture;
    }
  }
}
