package org.liegg.blas.affine;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.liegg.blas.GivenLibrary;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.WorthLoading;

class ProductChoiceTest {
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
    ProductChoice<String> choice = choice(natives);
    assertThat(choice.forWork(600)).isEqualTo("java");
    assertThat(loads).hasValue(0);
    assertThat(choice.forWork(600)).isEqualTo("library");
    // Another session counts for itself.
    ProductChoice<String> other = choice(natives);
    assertThat(other.forWork(999)).isEqualTo("java");
    assertThat(other.forWork(1)).isEqualTo("library");
    assertThat(loads).hasValue(1);
  }

  @Test
  void switchedOffJavaDoesItAll() {
    assertThat(choice(NativeBlas.off()).forWork(1e15)).isEqualTo("java");
  }

  @Test
  void operationsThatTakeLongerInJavaCountMore() {
    NativeBlas natives = new NativeBlas(true, new WorthLoading(1, 1000), GivenLibrary::right);
    ProductChoice<String> choice = new ProductChoice<>(natives, 4, "java", products -> "library");
    assertThat(choice.forWork(200)).isEqualTo("java");
    assertThat(choice.forWork(50)).isEqualTo("library");
  }

  private static ProductChoice<String> choice(NativeBlas natives) {
    return new ProductChoice<>(natives, 1, "java", products -> "library");
  }
}
