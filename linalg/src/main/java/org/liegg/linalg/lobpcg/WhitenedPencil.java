package org.liegg.linalg.lobpcg;

import java.util.Optional;
import org.liegg.api.Matrix;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Store;
import org.liegg.blas.View;
import org.liegg.linalg.defect.CompleteBaseline;
import org.liegg.linalg.factors.NormalOperator;

/**
 * The defect problem of a complete basis in coordinates in which its metric is the identity, so
 * that it is an ordinary eigenproblem: {@code W EᵀE Wᵀ u = λ u} with {@code W N²B Wᵀ = I}, W a
 * Kronecker product that is applied by its factors.
 */
final class WhitenedPencil implements Pencil {
  private final NormalOperator operator;
  private final int together;
  private final CompleteBaseline metric;
  private final DenseKernel kernel;
  private final int d;
  private final int p;
  private final int rc;
  private final int rf;
  private final Store left;
  private final Store right;
  private final Store packed;
  private final Store half;
  private final Store fields;
  private final Store images;

  WhitenedPencil(NormalOperator operator, CompleteBaseline metric, DenseKernel kernel) {
    this.operator = operator;
    together = operator.together();
    this.metric = metric;
    this.kernel = kernel;
    d = metric.components();
    p = metric.features();
    rc = metric.coordinates().left().rows();
    rf = metric.coordinates().right().rows();
    left = kernel.store((long) rc * d);
    right = kernel.store((long) rf * p);
    packed = kernel.store((long) together * rc * rf);
    half = kernel.store((long) together * rc * p);
    fields = kernel.store((long) together * d * p);
    images = kernel.store((long) together * d * p);
    left.view(0, rc, d).put(metric.coordinates().left().values());
    right.view(0, rf, p).put(metric.coordinates().right().values());
  }

  /** Numbers that it holds beside the operator. */
  static double footprint(int d, int p, int together) {
    return 6.0 * together * d * p + 2.0 * d * d + (double) p * p;
  }

  @Override
  public int order() {
    return metric.rank();
  }

  @Override
  public double[] image(View x, View y) {
    double[] squares = new double[x.rows()];
    for (int from = 0; from < x.rows(); from += together) {
      int count = Math.min(together, x.rows() - from);
      View h = toFields(x.rows(from, count));
      View g = images.view(0, count, d * p);
      double[] some = operator.apply(h, g);
      System.arraycopy(some, 0, squares, from, count);
      fromFields(g, y.rows(from, count));
    }
    return squares;
  }

  /**
   * {@code Wᵀ u}, a matrix of coefficients {@code d × p} for each row.
   *
   * @param u {@code count × rank}
   */
  Matrix directions(double[] u) {
    int n = order();
    int count = u.length / n;
    double[] all = new double[Math.multiplyExact(count, d * p)];
    try (Store some = kernel.store((long) together * n)) {
      for (int from = 0; from < count; from += together) {
        int taken = Math.min(together, count - from);
        some.put(0, u, from * n, taken * n);
        View h = toFields(some.view(0, taken, n));
        h.store().get(h.from(), all, from * d * p, taken * d * p);
      }
    }
    return new Matrix(count, d * p, all);
  }

  /** {@code H = W_Cᵀ U W_Φ}. */
  private View toFields(View u) {
    int count = u.rows();
    int n = order();
    double[] flat = u.toArray();
    double[] spread = new double[count * rc * rf];
    int[] sensitive = metric.coordinates().pairs();
    double[] scale = metric.coordinates().scale();
    for (int v = 0; v < count; v++) {
      for (int i = 0; i < n; i++) {
        spread[v * rc * rf + sensitive[i]] = scale[i] * flat[v * n + i];
      }
    }
    View full = packed.view(0, count * rc, rf);
    full.put(spread);
    View partial = half.view(0, count * rc, p);
    kernel.multiply(1, false, full, false, right.view(0, rf, p), 0, partial);
    View h = fields.view(0, count * d, p);
    for (int v = 0; v < count; v++) {
      kernel.multiply(
          1, true, left.view(0, rc, d), false, partial.rows(v * rc, rc), 0, h.rows(v * d, d));
    }
    return h.shaped(count, d * p);
  }

  /** {@code U = W_C G W_Φᵀ}, the sensitive pairs of it. */
  private void fromFields(View fieldImages, View target) {
    int count = fieldImages.rows();
    int n = order();
    View g = fieldImages.shaped(count * d, p);
    View partial = half.view(0, count * rc, p);
    for (int v = 0; v < count; v++) {
      kernel.multiply(
          1, false, left.view(0, rc, d), false, g.rows(v * d, d), 0, partial.rows(v * rc, rc));
    }
    View full = packed.view(0, count * rc, rf);
    kernel.multiply(1, false, partial, true, right.view(0, rf, p), 0, full);
    double[] spread = full.toArray();
    double[] flat = new double[count * n];
    int[] sensitive = metric.coordinates().pairs();
    double[] scale = metric.coordinates().scale();
    for (int v = 0; v < count; v++) {
      for (int i = 0; i < n; i++) {
        flat[v * n + i] = scale[i] * spread[v * rc * rf + sensitive[i]];
      }
    }
    target.put(flat);
  }

  @Override
  public Optional<FactoredRows> rows() {
    return operator.rows().map(rows -> new FactoredRows(rows, this::fromFields));
  }

  @Override
  public void close() {
    left.close();
    right.close();
    packed.close();
    half.close();
    fields.close();
    images.close();
  }
}
