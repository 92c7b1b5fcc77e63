package org.liegg.groups.orbit;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.liegg.api.ActionException;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.orbit.AffineMap;

/**
 * Reads an affine map off what it does to some points: to one in general position, if every
 * component is taken from one place, and to all unit vectors if not.
 *
 * @param map row by row
 * @param size n
 * @param name how messages call it
 */
public record ReadMap(UnaryOperator<Batch> map, int size, String name) {
  /** Numbers of a matrix of more than these would not fit beside others of their kind. */
  private static final int LARGEST = 2048;

  /** Two numbers that are equal but for rounding, as a share of the largest. */
  private static final double ROUNDING = 1e-12;

  /** Maps that are computed in single precision are affine to this share of the largest. */
  private static final double AFFINE = 1e-5;

  /**
   * The map.
   *
   * @throws ActionException {@code LIEGG-EXPORT-ELEMENT} if it is not affine, or too large
   */
  public AffineMap read() {
    SplittableRandom random = new SplittableRandom(7);
    Batch points = new Batch(3, size, random.doubles(3L * size).map(v -> 0.5 + v).toArray());
    Arrays.fill(points.values(), 0, size, 0);
    Batch images = map.apply(points);
    double[] shift = images.slice(0, 1).values().clone();
    AffineMap read =
        gather(points.slice(1, 2), images.slice(1, 2), shift)
            .filter(found -> agrees(found, points, images, ROUNDING))
            .orElseGet(() -> dense(shift));
    if (!agrees(read, points, images, AFFINE)) {
      throw refused(
          "it is no affine map of the inputs", "take a group of matrices and translations");
    }
    return read;
  }

  private Optional<AffineMap> gather(Batch point, Batch image, double[] shift) {
    Map<Long, Integer> places = new HashMap<>();
    for (int i = 0; i < size; i++) {
      places.put(key(point.values()[i]), i);
    }
    int[] sources = new int[size];
    double[] factors = new double[size];
    for (int i = 0; i < size; i++) {
      double value = image.values()[i] - shift[i];
      if (Math.abs(value) > ROUNDING) {
        Integer source = places.get(key(Math.abs(value)));
        if (source == null) {
          return Optional.empty();
        }
        sources[i] = source;
        factors[i] = Math.signum(value);
      }
    }
    return Optional.of(new AffineMap.Gather(sources, factors, shift));
  }

  private static long key(double value) {
    return Math.round(value * 1e10);
  }

  private AffineMap dense(double[] shift) {
    if (size > LARGEST) {
      throw refused(
          "it mixes %d inputs, more than the %d that are written down".formatted(size, LARGEST),
          "take a group that permutes inputs, such as quarter turns and mirrors of images");
    }
    double[] unit = new double[size * size];
    for (int i = 0; i < size; i++) {
      unit[i * size + i] = 1;
    }
    double[] images = map.apply(new Batch(size, size, unit)).values();
    double[] linear = new double[size * size];
    for (int j = 0; j < size; j++) {
      for (int i = 0; i < size; i++) {
        linear[i * size + j] = images[j * size + i] - shift[i];
      }
    }
    return new AffineMap.Dense(new Matrix(size, size, linear), shift);
  }

  private static boolean agrees(AffineMap map, Batch points, Batch images, double tolerance) {
    double[] found = map.apply(points).values();
    double largest = 1;
    double off = 0;
    for (int at = 0; at < found.length; at++) {
      largest = Math.max(largest, Math.abs(images.values()[at]));
      off = Math.max(off, Math.abs(found[at] - images.values()[at]));
    }
    return off <= tolerance * largest;
  }

  private ActionException refused(String found, String remedy) {
    return new ActionException("LIEGG-EXPORT-ELEMENT", "element " + name, found, remedy);
  }
}
