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
  private static final int MOST_COORDINATES = 32;

  private InvariantForms() {}

  /**
   * A readable basis of the forms, symmetric ones first.
   *
   * @param tolerance of the matrices' entries, in units of a generator's norm
   */
  static List<InvariantForm> of(Representation representation, double tolerance) {
    List<InvariantForm> forms = new ArrayList<>();
    if (representation.order() <= MOST_COORDINATES && representation.dimension() > 0) {
      forms.addAll(of(representation, Kind.SYMMETRIC, tolerance));
      forms.addAll(of(representation, Kind.ANTISYMMETRIC, tolerance));
    }
    return forms;
  }

  static List<InvariantForm> of(Representation representation, Kind kind, double tolerance) {
    int n = representation.order();
    int sign = kind == Kind.SYMMETRIC ? 1 : -1;
    List<DMatrixRMaj> basis = new ArrayList<>();
    for (int i = 0; i < n; i++) {
      for (int j = kind == Kind.SYMMETRIC ? i : i + 1; j < n; j++) {
        DMatrixRMaj unit = new DMatrixRMaj(n, n);
        double value = i == j ? 1 : Math.sqrt(0.5);
        unit.set(i, j, value);
        unit.set(j, i, sign * value);
        basis.add(unit);
      }
    }
    DMatrixRMaj normal = new DMatrixRMaj(basis.size(), basis.size());
    for (int s = 0; s < basis.size(); s++) {
      DMatrixRMaj image = normalImage(representation, basis.get(s));
      for (int r = 0; r < basis.size(); r++) {
        normal.set(r, s, product(basis.get(r), image));
      }
    }
    Dense.Eigen eigen = Dense.eigen(normal);
    double bound = tolerance * Math.sqrt(representation.dimension());
    double smallest = Math.max(bound * bound, 1e-14);
    List<double[]> rows = new ArrayList<>();
    for (int k = 0; k < basis.size() && eigen.values()[k] <= smallest; k++) {
      DMatrixRMaj form = new DMatrixRMaj(n, n);
      for (int s = 0; s < basis.size(); s++) {
        CommonOps_DDRM.addEquals(form, eigen.vectors().get(s, k), basis.get(s));
      }
      rows.add(form.data);
    }
    return readable(rows, n, kind, tolerance);
  }

  /** Σ_A of the adjoint of B ↦ AᵀB + BA after it. */
  private static DMatrixRMaj normalImage(Representation representation, DMatrixRMaj form) {
    int n = representation.order();
    DMatrixRMaj sum = new DMatrixRMaj(n, n);
    for (DMatrixRMaj a : representation.matrices()) {
      DMatrixRMaj change = Dense.multiplyTransA(a, form);
      CommonOps_DDRM.multAdd(form, a, change);
      CommonOps_DDRM.multAdd(a, change, sum);
      CommonOps_DDRM.multAddTransB(change, a, sum);
    }
    return sum;
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

  private static double product(DMatrixRMaj left, DMatrixRMaj right) {
    return CommonOps_DDRM.dot(
        DMatrixRMaj.wrap(left.getNumElements(), 1, left.data),
        DMatrixRMaj.wrap(right.getNumElements(), 1, right.data));
  }
}
