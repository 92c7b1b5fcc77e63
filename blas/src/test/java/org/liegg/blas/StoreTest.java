package org.liegg.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class StoreTest {

  @ParameterizedTest(name = "native {0}")
  @ValueSource(booleans = {false, true})
  void multipliesPartsOfStores(boolean library) {
    DenseKernel kernel = new Kernels(library ? NativeBlas.after(0) : NativeBlas.off()).forWork(1);
    double[] left = SelfTestTest.normal(9 * 6, 71);
    double[] right = SelfTestTest.normal(9 * 7, 72);
    try (Store a = kernel.store(2 + left.length);
        Store b = kernel.store(right.length);
        Store c = kernel.store(100)) {
      a.put(2, left, 0, left.length);
      b.put(0, right, 0, right.length);
      View part = a.view(2, 9, 6).rows(1, 7).columns(2, 3); // 7 × 3
      View other = b.view(0, 9, 7).rows(2, 7).columns(1, 4); // 7 × 4
      View transposed = c.view(5, 3, 4);
      transposed.put(new double[] {1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1});
      kernel.multiply(2, true, part, false, other, -1, transposed);
      for (int i = 0; i < 3; i++) {
        for (int j = 0; j < 4; j++) {
          double sum = -1;
          for (int l = 0; l < 7; l++) {
            sum += 2 * left[(l + 1) * 6 + 2 + i] * right[(l + 2) * 7 + 1 + j];
          }
          assertThat(transposed.toArray()[i * 4 + j]).isCloseTo(sum, within(1e-13));
        }
      }
      View inner = c.view(50, 6, 5);
      View rows = a.view(2, 6, 9);
      View others = b.view(0, 5, 9);
      kernel.multiply(1, false, rows, true, others, 0, inner);
      assertThat(inner.toArray()[7]).isCloseTo(Vectors.dot(left, 9, right, 18, 9), within(1e-13));
      View plain = c.view(0, 6, 7);
      kernel.multiply(1, false, rows, false, b.view(0, 9, 7), 0, plain);
      double sum = 0;
      for (int l = 0; l < 9; l++) {
        sum += left[9 + l] * right[7 * l + 3];
      }
      assertThat(plain.toArray()[7 + 3]).isCloseTo(sum, within(1e-13));
    }
  }

  @Test
  void aViewWithGapsIsNotReshaped() {
    View view = new HeapStore(12).view(0, 3, 4);
    assertThat(view.shaped(4, 3).columns()).isEqualTo(3);
    assertThatIllegalArgumentException().isThrownBy(() -> view.columns(0, 2).shaped(2, 3));
  }
}
