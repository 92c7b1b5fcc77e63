package org.liegg.linalg.sums;

import java.util.Arrays;
import org.liegg.api.FieldBasis;
import org.liegg.blas.KroneckerLayout;

/**
 * {@code (EᵀE)_ab = Σ A_a[i, p] A_b[j, q] T[(i, j), (p, q)]} over pairs of entries, T looked up by
 * its layout.
 */
final class KroneckerAssembly {

  private KroneckerAssembly() {}

  /**
   * The upper triangle of EᵀE, {@code m × m}.
   *
   * @param sum T, block after block
   */
  static double[] upper(FieldBasis basis, KroneckerLayout layout, double[] sum) {
    int m = basis.fields();
    int[] offsets = basis.offsets();
    double[] values = basis.values();
    int n = layout.components().length;
    int s = layout.features().length;
    int[] rows = positions(layout, layout.componentStarts(), n, true);
    int[] columns = positions(layout, layout.featureStarts(), s, false);
    int[] component = componentsAt(basis, layout);
    int[] feature = featuresAt(basis, layout, component);
    double[] upper = new double[m * m];
    for (int a = 0; a < m; a++) {
      for (int e = offsets[a]; e < offsets[a + 1]; e++) {
        int row = component[e] * n;
        int column = feature[e] * s;
        for (int b = a; b < m; b++) {
          double total = 0;
          for (int f = offsets[b]; f < offsets[b + 1]; f++) {
            total += values[f] * sum[rows[row + component[f]] + columns[column + feature[f]]];
          }
          upper[a * m + b] += values[e] * total;
        }
      }
    }
    return upper;
  }

  /** Where each component of an entry stands in the layout. */
  private static int[] componentsAt(FieldBasis basis, KroneckerLayout layout) {
    int[] place = new int[basis.components()];
    for (int i = 0; i < layout.components().length; i++) {
      place[layout.components()[i]] = i;
    }
    return Arrays.stream(basis.component()).map(i -> place[i]).toArray();
  }

  /** Where each feature of an entry stands in the layout, within the group of its component. */
  private static int[] featuresAt(FieldBasis basis, KroneckerLayout layout, int[] component) {
    int groups = layout.featureStarts().length - 1;
    int[][] place = new int[groups][basis.features()];
    for (int g = 0; g < groups; g++) {
      for (int p = layout.featureStarts()[g]; p < layout.featureStarts()[g + 1]; p++) {
        place[g][layout.features()[p]] = p;
      }
    }
    int[] feature = new int[component.length];
    for (int e = 0; e < component.length; e++) {
      feature[e] = place[groupOf(layout.componentStarts(), component[e])][basis.feature()[e]];
    }
    return feature;
  }

  private static int groupOf(int[] starts, int member) {
    int group = 0;
    while (starts[group + 1] <= member) {
      group++;
    }
    return group;
  }

  /**
   * A symmetric table of where the product of two members is: the start of a row of T, or a place
   * in one.
   */
  private static int[] positions(KroneckerLayout layout, int[] starts, int n, boolean rows) {
    int[] table = new int[n * n];
    for (KroneckerLayout.Block block : layout.blocks()) {
      int g = block.first();
      int h = block.second();
      int next = rows ? (int) block.from() : 0;
      int step = rows ? block.rightWidth() : 1;
      for (int i = starts[g]; i < starts[g + 1]; i++) {
        for (int j = g == h ? i : starts[h]; j < starts[h + 1]; j++) {
          table[i * n + j] = next;
          table[j * n + i] = next;
          next += step;
        }
      }
    }
    return table;
  }
}
