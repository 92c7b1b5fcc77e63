package org.liegg.linalg.dense;

import org.liegg.blas.Vectors;

/** Orthonormal bases of a few long vectors, by the modified Gram–Schmidt process, done twice. */
public final class GramSchmidt {

  private GramSchmidt() {}

  /**
   * Orthonormalises rows in place, each against all before it.
   *
   * @param vectors linearly independent rows
   */
  public static void orthonormalise(double[] vectors, int length) {
    for (int from = 0; from < vectors.length; from += length) {
      normalise(vectors, from, length);
      for (int pass = 0; pass < 2; pass++) {
        for (int other = 0; other < from; other += length) {
          double inner = Vectors.dot(vectors, from, vectors, other, length);
          for (int i = 0; i < length; i++) {
            vectors[from + i] -= inner * vectors[other + i];
          }
        }
        normalise(vectors, from, length);
      }
    }
  }

  /** Brings a vector to length 1, whatever the size of its entries; leaves zero as it is. */
  public static void normalise(double[] vectors, int from, int length) {
    double largest = 0;
    for (int i = from; i < from + length; i++) {
      largest = Math.max(largest, Math.abs(vectors[i]));
    }
    if (largest == 0) {
      return;
    }
    for (int i = from; i < from + length; i++) {
      vectors[i] /= largest;
    }
    double norm = Math.sqrt(Vectors.dot(vectors, from, vectors, from, length));
    for (int i = from; i < from + length; i++) {
      vectors[i] /= norm;
    }
  }
}
