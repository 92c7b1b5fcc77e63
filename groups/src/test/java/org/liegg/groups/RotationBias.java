package org.liegg.groups;

import java.util.Arrays;
import java.util.SplittableRandom;
import org.ejml.simple.SimpleMatrix;
import org.ejml.simple.SimpleSVD;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.spi.GroupAction;

/** How far the learned rotation of exactly invariant functionals of smooth pictures is from one. */
final class RotationBias {
  private static final long SEED = 20221104;

  private RotationBias() {}

  /** Distance of the smallest right singular vector of E to the unit skew matrix. */
  static double of(int size, GroupAction action) {
    return distance(size, action, 0, 0, 0, 1, -1, 0);
  }

  /** The same of functionals invariant to rotation about another point, of an affine action. */
  static double about(double cx, double cy, int size, GroupAction action) {
    // A(p − c) = Ap + b with A = [[0, 1], [−1, 0]], so b = −Ac.
    return distance(size, action, cx, cy, 0, 1, -cy, -1, 0, cx);
  }

  private static double distance(
      int size, GroupAction action, double cx, double cy, double... rotation) {
    SplittableRandom random = new SplittableRandom(SEED);
    int images = 60;
    int outputs = 6;
    int pixels = size * size;
    double[] pictures = new double[images * pixels];
    double[] gradients = new double[images * outputs * pixels];
    for (int n = 0; n < images; n++) {
      double[] picture = new double[pixels];
      for (int k = 0; k < 4; k++) {
        Pictures.Blob blob =
            new Pictures.Blob(
                cx + 0.5 * random.nextDouble() - 0.25,
                cy + 0.5 * random.nextDouble() - 0.25,
                0.08 + 0.04 * random.nextDouble());
        double[] one = blob.picture(size);
        Arrays.setAll(picture, i -> picture[i] + one[i]);
      }
      System.arraycopy(picture, 0, pictures, n * pixels, pixels);
      for (int o = 0; o < outputs; o++) {
        for (int at = 0; at < pixels; at++) {
          // F_o(I) = Σ_p ρ_o(|p − c|) I(p)², whose gradient is 2 ρ_o I.
          double x = Pictures.coordinate(at % size, size);
          double y = Pictures.coordinate(Math.floorDiv(at, size), size);
          double r = Math.hypot(x - cx, y - cy);
          gradients[(n * outputs + o) * pixels + at] =
              2 * Math.cos(o * r) * picture[at] * 4 / pixels;
        }
      }
    }
    var rows =
        action
            .polarize(
                new Batch(images, pixels, pictures),
                new Jacobians(images, outputs, pixels, gradients, new double[images * outputs]))
            .rows();
    SimpleSVD<SimpleMatrix> svd =
        new SimpleMatrix(rows.rows(), rows.columns(), true, rows.values()).svd(true);
    SimpleMatrix smallest = svd.getV().getColumn(rotation.length - 1);
    SimpleMatrix known = new SimpleMatrix(rotation.length, 1, true, rotation);
    SimpleMatrix unit = known.divide(known.normF());
    return Math.min(smallest.minus(unit).normF(), smallest.plus(unit).normF());
  }
}
