package org.liegg.linalg.lobpcg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.Store;
import org.liegg.blas.View;
import org.liegg.linalg.dense.WorkerPool;

class CholeskyFactorTest {
  private static final DenseKernel KERNEL = new Kernels(NativeBlas.off()).java();

  @ParameterizedTest
  @ValueSource(ints = {1, 5, 128, 129, 300})
  void solvesWhatItIsAFactorOf(int n) {
    double[] g = positive(n);
    double[] expected = new Random(2).doubles(3L * n).toArray();
    double[] right = new double[3 * n];
    for (int v = 0; v < 3; v++) {
      for (int i = 0; i < n; i++) {
        for (int j = 0; j < n; j++) {
          right[v * n + i] += g[i * n + j] * expected[v * n + j];
        }
      }
    }
    // What is below the diagonal is nobody's.
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < i; j++) {
        g[i * n + j] = Double.NaN;
      }
    }
    try (Store matrix = KERNEL.store((long) n * n);
        Store vectors = KERNEL.store(3L * n);
        WorkerPool pool = new WorkerPool("test", 2)) {
      View whole = matrix.view(0, n, n);
      whole.put(g);
      View solved = vectors.view(0, 3, n);
      solved.put(right);
      CholeskyFactor.of(whole, 1e-12, KERNEL, pool).solve(solved);
      assertThat(solved.toArray()).containsExactly(expected, within(1e-8));
    }
  }

  /** {@code XᵀX + I}. */
  private static double[] positive(int n) {
    Random random = new Random(n);
    double[] x = random.doubles((long) n * n).map(value -> value - 0.5).toArray();
    double[] g = new double[n * n];
    for (int i = 0; i < n; i++) {
      g[i * n + i] = 1;
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          g[i * n + j] += x[k * n + i] * x[k * n + j];
        }
      }
    }
    return g;
  }
}
