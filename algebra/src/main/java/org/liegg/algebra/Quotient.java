package org.liegg.algebra;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.api.Matrix;

/**
 * How an algebra modulo trivial fields acts: on R^n modulo W, what the trivial fields move vectors
 * into. W is invariant where they are an ideal, and they act on R^n / W as 0.
 *
 * @param action on R^n / W
 * @param coordinates orthonormal columns, the complement of W
 */
record Quotient(Representation action, DMatrixRMaj coordinates) {

  static Quotient of(
      Elements elements, DMatrixRMaj sensitive, DMatrixRMaj trivial, double tolerance) {
    Representation all = matrices(elements, sensitive);
    if (trivial.numCols == 0) {
      return new Quotient(all, CommonOps_DDRM.identity(all.order()));
    }
    Representation dead = matrices(elements, trivial);
    DMatrixRMaj coordinates = Dense.complement(dead.moved(tolerance));
    return new Quotient(
        new Representation(coordinates.numCols, all.on(coordinates).matrices()), coordinates);
  }

  private static Representation matrices(Elements elements, DMatrixRMaj columns) {
    List<DMatrixRMaj> matrices = new ArrayList<>();
    for (double[] column : Closure.columns(columns)) {
      matrices.add(elements.matrix(column));
    }
    int order = (int) Math.round(Math.sqrt(elements.size()));
    return new Representation(order, matrices);
  }

  /** The invariant forms in the coordinates of R^n; of linear parts where the last one is 1. */
  List<InvariantForm> forms(boolean affine, double tolerance) {
    DMatrixRMaj whole = affine ? withoutConstant() : coordinates;
    Representation space =
        affine ? action.on(Dense.multiplyTransA(coordinates, embedded(whole))) : action;
    boolean plain = whole.numCols == whole.numRows;
    if (plain) {
      return InvariantForms.of(space.on(CommonOps_DDRM.transpose(whole, null)), tolerance);
    }
    return InvariantForms.of(space, tolerance).stream().map(form -> lifted(form, whole)).toList();
  }

  /** Orthonormal columns of the quotient's vectors without a constant part, that part left out. */
  private DMatrixRMaj withoutConstant() {
    int last = coordinates.numRows - 1;
    DMatrixRMaj constants =
        CommonOps_DDRM.extract(coordinates, last, last + 1, 0, coordinates.numCols);
    DMatrixRMaj linear = Dense.multiply(coordinates, Spans.nullspace(constants, 1e-12));
    return Dense.rows(linear, 0, last);
  }

  private static DMatrixRMaj embedded(DMatrixRMaj linear) {
    DMatrixRMaj homogeneous = new DMatrixRMaj(linear.numRows + 1, linear.numCols);
    System.arraycopy(linear.data, 0, homogeneous.data, 0, linear.getNumElements());
    return homogeneous;
  }

  private static InvariantForm lifted(InvariantForm form, DMatrixRMaj coordinates) {
    DMatrixRMaj whole =
        Dense.multiplyTransB(Dense.multiply(coordinates, Dense.wrap(form.form())), coordinates);
    int dead = coordinates.numRows - coordinates.numCols;
    int[] signature = form.signature();
    return new InvariantForm(
        form.kind(),
        normalized(whole),
        new int[] {signature[0], signature[1], signature[2] + dead});
  }

  private static Matrix normalized(DMatrixRMaj form) {
    double largest = CommonOps_DDRM.elementMaxAbs(form);
    double sign = 1;
    for (double value : form.data) {
      if (Math.abs(value) >= 0.9 * largest) {
        sign = Math.signum(value);
        break;
      }
    }
    CommonOps_DDRM.scale(sign / largest, form);
    return Dense.unwrap(form);
  }
}
