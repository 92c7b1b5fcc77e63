package org.liegg.groups.element;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.liegg.api.ActionException;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupElement;
import org.liegg.api.spi.TransformationGroup;

/** Groups that matrices generate. */
public final class MatrixGroups {
  /** A determinant below this share of what the rows allow is one of a singular matrix. */
  private static final double SINGULAR = 1e-10;

  private static final double ORTHOGONAL = 1e-9;

  private MatrixGroups() {}

  /**
   * The group.
   *
   * @param spec what it is called
   * @param matrices n × n each, at least one
   * @throws ActionException with code {@code LIEGG-ACTION-MATRIX} if one is not square, of another
   *     size than the first, not finite, or has no inverse
   */
  public static TransformationGroup generated(String spec, List<Matrix> matrices) {
    List<GroupElement> generators = new ArrayList<>();
    boolean orthogonal = true;
    for (int i = 0; i < matrices.size(); i++) {
      Matrix matrix = matrices.get(i);
      requireInvertible(spec, i, matrix, matrices.get(0).rows());
      orthogonal &= isOrthogonal(matrix);
      String name = matrices.size() == 1 ? "matrix" : "matrix " + (i + 1);
      generators.add(AffineElement.linear(name, matrix));
    }
    return GeneratedGroup.of(
        spec,
        matrices.get(0).rows(),
        generators,
        orthogonal ? Representations.ORTHOGONAL : List.of(Representations.VECTOR));
  }

  private static void requireInvertible(String spec, int place, Matrix matrix, int n) {
    if (matrix.rows() != matrix.columns() || matrix.rows() != n || n == 0) {
      throw wrong(
          spec,
          place,
          "it is %d × %d, and the first has %d rows".formatted(matrix.rows(), matrix.columns(), n),
          "give square matrices of one size, n × n or k × n × n");
    }
    double bound = 1;
    for (double[] row : matrix.copyRows()) {
      bound *= Math.sqrt(Arrays.stream(row).map(v -> v * v).sum());
    }
    if (!Double.isFinite(bound)) {
      throw wrong(spec, place, "it has numbers that are not finite", "give finite numbers");
    }
    double determinant =
        Math.abs(CommonOps_DDRM.det(DMatrixRMaj.wrap(n, n, matrix.values().clone())));
    if (!(determinant > SINGULAR * bound)) {
      throw wrong(
          spec,
          place,
          "it has no inverse, so that it is no element of a group",
          "give a matrix that can be undone");
    }
  }

  private static ActionException wrong(String spec, int place, String found, String remedy) {
    return new ActionException(
        "LIEGG-ACTION-MATRIX", "matrix %d of %s".formatted(place + 1, spec), found, remedy);
  }

  private static boolean isOrthogonal(Matrix matrix) {
    double[][] rows = matrix.copyRows();
    for (int i = 0; i < rows.length; i++) {
      for (int j = 0; j <= i; j++) {
        double dot = 0;
        for (int k = 0; k < rows.length; k++) {
          dot += rows[i][k] * rows[j][k];
        }
        if (Math.abs(dot - (i == j ? 1 : 0)) > ORTHOGONAL) {
          return false;
        }
      }
    }
    return true;
  }
}
