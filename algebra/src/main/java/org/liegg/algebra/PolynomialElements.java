package org.liegg.algebra;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.ejml.data.DMatrixRMaj;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;
import org.liegg.api.Monomials;

/**
 * Polynomial vector fields v = Σ_i v_i(x) ∂_i. The bracket is that of the group, {@code [v, w]_i =
 * Σ_j (w_j ∂_j v_i − v_j ∂_j w_i)}: for linear fields the field of the commutator AB − BA.
 *
 * <p>Vectors have room for the brackets of the fields that were given. Elements are combinations of
 * these; what the arithmetic of a basis puts beyond their degree is its rounding, no term, and
 * brackets do without it.
 */
final class PolynomialElements implements Elements {
  private final Monomials monomials;
  private final Map<List<Integer>, Integer> index = new HashMap<>();
  private final List<double[]> vectors;

  /** Monomials up to the degree of the fields, which come first. */
  private final int terms;

  /**
   * @param rows coefficients of the fields, a row an element
   */
  PolynomialElements(FieldBasis basis, Monomials features, Matrix rows) {
    int degree = degree(features);
    // A bracket has one derivative: degrees add up, less one.
    this.monomials = Monomials.upTo(features.variables(), Math.max(degree, 2 * degree - 1));
    this.terms =
        (int)
            monomials.exponents().stream()
                .filter(powers -> Arrays.stream(powers).sum() <= degree)
                .count();
    for (int p = 0; p < monomials.count(); p++) {
      index.put(key(monomials.exponents().get(p)), p);
    }
    this.vectors = new ArrayList<>();
    for (int r = 0; r < rows.rows(); r++) {
      double[] vector = new double[size()];
      for (int a = 0; a < basis.fields(); a++) {
        for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
          int p = indexOf(features.exponents().get(basis.feature()[e]));
          vector[basis.component()[e] * monomials.count() + p] +=
              rows.get(r, a) * basis.values()[e];
        }
      }
      vectors.add(vector);
    }
  }

  /** Coefficients of a field of this many variables and degree, before any is stored. */
  static double size(Monomials features) {
    int degree = degree(features);
    int top = Math.max(degree, 2 * degree - 1);
    double count = features.variables();
    for (int k = 1; k <= top; k++) {
      count = count * (features.variables() + k) / k;
    }
    return count;
  }

  private static int degree(Monomials features) {
    return features.exponents().stream()
        .mapToInt(powers -> Arrays.stream(powers).sum())
        .max()
        .orElse(0);
  }

  @Override
  public List<double[]> vectors() {
    return vectors;
  }

  @Override
  public int size() {
    return monomials.variables() * monomials.count();
  }

  @Override
  public double[] bracket(double[] v, double[] w) {
    double[] result = new double[size()];
    derive(w, v, 1, result);
    derive(v, w, -1, result);
    return result;
  }

  /** result_i += sign Σ_j along_j ∂_j of_i. */
  private void derive(double[] along, double[] of, double sign, double[] result) {
    int count = monomials.count();
    for (int j = 0; j < monomials.variables(); j++) {
      for (int p = 0; p < terms; p++) {
        double speed = along[j * count + p];
        if (speed != 0) {
          deriveBy(j, p, sign * speed, of, result);
        }
      }
    }
  }

  private void deriveBy(int j, int p, double speed, double[] of, double[] result) {
    int count = monomials.count();
    int[] left = monomials.exponents().get(p);
    for (int at = 0; at < of.length; at++) {
      int[] right = monomials.exponents().get(at % count);
      if (at % count < terms && of[at] != 0 && right[j] > 0) {
        int[] product = new int[left.length];
        Arrays.setAll(product, i -> left[i] + right[i]);
        product[j]--;
        result[at / count * count + indexOf(product)] += speed * of[at] * right[j];
      }
    }
  }

  private int indexOf(int[] powers) {
    return Objects.requireNonNull(
        index.get(key(powers)), "a monomial of the fields or of a bracket");
  }

  private static List<Integer> key(int[] powers) {
    return Arrays.stream(powers).boxed().toList();
  }

  /** The powers of the monomial that an entry of a vector belongs to. */
  int[] powers(int at) {
    return monomials.exponents().get(at % monomials.count());
  }

  /** The component that an entry of a vector belongs to. */
  int component(int at) {
    return at / monomials.count();
  }

  /** The homogeneous matrix of a field whose terms of degree 2 and more are small. */
  DMatrixRMaj affine(double[] vector) {
    int d = monomials.variables();
    DMatrixRMaj matrix = new DMatrixRMaj(d + 1, d + 1);
    for (int i = 0; i < d; i++) {
      // By degree, then lexicographically: 1, x1, …, xd come first.
      for (int j = 0; j <= d && j < monomials.count(); j++) {
        matrix.set(i, j == 0 ? d : j - 1, vector[i * monomials.count() + j]);
      }
    }
    return matrix;
  }

  /** The norm of a field's terms of degree 2 and more. */
  double beyondAffine(double[] vector) {
    double sum = 0;
    for (int at = 0; at < vector.length; at++) {
      if (at % monomials.count() > monomials.variables()) {
        sum += vector[at] * vector[at];
      }
    }
    return Math.sqrt(sum);
  }

  @Override
  public DMatrixRMaj matrix(double[] x) {
    throw new IllegalStateException("polynomial fields have no matrices");
  }

  @Override
  public boolean hasMatrices() {
    return false;
  }
}
