package org.liegg.linalg.dense;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.Store;
import org.liegg.blas.Vectors;
import org.liegg.blas.View;
import org.liegg.linalg.fixtures.SeededRows;

class ProductsTest {

  @ParameterizedTest(name = "{0} threads")
  @ValueSource(ints = {1, 2, 3})
  void dealsOutLongRows(int threads) {
    DenseKernel kernel = new Kernels(NativeBlas.off()).java();
    int length = 5001;
    double[] rows = SeededRows.normal(5 * length, 73);
    try (WorkerPool pool = new WorkerPool("test", threads);
        Store store = kernel.store(rows.length);
        Store result = kernel.store(2L * length)) {
      store.put(0, rows, 0, rows.length);
      Products products = new Products(kernel, pool);
      View all = store.view(0, 5, length);
      double[] inner = products.inner(all.rows(0, 2), all.rows(2, 3));
      assertThat(inner[5])
          .isCloseTo(Vectors.dot(rows, length, rows, 4 * length, length), within(1e-9));
      View target = result.view(0, 2, length);
      products.combine(1, new double[] {1, 0, 2, 0, 1, 0}, all.rows(2, 3), 0, target);
      assertThat(target.toArray()[length - 1])
          .isCloseTo(rows[3 * length - 1] + 2 * rows[5 * length - 1], within(1e-12));
      assertThat(target.toArray()[length + 17]).isEqualTo(rows[3 * length + 17]);
    }
  }
}
