package org.liegg.groups.basic;

import java.util.ArrayList;
import java.util.List;

/** How many of some vectors do not depend on the ones before them. */
public final class Independence {
  private static final double RELATIVE = 1e-10;

  private Independence() {}

  /** Gram–Schmidt, twice for accuracy; vectors that are not finite count as dependent. */
  public static int rank(List<double[]> vectors) {
    List<double[]> orthonormal = new ArrayList<>();
    for (double[] vector : vectors) {
      double[] rest = vector.clone();
      double norm = norm(rest);
      for (int pass = 0; pass < 2; pass++) {
        for (double[] before : orthonormal) {
          double share = dot(rest, before);
          for (int i = 0; i < rest.length; i++) {
            rest[i] -= share * before[i];
          }
        }
      }
      double left = norm(rest);
      if (left > RELATIVE * norm && left < Double.POSITIVE_INFINITY) {
        for (int i = 0; i < rest.length; i++) {
          rest[i] /= left;
        }
        orthonormal.add(rest);
      }
    }
    return orthonormal.size();
  }

  private static double norm(double[] vector) {
    return Math.sqrt(dot(vector, vector));
  }

  private static double dot(double[] left, double[] right) {
    double sum = 0;
    for (int i = 0; i < left.length; i++) {
      sum += left[i] * right[i];
    }
    return sum;
  }
}
