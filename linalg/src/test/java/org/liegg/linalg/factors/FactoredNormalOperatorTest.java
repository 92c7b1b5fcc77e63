package org.liegg.linalg.factors;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.Kernels;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.Store;
import org.liegg.blas.Vectors;
import org.liegg.linalg.dense.WorkerPool;
import org.liegg.linalg.fixtures.Planted;
import org.liegg.linalg.fixtures.SeededRows;

class FactoredNormalOperatorTest {

  @ParameterizedTest(name = "{0} samples, {1} outputs, {2} threads, native {3}")
  @CsvSource({
    "1, 1, 1, false",
    "40, 3, 1, false",
    "1100, 5, 2, false",
    "1100, 1, 3, false",
    "1100, 5, 2, true",
    "40, 9, 1, true"
  })
  void doesWhatTheRowsOfEDo(int samples, int outputs, int threads, boolean library) {
    int d = 7;
    Polarization polarization = Planted.of(Planted.gl(d), samples, outputs, 3, 0, 51);
    Kernels kernels = new Kernels(library ? NativeBlas.after(0) : NativeBlas.off());
    DenseKernel kernel = kernels.forWork(1);
    FactorStore factors = new FactorStore(d, d);
    factors.add(polarization.slice(0, samples / 3));
    factors.add(polarization.slice(samples / 3, samples));
    int count = NormalOperator.TOGETHER + 3;
    double[] x = SeededRows.normal(count * d * d, 52);
    try (WorkerPool pool = new WorkerPool("test", threads);
        FactoredNormalOperator operator = new FactoredNormalOperator(factors, kernel, pool);
        Store in = kernel.store(x.length);
        Store out = kernel.store(x.length)) {
      in.put(0, x, 0, x.length);
      double[] squares = operator.apply(in.view(0, count, d * d), out.view(0, count, d * d));
      double[] y = out.view(0, count, d * d).toArray();
      assertThat(operator.exponent()).isZero();
      Rows rows = polarization.rows();
      double scale = samples * outputs * 100.0;
      for (int v = 0; v < count; v++) {
        double[] image = new double[d * d];
        double square = 0;
        for (int row = 0; row < rows.rows(); row++) {
          double w = Vectors.dot(rows.values(), row * d * d, x, v * d * d, d * d);
          square += w * w;
          for (int a = 0; a < d * d; a++) {
            image[a] += w * rows.get(row, a);
          }
        }
        assertThat(squares[v]).isCloseTo(square, within(1e-13 * scale));
        for (int a = 0; a < d * d; a++) {
          assertThat(y[v * d * d + a]).isCloseTo(image[a], within(1e-13 * scale));
        }
      }
    }
  }
}
