package org.liegg.linalg.defect;

import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.Symmetric;

/**
 * {@code M_ab = tr(A_aᵀ C A_b Φ) = Σ A_a[i,p] C[i,j] A_b[j,q] Φ[q,p]}, by whichever of two orders
 * of summation costs less: over pairs of entries, or over fields with one dense product {@code C
 * A_b Φ} each.
 */
final class BaselineMetric {

  /** A pair of entries looks up two scattered numbers, which costs like this many operations. */
  private static final double PAIR = 8;

  private BaselineMetric() {}

  static Symmetric assemble(FieldBasis basis, Symmetric c, Symmetric phi, Kernels kernels) {
    int m = basis.fields();
    double[] upper = new double[m * m];
    double entries = basis.values().length;
    double pairs = PAIR * entries * entries / 2;
    double product = 2.0 * basis.components() * basis.features() * basis.features();
    double products = m * product + entries * basis.components();
    if (pairs <= products) {
      byPairs(basis, c, phi, upper);
    } else {
      byFields(basis, c, phi, kernels.forWork(products), upper);
    }
    return Symmetric.ofUpper(upper, m, c.exponent() + phi.exponent());
  }

  private static void byPairs(FieldBasis basis, Symmetric c, Symmetric phi, double[] upper) {
    int m = basis.fields();
    int[] offsets = basis.offsets();
    int[] component = basis.component();
    int[] feature = basis.feature();
    double[] values = basis.values();
    for (int a = 0; a < m; a++) {
      for (int e = offsets[a]; e < offsets[a + 1]; e++) {
        int cAt = component[e] * c.order();
        int phiAt = feature[e] * phi.order();
        for (int b = a; b < m; b++) {
          double sum = 0;
          for (int f = offsets[b]; f < offsets[b + 1]; f++) {
            sum += values[f] * c.values()[cAt + component[f]] * phi.values()[phiAt + feature[f]];
          }
          upper[a * m + b] += values[e] * sum;
        }
      }
    }
  }

  private static void byFields(
      FieldBasis basis, Symmetric c, Symmetric phi, DenseKernel kernel, double[] upper) {
    int m = basis.fields();
    int d = basis.components();
    int p = basis.features();
    Matrix features = new Matrix(p, p, phi.values());
    for (int b = 0; b < m; b++) {
      double[] image = new double[p * d]; // (C A_b)ᵀ
      for (int e = basis.offsets()[b]; e < basis.offsets()[b + 1]; e++) {
        int from = basis.component()[e] * d;
        int to = basis.feature()[e] * d;
        for (int i = 0; i < d; i++) {
          image[to + i] += basis.values()[e] * c.values()[from + i];
        }
      }
      double[] product = kernel.multiply(features, new Matrix(p, d, image)).values();
      for (int a = 0; a <= b; a++) {
        double sum = 0;
        for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
          sum += basis.values()[e] * product[basis.feature()[e] * d + basis.component()[e]];
        }
        upper[a * m + b] = sum;
      }
    }
  }
}
