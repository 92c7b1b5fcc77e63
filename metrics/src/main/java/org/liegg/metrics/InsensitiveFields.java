package org.liegg.metrics;

import java.util.Arrays;
import org.ejml.data.DMatrixRMaj;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;

/**
 * Why fields are insensitive. A field {@code v_h(x) = Σ h_a A_a φ(x)} does nothing when all it
 * moves are combinations of inputs that the gradients never see, {@code P A_h = 0} with P the
 * projection on the range of {@code C = E[JᵀJ]}, or when it vanishes on all samples, {@code A_h Q =
 * 0} with Q the projection on the range of {@code Φ = E[φφᵀ]}.
 *
 * @param insensitive dimension of the fields that the gradients do not see
 * @param degenerate dimension of the fields that vanish on the data
 * @param unseenInputs combinations of inputs that no gradient sees, an orthonormal basis, a row
 *     each
 * @param emptyFeatures combinations of features that are 0 at every sample, an orthonormal basis, a
 *     row each
 */
public record InsensitiveFields(
    int insensitive, int degenerate, Matrix unseenInputs, Matrix emptyFeatures) {
  /** Eigenvalues of a moment, at unit diagonal, below this share of the largest count as 0. */
  private static final double ZERO = 1e-12;

  private static final String WHAT = "fields that are insensitive";

  /**
   * Explains the fields of a basis.
   *
   * @param basis m fields
   * @param c {@code Σ JᵀJ}, {@code components × components}
   * @param phi {@code Σ φφᵀ}, {@code features × features}
   */
  public static InsensitiveFields of(FieldBasis basis, Matrix c, Matrix phi) {
    Matrix unseen = nullspace(c);
    Matrix empty = nullspace(phi);
    Matrix range = complement(unseen);
    Matrix support = complement(empty);
    return new InsensitiveFields(
        unseen.rows() == 0 ? 0 : nullity(basis, range, identity(basis.features())),
        empty.rows() == 0 ? 0 : nullity(basis, identity(basis.components()), support),
        unseen,
        empty);
  }

  private static Matrix nullspace(Matrix moment) {
    int n = moment.rows();
    double[] scale = new double[n];
    DMatrixRMaj scaled = new DMatrixRMaj(n, n);
    for (int i = 0; i < n; i++) {
      scale[i] = moment.get(i, i) > 0 ? 1 / Math.sqrt(moment.get(i, i)) : 0;
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        scaled.set(i, j, moment.get(i, j) * scale[i] * scale[j]);
      }
    }
    SymmetricPairs pairs = SymmetricPairs.of(scaled, WHAT);
    double[] rows = new double[n * n];
    int found = 0;
    for (int k = pairs.rank(ZERO); k < n; k++) {
      double[] vector = pairs.vectors()[k];
      for (int i = 0; i < n; i++) {
        rows[found * n + i] = scale[i] == 0 ? vector[i] : vector[i] * scale[i];
      }
      found++;
    }
    return Subspaces.orthonormalBasis(new Matrix(found, n, Arrays.copyOf(rows, found * n)));
  }

  /** The projection on what is orthogonal to some orthonormal rows. */
  private static Matrix complement(Matrix rows) {
    int n = rows.columns();
    double[] projection = identity(n).values();
    for (int k = 0; k < rows.rows(); k++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          projection[i * n + j] -= rows.get(k, i) * rows.get(k, j);
        }
      }
    }
    return new Matrix(n, n, projection);
  }

  private static Matrix identity(int n) {
    double[] values = new double[n * n];
    for (int i = 0; i < n; i++) {
      values[i * n + i] = 1;
    }
    return new Matrix(n, n, values);
  }

  /** The dimension of {h : P A_h Q = 0}: the nullity of {@code tr(A_aᵀ P A_b Q)}. */
  private static int nullity(FieldBasis basis, Matrix p, Matrix q) {
    int m = basis.fields();
    DMatrixRMaj gram = new DMatrixRMaj(m, m);
    for (int a = 0; a < m; a++) {
      for (int b = 0; b <= a; b++) {
        double sum = 0;
        for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
          for (int f = basis.offsets()[b]; f < basis.offsets()[b + 1]; f++) {
            sum +=
                basis.values()[e]
                    * basis.values()[f]
                    * p.get(basis.component()[e], basis.component()[f])
                    * q.get(basis.feature()[e], basis.feature()[f]);
          }
        }
        gram.set(a, b, sum);
        gram.set(b, a, sum);
      }
    }
    return m - SymmetricPairs.of(gram, WHAT).rank(ZERO);
  }
}
