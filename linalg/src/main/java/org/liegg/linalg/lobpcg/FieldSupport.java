package org.liegg.linalg.lobpcg;

import java.util.Arrays;
import java.util.Locale;
import org.liegg.api.FieldBasis;
import org.liegg.api.NumericalException;
import org.liegg.blas.SymmetricEigen;
import org.liegg.linalg.defect.MomentEigen;
import org.liegg.linalg.defect.Whitening;
import org.liegg.linalg.dense.EigenSolver;

/**
 * Whether the metric of the defect is regular on the fields that it feels at all, for bases whose
 * metric is no Kronecker product. It is, if both moments have full rank on the coordinates that do
 * not vanish and the fields are linearly independent there: {@code hᵀMh = tr(HᵀCHΦ)} is then zero
 * for {@code H = 0} only. Otherwise trivial directions could not be told without an {@code m × m}
 * matrix.
 */
final class FieldSupport {

  /** The code of what is refused. */
  static final String SINGULAR = "LIEGG-DEFECT-RANK";

  /** Fields that share entries are compared with each other, up to so many. */
  private static final int MAX_SHARED = 2048;

  private final String subject;

  /**
   * @param subject what is refused, as messages name it
   */
  FieldSupport(String subject) {
    this.subject = subject;
  }

  /**
   * @throws NumericalException {@code LIEGG-DEFECT-RANK} if the metric is singular, or could be
   */
  void requireRegular(
      FieldBasis basis, int[] live, MomentEigen c, MomentEigen phi, EigenSolver solver) {
    requireFullRank("gradients", c);
    requireFullRank("features", phi);
    double largest = c.values()[0] * phi.values()[0];
    double smallest = c.values()[c.rank() - 1] * phi.values()[phi.rank() - 1];
    if (!(smallest > Whitening.CUT * largest)) {
      throw refused(
          String.format(
              Locale.ROOT,
              "gradients and features together are worse conditioned than %.0e",
              1 / Whitening.CUT));
    }
    requireIndependent(basis, live, c, phi, solver);
  }

  private void requireFullRank(String what, MomentEigen moment) {
    if (moment.rank() < moment.live().length) {
      throw refused(
          "the %s have rank %d in %d coordinates"
              .formatted(what, moment.rank(), moment.live().length));
    }
  }

  private void requireIndependent(
      FieldBasis basis, int[] live, MomentEigen c, MomentEigen phi, EigenSolver solver) {
    int p = basis.features();
    int[] users = new int[basis.components() * p];
    for (int a : live) {
      for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
        users[basis.component()[e] * p + basis.feature()[e]]++;
      }
    }
    int[] shared = new int[live.length];
    int count = 0;
    for (int a : live) {
      boolean shares = false;
      for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
        shares |= users[basis.component()[e] * p + basis.feature()[e]] > 1;
      }
      if (shares) {
        shared[count++] = a;
      }
    }
    if (count > MAX_SHARED) {
      throw refused("%d fields share entries, which is too many to compare".formatted(count));
    }
    if (count > 0 && !independent(basis, Arrays.copyOf(shared, count), c, phi, solver)) {
      throw refused("some fields are linear combinations of others where the model is sensitive");
    }
  }

  private static boolean independent(
      FieldBasis basis, int[] fields, MomentEigen c, MomentEigen phi, EigenSolver solver) {
    int n = fields.length;
    int p = basis.features();
    double[] inner = new double[n * n];
    double[] matrix = new double[basis.components() * p];
    for (int i = 0; i < n; i++) {
      Arrays.fill(matrix, 0);
      add(basis, fields[i], matrix, c, phi);
      for (int j = 0; j < n; j++) {
        double sum = 0;
        for (int e = basis.offsets()[fields[j]]; e < basis.offsets()[fields[j] + 1]; e++) {
          sum += basis.values()[e] * matrix[basis.component()[e] * p + basis.feature()[e]];
        }
        inner[i * n + j] = sum;
      }
    }
    SymmetricEigen eigen = solver.solve(inner, n);
    return eigen.values()[n - 1] > Whitening.CUT * eigen.values()[0];
  }

  private static void add(
      FieldBasis basis, int field, double[] matrix, MomentEigen c, MomentEigen phi) {
    for (int e = basis.offsets()[field]; e < basis.offsets()[field + 1]; e++) {
      int i = basis.component()[e];
      int j = basis.feature()[e];
      if (c.isLive(i) && phi.isLive(j)) {
        matrix[i * basis.features() + j] += basis.values()[e];
      }
    }
  }

  private NumericalException refused(String why) {
    return new NumericalException(
        SINGULAR,
        subject,
        why + ": the trivial directions of these fields cannot be counted without an m × m matrix",
        "use the decomposition gram, or the action gl(n) on all inputs");
  }
}
