package org.liegg.linalg.defect;

import java.util.Arrays;
import org.liegg.api.Matrix;
import org.liegg.blas.Kernels;
import org.liegg.linalg.dense.EigenSolver;

/**
 * Parts the candidates in those that move inputs along insensitive directions only, and the rest.
 * {@code E[vᵀCv] ≤ τ E[vᵀDv]} is asked twice: as if features had nothing to do with each other,
 * which makes it a property of the field and not of a mean or a spread that dwarfs the rest of it,
 * and with the features as they are, where neighbours in a picture have much to do with each other.
 * Constant fields are left to their defect.
 *
 * @param insensitive coefficients, a row each; vanishing fields included
 * @param rest coefficients, a row each; empty rows where all candidates are left as they are
 * @param whole whether all candidates are left as they are
 */
record FieldSplit(Matrix insensitive, Matrix rest, boolean whole) {

  /** So many inputs are asked before fields are. */
  private static final int FEW_INPUTS = 64;

  static FieldSplit of(
      MomentAverages averages,
      ConstantFields constants,
      double tolerance,
      EigenSolver solver,
      Kernels kernels) {
    int m = averages.basis().fields();
    Matrix none = new Matrix(0, m, new double[0]);
    int d = averages.inputs();
    double bound = InputPencil.bound(tolerance);
    boolean fewInputs = d <= FEW_INPUTS || d <= m;
    if (constants.others().length == 0
        || (fewInputs && InputPencil.of(averages, solver).insensitive(tolerance) == 0)) {
      return new FieldSplit(none, none, true);
    }
    FieldForms forms = new FieldForms(averages.basis());
    double[] spread = new double[averages.features()];
    for (int p = 0; p < spread.length; p++) {
      spread[p] = averages.phi()[p * spread.length + p];
    }
    Matrix others = stacked(constants.others(), m);
    int n = others.rows();
    FormPencil first =
        FormPencil.of(
            restricted(forms.denseByDiagonal(averages.c(), spread), others, kernels),
            restricted(forms.diagonalByDiagonal(averages.own(), spread), others, kernels),
            n,
            solver,
            kernels);
    int sensitive = above(first.values(), bound);
    if (sensitive == first.values().length && first.vanishing().rows() == 0) {
      return new FieldSplit(none, none, true);
    }
    Matrix kept = product(rows(first.vectors(), 0, sensitive), others, kernels);
    Matrix low = product(rows(first.vectors(), sensitive, first.values().length), others, kernels);
    Matrix gone = product(first.vanishing(), others, kernels);
    if (low.rows() > 0) {
      double[] c = forms.dense(averages.c(), averages.phi(), kernels);
      double[] own = forms.diagonalByDense(averages.own(), averages.phi());
      FormPencil second =
          FormPencil.of(
              restricted(c, low, kernels),
              restricted(own, low, kernels),
              low.rows(),
              solver,
              kernels);
      int from = above(second.values(), bound);
      kept = joined(kept, product(rows(second.vectors(), 0, from), low, kernels));
      gone =
          joined(
              gone,
              joined(
                  product(rows(second.vectors(), from, second.values().length), low, kernels),
                  product(second.vanishing(), low, kernels)));
    }
    return new FieldSplit(gone, joined(kept, stacked(constants.constants(), m)), false);
  }

  static double[] restricted(double[] form, Matrix rows, Kernels kernels) {
    int m = rows.columns();
    return FormPencil.congruent(rows, new Matrix(m, m, form), kernels);
  }

  private static int above(double[] descending, double bound) {
    int count = 0;
    while (count < descending.length && descending[count] > bound) {
      count++;
    }
    return count;
  }

  private static Matrix rows(Matrix matrix, int from, int to) {
    int width = matrix.columns();
    return new Matrix(
        to - from, width, Arrays.copyOfRange(matrix.values(), from * width, to * width));
  }

  private static Matrix product(Matrix rows, Matrix basis, Kernels kernels) {
    if (rows.rows() == 0) {
      return new Matrix(0, basis.columns(), new double[0]);
    }
    return kernels
        .forWork(2.0 * rows.rows() * rows.columns() * basis.columns())
        .multiply(rows, basis);
  }

  static Matrix joined(Matrix first, Matrix second) {
    double[] values = Arrays.copyOf(first.values(), first.values().length + second.values().length);
    System.arraycopy(second.values(), 0, values, first.values().length, second.values().length);
    return new Matrix(first.rows() + second.rows(), first.columns(), values);
  }

  private static Matrix stacked(double[][] rows, int width) {
    double[] values = new double[rows.length * width];
    for (int i = 0; i < rows.length; i++) {
      System.arraycopy(rows[i], 0, values, i * width, width);
    }
    return new Matrix(rows.length, width, values);
  }
}
