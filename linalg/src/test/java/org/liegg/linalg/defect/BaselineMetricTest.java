package org.liegg.linalg.defect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.liegg.api.FieldBasis;
import org.liegg.blas.Kernels;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.Symmetric;
import org.liegg.linalg.fixtures.SeededRows;
import org.liegg.linalg.sums.GramSum;

/** Both orders of summation, against the trace written out with dense matrices. */
class BaselineMetricTest {

  @Test
  void fewEntriesGiveTheTrace() {
    agreesWithTheTrace(random(6, 7, 9, 1, 1));
  }

  @Test
  void manyEntriesGiveTheTrace() {
    agreesWithTheTrace(random(3, 20, 18, 360, 2));
  }

  private static FieldBasis random(int fields, int d, int p, int entries, long seed) {
    double[] values = SeededRows.normal(fields * entries, seed);
    FieldBasis.Builder builder = FieldBasis.builder(d, p);
    for (int a = 0; a < fields; a++) {
      for (int e = 0; e < entries; e++) {
        int at = a * entries + e;
        builder.entry(at * 5 % d, at * 7 % p, values[at]);
      }
      builder.endField();
    }
    return builder.build();
  }

  private static void agreesWithTheTrace(FieldBasis basis) {
    Symmetric c = gram(basis.components(), 3);
    Symmetric phi = gram(basis.features(), 4);
    Symmetric metric = BaselineMetric.assemble(basis, c, phi, new Kernels(NativeBlas.off()));
    for (int a = 0; a < basis.fields(); a++) {
      for (int b = 0; b < basis.fields(); b++) {
        double trace = trace(dense(basis, a), c, dense(basis, b), phi);
        assertThat(Math.scalb(metric.get(a, b), metric.exponent()))
            .as("M[%d, %d]", a, b)
            .isCloseTo(
                Math.scalb(trace, c.exponent() + phi.exponent()), within(Math.abs(trace) * 1e-9));
      }
    }
  }

  private static Symmetric gram(int order, long seed) {
    try (GramSum sum = new GramSum(order, new Kernels(NativeBlas.off()))) {
      sum.add(SeededRows.normal(30 * order, seed), 30);
      return sum.finish();
    }
  }

  private static double[][] dense(FieldBasis basis, int field) {
    double[][] matrix = new double[basis.components()][basis.features()];
    for (int e = basis.offsets()[field]; e < basis.offsets()[field + 1]; e++) {
      matrix[basis.component()[e]][basis.feature()[e]] += basis.values()[e];
    }
    return matrix;
  }

  private static double trace(double[][] a, Symmetric c, double[][] b, Symmetric phi) {
    double sum = 0;
    for (int i = 0; i < c.order(); i++) {
      for (int j = 0; j < c.order(); j++) {
        for (int p = 0; p < phi.order(); p++) {
          for (int q = 0; q < phi.order(); q++) {
            sum += a[i][p] * c.get(i, j) * b[j][q] * phi.get(q, p);
          }
        }
      }
    }
    return sum;
  }
}
