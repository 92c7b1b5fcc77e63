package org.liegg.metrics;

import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
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
  private final int[] component;
  private final int[] feature;
  private final double[] weights; // places × directions

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
    int entries = basis.values().length;
    int[] place = new int[entries];
    Map<Long, Integer> places = new HashMap<>();
    for (int e = 0; e < entries; e++) {
      long key = (long) basis.component()[e] * features + basis.feature()[e];
      place[e] = places.computeIfAbsent(key, unseen -> places.size());
    }
    component = new int[places.size()];
    feature = new int[places.size()];
    weights = new double[places.size() * directions];
    for (int a = 0; a < basis.fields(); a++) {
      for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
        component[place[e]] = basis.component()[e];
        feature[place[e]] = basis.feature()[e];
        for (int i = 0; i < directions; i++) {
          weights[place[e] * directions + i] += basis.values()[e] * h.get(i, a);
        }
      }
    }
  }

  int components() {
    return components;
  }

  int directions() {
    return directions;
  }

  /**
   * All fields at one sample.
   *
   * @param phi features of samples, {@code samples × features}
   * @param sample which of them
   * @param values is filled with v_h(x), {@code components × directions}, from {@code at} on
   */
  void at(double[] phi, int sample, double[] values, int at) {
    Arrays.fill(values, at, at + components * directions, 0);
    for (int p = 0; p < component.length; p++) {
      double factor = phi[sample * features + feature[p]];
      if (factor != 0) {
        int to = at + component[p] * directions;
        int from = p * directions;
        for (int i = 0; i < directions; i++) {
          values[to + i] += factor * weights[from + i];
        }
      }
    }
  }
}
