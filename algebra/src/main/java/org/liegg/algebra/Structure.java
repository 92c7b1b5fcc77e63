package org.liegg.algebra;

import java.util.ArrayList;
import java.util.List;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;

/**
 * The invariants of a Lie algebra, from its structure constants.
 *
 * @param killing signature of the Killing form {@code [+, −, 0]}
 * @param derived dimensions of g′, g″, … until they stay
 * @param lowerCentral dimensions of [g, g], [g, [g, g]], … until they stay
 * @param center orthonormal columns
 * @param derivedAlgebra orthonormal columns of g′
 * @param radical orthonormal columns of the largest solvable ideal: what the Killing form holds
 *     orthogonal to g′
 * @param abelianIdeal orthonormal columns of the last derived algebra of the radical that is not 0
 */
record Structure(
    int[] killing,
    int[] derived,
    int[] lowerCentral,
    DMatrixRMaj center,
    DMatrixRMaj derivedAlgebra,
    DMatrixRMaj radical,
    DMatrixRMaj abelianIdeal) {

  /**
   * @param tolerance structure constants below it count as 0
   */
  static Structure of(StructureConstants algebra, double tolerance) {
    int g = algebra.dimension();
    DMatrixRMaj all = identity(g);
    DMatrixRMaj killing = algebra.killing();
    double scale = algebra.largest();
    // An entry of K is a sum over products of structure constants, one of them known to tolerance.
    double killingTolerance = Math.max(tolerance * tolerance, tolerance * scale * Math.sqrt(g));
    DMatrixRMaj derivedAlgebra = bracketSpan(algebra, all, all, tolerance);
    DMatrixRMaj radical =
        Spans.nullspace(transposed(Dense.multiply(killing, derivedAlgebra)), killingTolerance);
    return new Structure(
        InvariantForm.signature(killing, killingTolerance),
        series(algebra, derivedAlgebra, tolerance, true),
        series(algebra, derivedAlgebra, tolerance, false),
        center(algebra, tolerance),
        derivedAlgebra,
        radical,
        lastDerived(algebra, radical, tolerance));
  }

  int radicalDimension() {
    return radical.numCols;
  }

  int centerDimension() {
    return center.numCols;
  }

  /** Whether the radical is the center: the algebra is a sum of simple and abelian ones. */
  boolean isReductive() {
    return radicalDimension() == centerDimension();
  }

  /** Whether it is the Lie algebra of a compact group. */
  boolean isCompact() {
    return isReductive() && killing[0] == 0;
  }

  static DMatrixRMaj bracketSpan(
      StructureConstants algebra, DMatrixRMaj left, DMatrixRMaj right, double tolerance) {
    return Spans.orthonormal(algebra.brackets(left, right), tolerance * Math.sqrt(2));
  }

  private static int[] series(
      StructureConstants algebra, DMatrixRMaj first, double tolerance, boolean derived) {
    DMatrixRMaj all = identity(algebra.dimension());
    DMatrixRMaj current = all;
    DMatrixRMaj next = first;
    List<Integer> dimensions = new ArrayList<>();
    while (true) {
      boolean stays = next.numCols == current.numCols;
      if (!stays || dimensions.isEmpty()) {
        dimensions.add(next.numCols);
      }
      if (stays || next.numCols == 0) {
        return dimensions.stream().mapToInt(Integer::intValue).toArray();
      }
      current = next;
      next = bracketSpan(algebra, derived ? current : all, current, tolerance);
    }
  }

  private static DMatrixRMaj center(StructureConstants algebra, double tolerance) {
    int g = algebra.dimension();
    DMatrixRMaj ads = new DMatrixRMaj(g * g, g);
    for (int i = 0; i < g; i++) {
      DMatrixRMaj ad = algebra.ad(i);
      for (int s = 0; s < g * g; s++) {
        ads.set(s, i, ad.data[s]);
      }
    }
    // Only the small side matters: adsᵀ ads would square the tolerance, an SVD of g² rows does not.
    return Spans.nullspace(ads, tolerance * Math.sqrt(2));
  }

  private static DMatrixRMaj lastDerived(
      StructureConstants algebra, DMatrixRMaj radical, double tolerance) {
    DMatrixRMaj current = radical;
    while (current.numCols > 0) {
      DMatrixRMaj next = bracketSpan(algebra, current, current, tolerance);
      if (next.numCols == 0 || next.numCols == current.numCols) {
        return current;
      }
      current = next;
    }
    return current;
  }

  private static DMatrixRMaj identity(int g) {
    return CommonOps_DDRM.identity(g);
  }

  private static DMatrixRMaj transposed(DMatrixRMaj matrix) {
    return CommonOps_DDRM.transpose(matrix, null);
  }
}
