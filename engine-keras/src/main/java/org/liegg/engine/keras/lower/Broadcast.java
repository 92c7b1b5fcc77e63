package org.liegg.engine.keras.lower;

import java.util.Arrays;
import org.liegg.engine.keras.program.Values;
import org.liegg.engine.keras.read.Weight;

/** Weights repeated along axes of length 1. */
final class Broadcast {
  private Broadcast() {}

  /** The values of a weight for every place of a shape of as many axes. */
  static double[] to(Weight weight, int... shape) {
    return to(weight.doubles(), weight.shape(), shape);
  }

  /**
   * Values for every place of a shape.
   *
   * @param own the shape of the values, of as many axes
   * @throws IllegalArgumentException if a length is neither 1 nor that of the shape
   */
  static double[] to(double[] values, int[] own, int... shape) {
    int[] places = new int[values.length];
    Arrays.setAll(places, i -> i);
    int[] repeated = new Values(own, places).broadcast(shape).slots();
    return Arrays.stream(repeated).mapToDouble(place -> values[place]).toArray();
  }

  /** The shape that has lengths along one axis alone, and 1 elsewhere. */
  static int[] along(int axis, int length, int rank) {
    int[] shape = new int[rank];
    Arrays.fill(shape, 1);
    shape[axis] = length;
    return shape;
  }
}
