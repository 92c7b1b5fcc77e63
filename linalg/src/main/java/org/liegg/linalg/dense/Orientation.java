package org.liegg.linalg.dense;

/**
 * The sign of a singular vector is arbitrary; ours makes the entry of largest magnitude positive.
 */
public final class Orientation {

  private Orientation() {}

  /** Flips rows in place, where need be. */
  public static void apply(double[] vectors, int columns) {
    for (int from = 0; from < vectors.length; from += columns) {
      int largest = from;
      for (int i = from + 1; i < from + columns; i++) {
        if (Math.abs(vectors[i]) > Math.abs(vectors[largest])) {
          largest = i;
        }
      }
      if (vectors[largest] < 0) {
        for (int i = from; i < from + columns; i++) {
          vectors[i] = 0 - vectors[i];
        }
      }
    }
  }
}
