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
  private final double[][] weights; // places × directions

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
    weights = Arrays.copyOf(fields.weights(), places);
    double[][] there = fields.at(origin, 0);
    for (int i = 0; i < inputs; i++) {
      for (int p = fields.first(i); p < fields.first(i + 1); p++) {
        component[p] = i;
        feature[p] = fields.feature(p);
      }
    }
    for (int p = own; p < places; p++) {
      component[p] = p - own;
      feature[p] = features - 1;
      weights[p] = there[p - own];
      for (int h = 0; h < directions; h++) {
        weights[p][h] -= baseline.centre(h, p - own);
      }
    }
  }

  /**
   * The form.
   *
   * @param sum T, a row a pair of inputs, a column a pair of features, of each pair the one in
   *     order
   */
  UpperForm of(double[][] sum, UpperLayout layout) {
    UpperForm form = UpperForm.zero(layout);
    double[][] images = new double[component.length][directions];
    for (int p = 0; p < component.length; p++) {
      image(sum, p, images[p]);
    }
    form.addProduct(weights, images);
    return form;
  }

  /** {@code Σ_q T(p, q) w(q)}. */
  private void image(double[][] sum, int p, double[] image) {
    double[] factors = new double[4];
    int q = 0;
    for (; q + 4 <= component.length; q += 4) {
      for (int f = 0; f < 4; f++) {
        factors[f] = at(sum, p, q + f);
      }
      Vectors.addFour(image, 0, directions, factors, weights, q, 1);
    }
    for (; q < component.length; q++) {
      Vectors.add(image, 0, directions, at(sum, p, q), weights[q]);
    }
  }

  private double at(double[][] sum, int p, int q) {
    double[] ofInputs = sum[place(component[p], component[q], inputs)];
    return ofInputs[place(feature[p], feature[q], features)];
  }

  private static int place(int i, int j, int width) {
    int first = Math.min(i, j);
    return first * width - first * (first - 1) / 2 + Math.max(i, j) - first;
  }
}
