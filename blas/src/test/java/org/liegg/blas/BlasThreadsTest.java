package org.liegg.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import org.bytedeco.openblas.global.openblas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlasThreadsTest {

  @BeforeEach
  void needsTheLibrary() {
    assumeThat(NativeBlas.after(0).kernel()).isPresent();
  }

  @Test
  void callsAreOnOneThread() {
    openblas.blas_set_num_threads(2);
    assertThat(threadsOfACall()).isEqualTo(1);
  }

  @Test
  void productsAreOnOneThreadWhateverOthersHaveSet() {
    StridedProducts products = NativeBlas.after(0).products().orElseThrow();
    openblas.blas_set_num_threads(2);
    assertThat(ProductsCheck.failure(products)).isEmpty();
    assertThat(openblas.blas_get_num_threads()).isEqualTo(1);
  }

  private static int threadsOfACall() {
    int[] threads = new int[1];
    BlasThreads.run(() -> threads[0] = openblas.blas_get_num_threads());
    return threads[0];
  }
}
