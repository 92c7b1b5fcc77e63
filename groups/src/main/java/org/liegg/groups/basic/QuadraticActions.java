package org.liegg.groups.basic;

import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;

/**
 * The fields of projective and of conformal maps of R^n. Both are algebras of quadratic fields
 * (Olver, "Applications of Lie Groups to Differential Equations", chapter 2; Kobayashi,
 * "Transformation Groups in Differential Geometry", chapter IV).
 */
public final class QuadraticActions {
  private QuadraticActions() {}

  /**
   * Projective maps, sl(n+1): translations b_i, E_ij, and Q_j = x_j Σ x_i e_i. The matrix acts on
   * (x, 1, 1) up to the length of its first n + 1 coordinates: [[A, b], [c, d]] on these moves x by
   * {@code Ax + b − x(c·x + d)}. The last coordinate stays; without it the matrix could be taken
   * for a homogeneous one of an affine map.
   */
  public static GroupAction projective(int n) {
    String spec = BasicActions.spec("proj", n, 1);
    requireFeasible(spec, n, n * (n + 2L), n + 2L);
    QuadraticFields fields = new QuadraticFields(spec, n, n + 2);
    for (int i = 0; i < n; i++) {
      fields.term(i, 1).entry(i, n, 1).named("b", i);
    }
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        fields.term(i, 1, j).entry(i, j, 1);
        for (int k = 0; i == j && k <= n; k++) {
          // Of trace 0: a multiple of the identity moves nothing.
          fields.entry(k, k, -1.0 / (n + 1));
        }
        fields.named("E", i, j);
      }
    }
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        product(fields, i, 1, i, j);
      }
      fields.entry(n, j, -1).named("Q", j);
    }
    return new QuadraticAction(fields);
  }

  /**
   * Conformal maps, so(n+1,1): translations b_i, rotations L_ij, the scaling D, and K_j = 2 x_j Σ
   * x_i e_i − |x|² e_j. The matrix acts on (x, |x|², 1) up to its length, and keeps the form {@code
   * x·x − w u} of its coordinates (x, w, u).
   */
  public static GroupAction conformal(int n) {
    String spec = BasicActions.spec("conf", n, 1);
    requireFeasible(spec, n, (n + 1L) * (n + 2L) / 2, n + 2L);
    int w = n;
    int u = n + 1;
    QuadraticFields fields = new QuadraticFields(spec, n, n + 2);
    for (int i = 0; i < n; i++) {
      fields.term(i, 1).entry(i, u, 1).entry(w, i, 2).named("b", i);
    }
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        fields.term(i, 1, j).term(j, -1, i).entry(i, j, 1).entry(j, i, -1).named("L", i, j);
      }
    }
    for (int i = 0; i < n; i++) {
      fields.term(i, 1, i);
    }
    fields.entry(u, u, -1).entry(w, w, 1).named("D");
    for (int j = 0; j < n; j++) {
      for (int i = 0; i < n; i++) {
        product(fields, i, 2, i, j);
        product(fields, j, -1, i, i);
      }
      fields.entry(j, w, -1).entry(u, j, -2).named("K", j);
    }
    return new QuadraticAction(fields);
  }

  private static void product(QuadraticFields fields, int i, double value, int k, int l) {
    fields.term(i, value, Math.min(k, l), Math.max(k, l));
  }

  /** Every field keeps a matrix, every monomial an exponent for every input. */
  private static void requireFeasible(String spec, int n, long fields, long order) {
    long matrices = ActionLimits.times(fields, order, order);
    ActionLimits.entries(spec, fields, Math.max(matrices, ActionLimits.times(n, order, order)));
  }
}
