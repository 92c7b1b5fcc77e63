package org.liegg.linalg.defect;

import java.util.Arrays;
import org.liegg.api.FieldBasis;
import org.liegg.blas.Kernels;
import org.liegg.blas.Scale;
import org.liegg.blas.Symmetric;

/**
 * Quadratic forms {@code tr(A_aᵀ L A_b R)} over the fields of a basis, one side at least given by
 * its diagonal: what {@link BaselineMetric} is for two dense sides. All are symmetric, {@code m ×
 * m}.
 */
final class FieldForms {
  private final FieldBasis basis;

  FieldForms(FieldBasis basis) {
    this.basis = basis;
  }

  /** L diagonal, R dense {@code p × p}. */
  double[] diagonalByDense(double[] diagonal, double[] right) {
    int p = basis.features();
    return form(
        (image, component, feature, value) -> {
          double factor = value * diagonal[component];
          for (int q = 0; factor != 0 && q < p; q++) {
            image[component * p + q] += factor * right[feature * p + q];
          }
        });
  }

  /** L dense {@code d × d}, R diagonal. */
  double[] denseByDiagonal(double[] left, double[] diagonal) {
    int p = basis.features();
    int d = basis.components();
    return form(
        (image, component, feature, value) -> {
          double factor = value * diagonal[feature];
          for (int i = 0; factor != 0 && i < d; i++) {
            image[i * p + feature] += factor * left[component * d + i];
          }
        });
  }

  /** Both sides diagonal. */
  double[] diagonalByDiagonal(double[] left, double[] right) {
    int p = basis.features();
    return form(
        (image, component, feature, value) ->
            image[component * p + feature] += value * left[component] * right[feature]);
  }

  /** All of a form, from the images {@code L A_b R} of the fields, entry by entry of their A. */
  private double[] form(EntryImage entries) {
    double[] image = new double[basis.components() * basis.features()];
    double[] form = new double[basis.fields() * basis.fields()];
    for (int b = 0; b < basis.fields(); b++) {
      Arrays.fill(image, 0);
      for (int e = basis.offsets()[b]; e < basis.offsets()[b + 1]; e++) {
        entries.add(image, basis.component()[e], basis.feature()[e], basis.values()[e]);
      }
      againstFirst(image, b, form);
    }
    Symmetric.mirror(form, basis.fields());
    return form;
  }

  /** Adds what one entry of a field's matrix contributes to the image, {@code d × p}. */
  private interface EntryImage {
    void add(double[] image, int component, int feature, double value);
  }

  /** Both sides dense. */
  double[] dense(double[] left, double[] right, Kernels kernels) {
    int d = basis.components();
    int p = basis.features();
    Symmetric whole =
        BaselineMetric.assemble(
            basis, new Symmetric(d, left, 0), new Symmetric(p, right, 0), kernels);
    double[] form = whole.values();
    Scale.by(form, form.length, whole.exponent());
    return form;
  }

  /** {@code tr(A_aᵀ image)} for the fields up to b. */
  private void againstFirst(double[] image, int b, double[] form) {
    int p = basis.features();
    for (int a = 0; a <= b; a++) {
      double sum = 0;
      for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
        sum += basis.values()[e] * image[basis.component()[e] * p + basis.feature()[e]];
      }
      form[a * basis.fields() + b] = sum;
    }
  }
}
