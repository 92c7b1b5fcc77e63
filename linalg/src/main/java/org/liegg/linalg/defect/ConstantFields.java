package org.liegg.linalg.defect;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.liegg.api.FieldBasis;
import org.liegg.blas.SymmetricEigen;
import org.liegg.linalg.dense.EigenSolver;

/**
 * Which of the candidates, or of their combinations, are the same field everywhere: translations
 * and what amounts to one on the data. A field is such where its entries in all features that vary
 * cancel.
 *
 * @param constants coefficients of a basis of them, a row each
 * @param others coefficients of a basis of the fields beside them, a row each
 */
public record ConstantFields(double[][] constants, double[][] others) {
  /** Beside entries of size 1, squares at or below this have cancelled. */
  private static final double CANCELLED = 1e-13;

  public static ConstantFields of(MomentAverages averages, EigenSolver solver) {
    FieldBasis basis = averages.basis();
    int m = basis.fields();
    boolean[] still = new boolean[m];
    boolean mixed = false;
    for (int a = 0; a < m; a++) {
      boolean varies = false;
      boolean stays = false;
      for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
        boolean constant = averages.constant()[basis.feature()[e]];
        varies |= !constant && basis.values()[e] != 0;
        stays |= constant && basis.values()[e] != 0;
      }
      still[a] = stays && !varies;
      mixed |= stays && varies;
    }
    return mixed ? byCancelling(averages, solver) : byField(still);
  }

  private static ConstantFields byField(boolean[] still) {
    List<double[]> constants = new ArrayList<>();
    List<double[]> others = new ArrayList<>();
    for (int a = 0; a < still.length; a++) {
      double[] unit = new double[still.length];
      unit[a] = 1;
      (still[a] ? constants : others).add(unit);
    }
    return new ConstantFields(constants.toArray(new double[0][]), others.toArray(new double[0][]));
  }

  /** From the eigenvectors of what the varying entries make of every pair, at unit diagonal. */
  private static ConstantFields byCancelling(MomentAverages averages, EigenSolver solver) {
    FieldBasis basis = averages.basis();
    int m = basis.fields();
    double[] ones = new double[basis.components()];
    Arrays.fill(ones, 1);
    double[] varying = new double[basis.features()];
    double[] all = new double[basis.features()];
    for (int p = 0; p < varying.length; p++) {
      varying[p] = averages.constant()[p] ? 0 : 1;
      all[p] = 1;
    }
    FieldForms forms = new FieldForms(basis);
    double[] part = forms.diagonalByDiagonal(ones, varying);
    double[] whole = forms.diagonalByDiagonal(ones, all);
    double[] scale = new double[m];
    for (int a = 0; a < m; a++) {
      scale[a] = whole[a * m + a] > 0 ? 1 / Math.sqrt(whole[a * m + a]) : 1;
    }
    for (int a = 0; a < m; a++) {
      for (int b = 0; b < m; b++) {
        part[a * m + b] *= scale[a] * scale[b];
      }
    }
    SymmetricEigen eigen = solver.solve(part, m);
    List<double[]> constants = new ArrayList<>();
    List<double[]> others = new ArrayList<>();
    for (int k = 0; k < m; k++) {
      double[] row = new double[m];
      for (int a = 0; a < m; a++) {
        row[a] = eigen.vectors()[k * m + a] * scale[a];
      }
      (eigen.values()[k] <= CANCELLED * m ? constants : others).add(row);
    }
    return new ConstantFields(constants.toArray(new double[0][]), others.toArray(new double[0][]));
  }
}
