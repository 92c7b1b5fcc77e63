package org.liegg.metrics;

import java.util.Arrays;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;

/**
 * The fields {@code v_h(x) = Σ_a h_a A_a φ(x)} of several directions h at once. Entries of the A_a
 * at the same place are added up before any sample is seen, so that a sample costs as many
 * multiplications as there are distinct places, times directions.
 */
final class DirectionFields {
  private final int components;
  private final int features;
  private final int directions;
  private final int[] first; // place of every component; at the end, how many there are
  private final int[] feature;
  private final double[][] weights; // places × directions

  /**
   * @param basis the candidate fields, m of them
   * @param h a row a direction, {@code directions × m}
   * @throws IllegalArgumentException if the widths differ
   */
  DirectionFields(FieldBasis basis, Matrix h) {
    if (h.columns() != basis.fields()) {
      throw new IllegalArgumentException(
          "directions of %d coefficients for %d fields".formatted(h.columns(), basis.fields()));
    }
    components = basis.components();
    features = basis.features();
    directions = h.rows();
    long[] keys = keys(basis);
    long[] places = Arrays.stream(keys).sorted().distinct().toArray();
    first = new int[components + 1];
    feature = new int[places.length];
    for (int p = 0; p < places.length; p++) {
      feature[p] = (int) (places[p] % features);
      first[(int) (places[p] / features) + 1] = p + 1;
    }
    for (int i = 0; i < components; i++) {
      first[i + 1] = Math.max(first[i], first[i + 1]);
    }
    weights = new double[places.length][directions];
    for (int a = 0; a < basis.fields(); a++) {
      for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
        double[] at = weights[Arrays.binarySearch(places, keys[e])];
        for (int i = 0; i < directions; i++) {
          at[i] += basis.values()[e] * h.get(i, a);
        }
      }
    }
  }

  /** Of every entry its place, those of one component together. */
  private static long[] keys(FieldBasis basis) {
    long[] keys = new long[basis.values().length];
    for (int e = 0; e < keys.length; e++) {
      keys[e] = (long) basis.component()[e] * basis.features() + basis.feature()[e];
    }
    return keys;
  }

  int components() {
    return components;
  }

  int directions() {
    return directions;
  }

  int features() {
    return features;
  }

  /** Distinct places of entries, those of component i from {@code first(i)} to its successor's. */
  int first(int component) {
    return first[component];
  }

  /** The feature of a place. */
  int feature(int place) {
    return feature[place];
  }

  /** What the directions have at their places, {@code places × directions}; not to be written. */
  double[][] weights() {
    return weights;
  }

  /**
   * All fields at one sample.
   *
   * @param phi features of samples, {@code samples × features}
   * @param sample which of them
   * @return v_h(x), {@code components × directions}
   */
  double[][] at(double[] phi, int sample) {
    double[][] values = new double[components][directions];
    for (int i = 0; i < components; i++) {
      component(i, phi, sample, values[i]);
    }
    return values;
  }

  /**
   * One component of all fields at one sample.
   *
   * @param value is filled with the component of v_h(x), {@code length directions}
   */
  void component(int i, double[] phi, int sample, double[] value) {
    Arrays.fill(value, 0);
    int row = sample * features;
    double[] factors = new double[4];
    int p = first[i];
    for (; p + 4 <= first[i + 1]; p += 4) {
      boolean any = false;
      for (int f = 0; f < 4; f++) {
        factors[f] = phi[row + feature[p + f]];
        any |= factors[f] != 0;
      }
      if (any) {
        Vectors.addFour(value, 0, directions, factors, weights, p, 1);
      }
    }
    for (; p < first[i + 1]; p++) {
      Vectors.add(value, 0, directions, phi[row + feature[p]], weights[p]);
    }
  }
}
