package org.liegg.benchmarks.measure;

import java.util.Random;
import java.util.function.DoubleBinaryOperator;
import org.liegg.api.Batch;

/** Functionals of smooth pictures. */
final class Pictures {
  private static final int SIDE = 16;
  private static final int PIXELS = SIDE * SIDE;
  private static final int COUNT = 600;
  private static final int BLOBS = 4;
  private static final String MOTIONS = "image(16x16)";

  private Pictures() {}

  static void addTo(CaseList list) {
    double[] wide = pixels((x, y) -> Math.exp(-1.5 * (x * x + y * y)));
    double[] narrow = pixels((x, y) -> Math.exp(-6 * (x * x + y * y)));
    double[] skew = pixels((x, y) -> x * Math.exp(-2 * (x * x + y * y)));
    list.of(
            "radial functional",
            Formula.of(PIXELS, x -> Duals.weighted(x, wide).times(0.2).sin()),
            Pictures::samples)
        .has(1, 1, MOTIONS);
    list.of(
            "two radial functionals",
            Formula.of(
                PIXELS,
                x ->
                    Duals.weighted(x, wide)
                        .times(0.2)
                        .sin()
                        .minus(Duals.weighted(x, narrow).cos())),
            Pictures::samples)
        .has(1, 1, MOTIONS);
    list.of(
            "functional that is not radial",
            Formula.of(
                PIXELS,
                x -> Duals.weighted(x, skew).sin().plus(Duals.weighted(x, wide).times(0.5))),
            Pictures::samples)
        .has(0, 0, MOTIONS);
    list.of(
            "untrained network of pictures",
            DenseNetwork.untrained(Activation.TANH, 3, 41, PIXELS, 32, 1),
            Pictures::samples)
        .has(0, 0, MOTIONS);
  }

  /** A weight for every pixel, by its place in units of half the side. */
  private static double[] pixels(DoubleBinaryOperator weight) {
    double[] weights = new double[PIXELS];
    for (int p = 0; p < PIXELS; p++) {
      weights[p] = weight.applyAsDouble(place(p % SIDE), place(p / SIDE));
    }
    return weights;
  }

  private static double place(int pixel) {
    return (pixel - (SIDE - 1) / 2.0) / (SIDE / 2.0);
  }

  private static Batch samples() {
    return Samples.rows(COUNT, 42, Pictures::blobs);
  }

  private static double[] blobs(Random random) {
    double[] picture = new double[PIXELS];
    for (int b = 0; b < BLOBS; b++) {
      double[] centre = Samples.uniform(random, -0.45, 0.45, 2);
      double width = 0.15 + 0.15 * random.nextDouble();
      double height = 0.5 + 0.5 * random.nextDouble();
      double[] blob =
          pixels(
              (x, y) ->
                  height
                      * Math.exp(
                          -(Math.pow(x - centre[0], 2) + Math.pow(y - centre[1], 2))
                              / (2 * width * width)));
      for (int p = 0; p < PIXELS; p++) {
        picture[p] += blob[p];
      }
    }
    return picture;
  }
}
