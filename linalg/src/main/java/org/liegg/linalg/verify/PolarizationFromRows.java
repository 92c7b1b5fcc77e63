package org.liegg.linalg.verify;

import org.liegg.api.Rows;
import org.liegg.blas.Vectors;

/** E with all its entries. */
record PolarizationFromRows(Rows e) implements PolarizationOperator {

  @Override
  public long rows() {
    return e.rows();
  }

  @Override
  public int columns() {
    return e.columns();
  }

  @Override
  public double[] apply(double[] v) {
    double[] image = new double[e.rows()];
    for (int i = 0; i < image.length; i++) {
      image[i] = Vectors.dot(e.values(), i * v.length, v, 0, v.length);
    }
    return image;
  }

  @Override
  public double[] applyTransposed(double[] u) {
    double[] image = new double[e.columns()];
    for (int i = 0; i < u.length; i++) {
      for (int k = 0; k < image.length; k++) {
        image[k] += u[i] * e.values()[i * image.length + k];
      }
    }
    return image;
  }
}
