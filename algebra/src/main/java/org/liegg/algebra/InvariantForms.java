package org.liegg.algebra;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.algebra.InvariantForm.Kind;
import org.liegg.api.Matrix;
import org.liegg.metrics.ReadableBasis;

/**
 * All B with {@code AᵀB + BA = 0} for every generator A: the nullspace of a quadratic form on
 * symmetric and on antisymmetric matrices apart. Every invariant form is a sum of one of each.
 */
final class InvariantForms {
  /** Forms on more coordinates are not looked for: a dense eigenproblem of order n²/2. */
  private static final int MAX_COORDINATES = 32;

  private InvariantForms() {}

  /**
   * A readable basis of the forms, symmetric ones first.
   *
   * @param tolerance of the matrices' entries, in units of a generator's norm
   */
  static List<InvariantForm> of(Representation representation, double tolerance) {
    List<InvariantForm> forms = new ArrayList<>();
    if (representation.order() <= MAX_COORDINATES && representation.dimension() > 0) {
      forms.addAll(of(representation, Kind.SYMMETRIC, tolerance));
      forms.addAll(of(representation, Kind.ANTISYMMETRIC, tolerance));
    }
    return forms;
  }

  static List<InvariantForm> of(Representation representation, Kind kind, double tolerance) {
    int n = representation.order();
    int sign = kind == Kind.SYMMETRIC ? 1 : -1;
    List<int[]> basis = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = kind == Kind.SYMMETRIC ? i : i + 1; j < n; j++) {
        basis.add(new int[] {i, j});
      }
    }
    DMatrixRMaj outer = representation.outer();
    DMatrixRMaj products = representation.products();
    DMatrixRMaj normal = new DMatrixRMaj(basis.size(), basis.size());
    for (int r = 0; r < basis.size(); r++) {
      for (int s = 0; s < basis.size(); s++) {
        int[] x = basis.get(r);
        int[] y = basis.get(s);
        // The image of E_kl ± E_lk is of the same kind: one of its two entries says all.
        double image =
            entry(outer, products, x[0], x[1], y[0], y[1])
                + sign * entry(outer, products, x[0], x[1], y[1], y[0]);
        normal.set(r, s, image * weight(x) * weight(y));
      }
    }
    Dense.Eigen eigen = Dense.eigen(normal);
    double bound = tolerance * Math.sqrt(representation.dimension());
    double smallest = Math.max(bound * bound, 1e-14);
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < basis.size() && eigen.values()[k] <= smallest; k++) {
      DMatrixRMaj form = new DMatrixRMaj(n, n);
      for (int s = 0; s < basis.size(); s++) {
        int[] at = basis.get(s);
        double value = eigen.vectors().get(s, k) * (at[0] == at[1] ? 1 : Math.sqrt(0.5));
        form.set(at[0], at[1], value);
        form.set(at[1], at[0], sign * value);
      }
      rows.add(form.data);
    }
    return readable(rows, n, kind, tolerance);
  }

  /**
   * Of Σ_A of the adjoint of {@code B ↦ AᵀB + BA} after it, {@code AAᵀB + ABA + AᵀBAᵀ + BAAᵀ}:
   * entry (i, j) of the image of the matrix whose entry (k, l) is 1.
   */
  private static double entry(DMatrixRMaj outer, DMatrixRMaj products, int i, int j, int k, int l) {
    int n = outer.numRows;
    return (j == l ? outer.get(i, k) : 0)
        + (i == k ? outer.get(l, j) : 0)
        + products.get(i * n + k, l * n + j)
        + products.get(k * n + i, j * n + l);
  }

  /** Of one of the one or two equal entries of a unit matrix. */
  private static double weight(int[] entry) {
    return entry[0] == entry[1] ? Math.sqrt(0.5) : 1;
  }

  private static List<InvariantForm> readable(
      List<double[]> rows, int n, Kind kind, double tolerance) {
    double[] values = new double[rows.size() * n * n];
    for (int r = 0; r < rows.size(); r++) {
      System.arraycopy(rows.get(r), 0, values, r * n * n, n * n);
    }
    ReadableBasis basis = ReadableBasis.of(new Matrix(rows.size(), n * n, values));
    List<InvariantForm> forms = new ArrayList<>();
    for (int r = 0; r < rows.size(); r++) {
      double[] form = basis.vector(r);
      double largest = CommonOps_DDRM.elementMaxAbs(DMatrixRMaj.wrap(n, n, form));
      for (int s = 0; s < form.length; s++) {
        form[s] /= largest;
      }
      forms.add(
          new InvariantForm(
              kind, new Matrix(n, n, form), signature(form, n, kind, Math.max(tolerance, 1e-9))));
    }
    return forms;
  }

  private static int[] signature(double[] form, int n, Kind kind, double tolerance) {
    DMatrixRMaj matrix = DMatrixRMaj.wrap(n, n, form);
    if (kind == Kind.SYMMETRIC) {
      return InvariantForm.signature(matrix, tolerance);
    }
    int rank = Dense.svd(matrix).rank(tolerance);
    return new int[] {rank / 2, rank / 2, n - rank};
  }
}
