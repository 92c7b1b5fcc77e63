package org.liegg.linalg.lobpcg;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.FieldBasis;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Scale;
import org.liegg.blas.Store;
import org.liegg.blas.View;
import org.liegg.linalg.factors.NormalOperator;

/**
 * The defect problem of any basis, {@code EᵀE h = λ N²M h}, in coordinates {@code y = D^½ h} with D
 * the diagonal of the metric, on the fields where that does not vanish. M is applied without being
 * formed: {@code (M h)_a = tr(A_aᵀ C H Φ) / N²}.
 */
final class EquilibratedPencil implements Pencil {
  private static final double VANISHING = 1e-200;

  private final NormalOperator operator;
  private final int together;
  private final FieldMap map;
  private final DenseKernel kernel;
  private final int[] live;
  private final double[] scale;
  private final Store gradients;
  private final Store features;
  private final Store fields;
  private final Store images;

  EquilibratedPencil(NormalOperator operator, FieldMap map, Moments moments, DenseKernel kernel) {
    this.operator = operator;
    together = operator.together();
    this.map = map;
    this.kernel = kernel;
    double[] diagonal = diagonal(map.basis(), moments);
    live = positions(diagonal);
    scale = new double[live.length];
    for (int i = 0; i < live.length; i++) {
      scale[i] = 1 / Math.sqrt(diagonal[live[i]]);
    }
    gradients = kernel.store(moments.gradients().values().length);
    features = kernel.store(moments.features().values().length);
    gradients.put(0, moments.gradients().values(), 0, moments.gradients().values().length);
    features.put(0, moments.features().values(), 0, moments.features().values().length);
    fields = kernel.store((long) together * map.size());
    images = kernel.store((long) together * map.size());
  }

  /** {@code D_a = Σ A_a[i,p] C[i,j] A_a[j,q] Φ[q,p]}. */
  private static double[] diagonal(FieldBasis basis, Moments moments) {
    double[] diagonal = new double[basis.fields()];
    for (int a = 0; a < basis.fields(); a++) {
      for (int e = basis.offsets()[a]; e < basis.offsets()[a + 1]; e++) {
        for (int f = basis.offsets()[a]; f < basis.offsets()[a + 1]; f++) {
          diagonal[a] +=
              basis.values()[e]
                  * basis.values()[f]
                  * moments.gradients().get(basis.component()[e], basis.component()[f])
                  * moments.features().get(basis.feature()[e], basis.feature()[f]);
        }
      }
    }
    return diagonal;
  }

  private static int[] positions(double[] diagonal) {
    double largest = Scale.largest(diagonal, diagonal.length);
    int[] live = new int[diagonal.length];
    int count = 0;
    for (int a = 0; a < diagonal.length; a++) {
      if (diagonal[a] > VANISHING * largest) {
        live[count++] = a;
      }
    }
    return Arrays.copyOf(live, count);
  }

  /** The fields whose entry on the metric's diagonal does not vanish. */
  int[] live() {
    return live;
  }

  @Override
  public int order() {
    return live.length;
  }

  @Override
  public boolean generalised() {
    return true;
  }

  @Override
  public double[] image(View x, View y) {
    double[] squares = new double[x.rows()];
    for (int from = 0; from < x.rows(); from += together) {
      int count = Math.min(together, x.rows() - from);
      View h = toFields(x.rows(from, count));
      View g = images.view(0, count, map.size());
      System.arraycopy(operator.apply(h, g), 0, squares, from, count);
      fromFields(g, y.rows(from, count));
    }
    return squares;
  }

  /** {@code G = C H Φ} for each field. */
  @Override
  public void metric(View x, View y) {
    int d = map.basis().components();
    int p = map.basis().features();
    for (int from = 0; from < x.rows(); from += together) {
      int count = Math.min(together, x.rows() - from);
      View h = toFields(x.rows(from, count)).shaped(count * d, p);
      View g = images.view(0, count * d, p);
      kernel.multiply(1, false, h, false, features.view(0, p, p), 0, g);
      for (int v = 0; v < count; v++) {
        kernel.multiply(
            1, false, gradients.view(0, d, d), false, g.rows(v * d, d), 0, h.rows(v * d, d));
      }
      fromFields(h.shaped(count, map.size()), y.rows(from, count));
    }
  }

  /** {@code h = D^-½ y}, with zeros for the fields that are insensitive. */
  double[] coefficients(double[] y) {
    int count = order() == 0 ? 0 : y.length / order();
    int m = map.basis().fields();
    double[] h = new double[Math.multiplyExact(count, m)];
    for (int v = 0; v < count; v++) {
      for (int i = 0; i < live.length; i++) {
        h[v * m + live[i]] = scale[i] * y[v * live.length + i];
      }
    }
    return h;
  }

  private View toFields(View y) {
    double[] h = coefficients(y.toArray());
    double[] matrices = new double[y.rows() * map.size()];
    map.toMatrices(h, y.rows(), matrices);
    View target = fields.view(0, y.rows(), map.size());
    target.put(matrices);
    return target;
  }

  private void fromFields(View g, View y) {
    int m = map.basis().fields();
    double[] h = new double[g.rows() * m];
    map.toCoefficients(g.toArray(), g.rows(), h);
    double[] packed = new double[g.rows() * live.length];
    for (int v = 0; v < g.rows(); v++) {
      for (int i = 0; i < live.length; i++) {
        packed[v * live.length + i] = scale[i] * h[v * m + live[i]];
      }
    }
    y.put(packed);
  }

  @Override
  public Optional<FactoredRows> rows() {
    return operator.rows().map(rows -> new FactoredRows(rows, this::fromFields));
  }

  @Override
  public void close() {
    gradients.close();
    features.close();
    fields.close();
    images.close();
  }
}
