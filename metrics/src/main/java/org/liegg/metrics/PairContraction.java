package org.liegg.metrics;

import java.util.Arrays;

/**
 * The form on directions that a sum of {@code C ⊗ Φ} makes: with w_h the weights of direction h at
 * the places (component i, feature p) that its field has, {@code Σ w_h(i,p) w_g(j,q) T(ij, pq)}.
 */
final class PairContraction {
  private final int directions;
  private final int inputs;
  private final int features;
  private final int[] component; // of every place
  private final int[] feature;
  private final double[] weights; // places × directions

  /**
   * @param baseline whose centres are subtracted, where there are any
   * @param origin that features are taken from; the last feature, which is 1, has as weights what
   *     the fields are there, less their centres
   */
  PairContraction(DirectionFields fields, MeasuredBaseline baseline, double[] origin) {
    directions = fields.directions();
    inputs = fields.components();
    features = origin.length + 1;
    int own = fields.first(inputs);
    int places = own + inputs;
    component = new int[places];
    feature = new int[places];
    weights = Arrays.copyOf(fields.weights(), places * directions);
    double[] there = new double[inputs * directions];
    for (int i = 0; i < inputs; i++) {
      for (int p = fields.first(i); p < fields.first(i + 1); p++) {
        component[p] = i;
        feature[p] = fields.feature(p);
      }
    }
    fields.at(origin, 0, there);
    for (int p = own; p < places; p++) {
      component[p] = p - own;
      feature[p] = features - 1;
      for (int h = 0; h < directions; h++) {
        int at = p * directions + h;
        weights[at] = there[at - own * directions] - baseline.centre(h, p - own);
      }
    }
  }

  /**
   * The form.
   *
   * @param sum T, pairs of inputs × pairs of features, of each pair the one in order
   */
  UpperForm of(double[] sum, UpperLayout layout) {
    UpperForm form = UpperForm.zero(layout);
    double[] image = new double[directions];
    for (int p = 0; p < component.length; p++) {
      Arrays.fill(image, 0);
      for (int q = 0; q < component.length; q++) {
        double factor = sum[place(p, q)];
        for (int h = 0; factor != 0 && h < directions; h++) {
          image[h] += factor * weights[q * directions + h];
        }
      }
      form.addProduct(weights, p * directions, image);
    }
    return form;
  }

  private int place(int p, int q) {
    int ofInputs = place(component[p], component[q], inputs);
    return ofInputs * (features * (features + 1) / 2) + place(feature[p], feature[q], features);
  }

  private static int place(int i, int j, int width) {
    int first = Math.min(i, j);
    return first * width - first * (first - 1) / 2 + Math.max(i, j) - first;
  }
}
