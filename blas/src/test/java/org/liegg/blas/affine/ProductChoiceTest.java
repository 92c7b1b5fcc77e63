package org.liegg.blas.affine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;
import org.junit.jupiter.api.Test;
import org.liegg.blas.GivenLibrary;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.StridedProducts;
import org.liegg.blas.WorthLoading;

class ProductChoiceTest {
  private static final Function<StridedProducts, String> LIBRARY = products -> "library";

  @Test
  void smallWorkLoadsNothingAndLargeWorkLoadsOnce() {
    AtomicInteger loads = new AtomicInteger();
    NativeBlas natives =
        new NativeBlas(
            true,
            new WorthLoading(1, 1000),
            () -> {
              loads.incrementAndGet();
              return GivenLibrary.right();
            });
    ProductChoice<String> choice = new ProductChoice<>(natives, "java", LIBRARY);
    assertThat(choice.forWork(600)).isEqualTo("java");
    assertThat(loads).hasValue(0);
    assertThat(choice.forWork(600)).isEqualTo("library");
    // Another session counts for itself.
    ProductChoice<String> other = new ProductChoice<>(natives, "java", LIBRARY);
    assertThat(other.forWork(999)).isEqualTo("java");
    assertThat(other.forWork(1)).isEqualTo("library");
    assertThat(loads).hasValue(1);
  }

  @Test
  void switchedOffJavaDoesItAll() {
    assertThat(new ProductChoice<>(NativeBlas.off(), "java", LIBRARY).forWork(1e15))
        .isEqualTo("java");
  }
}
