package org.liegg.groups.basic;

import org.liegg.api.ActionException;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.field.ActionLimits;
import org.liegg.groups.field.FeatureMap;

/**
 * The classical linear groups beside gl and so(n), and the rigid motions. Every basis is
 * orthonormal in the Frobenius product.
 */
public final class ClassicalActions {
  private static final double PAIR = Math.sqrt(0.5);

  private ClassicalActions() {}

  public static GroupAction sl(int n) {
    String spec = BasicActions.spec("sl", n, 2);
    ActionLimits.entries(spec, (long) n * n - 1, 2L * n * n);
    MatrixFields fields = new MatrixFields(spec, FeatureMap.LINEAR, n);
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        if (i != j) {
          fields.entry(i, j, 1).named("E", i, j);
        }
      }
    }
    for (int k = 1; k < n; k++) {
      for (int i = 0; i <= k; i++) {
        fields.entry(i, i, traceless(k, i));
      }
      fields.named("H", k - 1);
    }
    return fields.build();
  }

  /** Entry i of the k-th of the unit vectors (1, …, 1, −k, 0, …)/√(k(k+1)) orthogonal to (1, …). */
  private static double traceless(int k, int i) {
    return (i < k ? 1 : -k) / Math.sqrt(k * (k + 1.0));
  }

  public static GroupAction so(int p, int q) {
    String spec = "so(%d,%d)".formatted(p, q);
    if (p < 1 || q < 1) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(spec),
          "the metric has %d plus and %d minus signs".formatted(p, q),
          "so(p,q) takes two whole numbers of at least 1; a definite metric is so(n)");
    }
    int n = ActionLimits.size(spec, "inputs", (long) p + q);
    ActionLimits.entries(spec, n * (n - 1L) / 2, n * (n - 1L));
    MatrixFields fields = new MatrixFields(spec, FeatureMap.LINEAR, n);
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        boolean rotation = j < p || i >= p;
        fields.entry(i, j, PAIR).entry(j, i, rotation ? -PAIR : PAIR);
        fields.named(rotation ? "L" : "K", i, j);
      }
    }
    return fields.build();
  }

  public static GroupAction sp(int n) {
    String spec = BasicActions.spec("sp", n, 2);
    if (n % 2 != 0) {
      throw new ActionException(
          "LIEGG-ACTION-ARGUMENT",
          "'%s'".formatted(spec),
          "n is " + n,
          "sp(n) takes an even n: the inputs are (q, p), as many of one as of the other");
    }
    ActionLimits.entries(spec, n * (n + 1L) / 2, n * (n + 1L));
    int half = n / 2;
    MatrixFields fields = new MatrixFields(spec, FeatureMap.LINEAR, n);
    for (int i = 0; i < half; i++) {
      for (int j = 0; j < half; j++) {
        fields.entry(i, j, PAIR).entry(half + j, half + i, -PAIR).named("A", i, j);
      }
    }
    symmetric(fields, "B", half, 0, half);
    symmetric(fields, "C", half, half, 0);
    return fields.build();
  }

  private static void symmetric(MatrixFields fields, String letter, int half, int row, int column) {
    for (int i = 0; i < half; i++) {
      fields.entry(row + i, column + i, 1).named(letter, i, i);
      for (int j = i + 1; j < half; j++) {
        fields.entry(row + i, column + j, PAIR).entry(row + j, column + i, PAIR);
        fields.named(letter, i, j);
      }
    }
  }

  public static GroupAction u(int n) {
    MatrixFields fields = skewHermitian(BasicActions.spec("u", n, 1), n);
    for (int i = 0; i < n; i++) {
      phase(fields, n, i, 1);
      fields.named("P", i);
    }
    return fields.build();
  }

  public static GroupAction su(int n) {
    MatrixFields fields = skewHermitian(BasicActions.spec("su", n, 2), n);
    for (int k = 1; k < n; k++) {
      for (int i = 0; i <= k; i++) {
        phase(fields, n, i, traceless(k, i));
      }
      fields.named("H", k - 1);
    }
    return fields.build();
  }

  /** The skew-Hermitian matrices X + iY without diagonal, as [[X, −Y], [Y, X]] on (Re, Im). */
  private static MatrixFields skewHermitian(String spec, int n) {
    ActionLimits.size(spec, "inputs", 2L * n);
    ActionLimits.entries(spec, (long) n * n, 4L * n * n);
    MatrixFields fields = new MatrixFields(spec, FeatureMap.LINEAR, 2 * n);
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        fields.entry(i, j, 0.5).entry(j, i, -0.5);
        fields.entry(n + i, n + j, 0.5).entry(n + j, n + i, -0.5).named("X", i, j);
        fields.entry(i, n + j, -0.5).entry(j, n + i, -0.5);
        fields.entry(n + i, j, 0.5).entry(n + j, i, 0.5).named("Y", i, j);
      }
    }
    return fields;
  }

  private static void phase(MatrixFields fields, int n, int i, double weight) {
    fields.entry(i, n + i, -PAIR * weight).entry(n + i, i, PAIR * weight);
  }

  public static GroupAction se(int n) {
    String spec = BasicActions.spec("se", n, 2);
    ActionLimits.entries(spec, n * (n + 1L) / 2, (long) n * n);
    MatrixFields fields = new MatrixFields(spec, FeatureMap.AFFINE, n);
    for (int i = 0; i < n; i++) {
      for (int j = i + 1; j < n; j++) {
        fields.entry(i, j, PAIR).entry(j, i, -PAIR).named("L", i, j);
      }
    }
    for (int i = 0; i < n; i++) {
      fields.entry(i, n, 1).named("b", i);
    }
    return fields.build();
  }
}
