package org.liegg.linalg.defect;

import java.util.Arrays;
import org.liegg.blas.Symmetric;
import org.liegg.blas.SymmetricEigen;
import org.liegg.linalg.dense.EigenSolver;

/**
 * A second moment S, equilibrated and diagonalised on the coordinates that it feels: {@code D^-½ S
 * D^-½ = Σ λ_i s_i s_iᵀ} with D its diagonal.
 *
 * @param order number of coordinates
 * @param live the coordinates whose diagonal does not vanish
 * @param values λ, descending, one for each live coordinate
 * @param directions {@code D^-½ s_i}, a row each, {@code live × order}
 * @param rank how many λ are above the cut of {@link Whitening}, beside the largest
 */
public record MomentEigen(int order, int[] live, double[] values, double[] directions, int rank) {

  private static final double VANISHING = 1e-200;

  public static MomentEigen of(Symmetric moment, EigenSolver solver) {
    int n = moment.order();
    int[] live = live(moment);
    int f = live.length;
    double[] scale = new double[f];
    for (int i = 0; i < f; i++) {
      scale[i] = 1 / Math.sqrt(moment.get(live[i], live[i]));
    }
    double[] equilibrated = new double[f * f];
    for (int i = 0; i < f; i++) {
      for (int j = 0; j < f; j++) {
        equilibrated[i * f + j] = scale[i] * moment.get(live[i], live[j]) * scale[j];
      }
    }
    SymmetricEigen eigen = solver.solve(equilibrated, f);
    int rank = 0;
    while (rank < f && eigen.values()[rank] > Whitening.CUT * eigen.values()[0]) {
      rank++;
    }
    double[] directions = new double[f * n];
    for (int i = 0; i < f; i++) {
      for (int j = 0; j < f; j++) {
        directions[i * n + live[j]] = eigen.vectors()[i * f + j] * scale[j];
      }
    }
    return new MomentEigen(n, live, eigen.values(), directions, rank);
  }

  /** {@code w_i = D^-½ s_i / √λ_i}, with {@code w_iᵀ S w_j = δ_ij}; {@code rank × order}. */
  double[] whitener() {
    double[] whitener = Arrays.copyOf(directions, rank * order);
    for (int i = 0; i < rank; i++) {
      double length = 1 / Math.sqrt(values[i]);
      for (int j = 0; j < order; j++) {
        whitener[i * order + j] *= length;
      }
    }
    return whitener;
  }

  public boolean isLive(int coordinate) {
    return Arrays.binarySearch(live, coordinate) >= 0;
  }

  private static int[] live(Symmetric moment) {
    double largest = 0;
    for (int i = 0; i < moment.order(); i++) {
      largest = Math.max(largest, moment.get(i, i));
    }
    int[] live = new int[moment.order()];
    int count = 0;
    for (int i = 0; i < moment.order(); i++) {
      if (moment.get(i, i) > VANISHING * largest) {
        live[count++] = i;
      }
    }
    return Arrays.copyOf(live, count);
  }
}
