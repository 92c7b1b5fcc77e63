package org.liegg.groups;

import static org.assertj.core.api.Assertions.assertThat;

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

  /**
   * Requires that every channel moves as a picture of it alone.
   *
   * @param filter as it stands behind the size, with its comma
   */
  static void assertChannelsMoveTogether(String filter) {
    double[] one = new Blob(0.2, -0.1, 0.3).picture(6);
    double[] colors = new double[36 * 3];
    for (int at = 0; at < 36; at++) {
      colors[3 * at] = one[at];
      colors[3 * at + 2] = 2 * one[at];
    }
    double[] c = {1, 2, 3, 4};
    double[] gray =
        field(Actions.parse("image(6x6%s)".formatted(filter)), c, new Batch(1, 36, one));
    double[] all =
        field(Actions.parse("image(6x6x3%s)".formatted(filter)), c, new Batch(1, 108, colors));
    for (int at = 0; at < 36; at++) {
      assertThat(all[3 * at]).isEqualTo(gray[at]);
      assertThat(all[3 * at + 1]).isZero();
      assertThat(all[3 * at + 2]).isEqualTo(2 * gray[at]);
    }
  }
}
