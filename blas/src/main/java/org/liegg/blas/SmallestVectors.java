package org.liegg.blas;

/**
 * Which eigenvectors are wanted: those of the smallest values, all that are at or below a bound and
 * some more.
 *
 * @param least so many at least
 * @param beyond so many more than there are values at or below the bound
 * @param bound on values
 */
public record SmallestVectors(int least, int beyond, double bound) {

  /** Every vector. */
  public static final SmallestVectors ALL = new SmallestVectors(Integer.MAX_VALUE, 0, 0);

  /** Whether these are all of so many, whatever the values are. */
  public boolean all(int order) {
    return least >= order;
  }

  /** How many, once the values are known. */
  int of(double[] values) {
    int held = 0;
    for (double value : values) {
      held += value <= bound ? 1 : 0;
    }
    return (int) Math.min(values.length, Math.max(least, (long) held + beyond));
  }

  /** The same of values that are 2^exponent times as large. */
  public SmallestVectors times(int exponent) {
    return new SmallestVectors(least, beyond, Math.scalb(bound, exponent));
  }
}
