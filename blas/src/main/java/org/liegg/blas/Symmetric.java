package org.liegg.blas;

/**
 * A symmetric matrix whose entries are free of overflow: {@code values · 2^exponent}, the largest
 * |value| in [1, 4), or all zero.
 *
 * @param order n
 * @param values {@code n × n}, both triangles
 * @param exponent even, so that a square root is a scaling by a power of two as well
 */
public record Symmetric(int order, double[] values, int exponent) {

  /**
   * From an upper triangle, which is mirrored and normalised in place.
   *
   * @param exponent even
   */
  public static Symmetric ofUpper(double[] upper, int order, int exponent) {
    mirror(upper, order);
    int shift = Scale.exponent(Scale.largest(upper, upper.length));
    int even = shift - Math.floorMod(shift, 2);
    Scale.by(upper, upper.length, -even);
    return new Symmetric(order, upper, exponent + even);
  }

  /** Copies the upper triangle to the lower one. */
  public static void mirror(double[] values, int order) {
    for (int i = 0; i < order; i++) {
      for (int j = i + 1; j < order; j++) {
        values[j * order + i] = values[i * order + j];
      }
    }
  }

  /** The sum of both. */
  public Symmetric plus(Symmetric other) {
    int common = Math.max(exponent, other.exponent);
    double[] sum = values.clone();
    double[] theirs = other.values.clone();
    Scale.by(sum, sum.length, exponent - common);
    Scale.by(theirs, theirs.length, other.exponent - common);
    for (int i = 0; i < sum.length; i++) {
      sum[i] += theirs[i];
    }
    return ofUpper(sum, order, common);
  }

  public double get(int row, int column) {
    return values[row * order + column];
  }
}
