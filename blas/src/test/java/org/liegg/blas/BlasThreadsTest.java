package org.liegg.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicBoolean;
import org.bytedeco.openblas.global.openblas;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

class BlasThreadsTest {

  @BeforeEach
  void needsTheLibrary() {
    assumeThat(NativeBlas.after(0).kernel()).isPresent();
  }

  @Test
  void callsAreOnOneThreadUnlessMoreWereClaimed() {
    assertThat(threadsOfACall()).isEqualTo(1);
    assertThat(BlasThreads.claim(2, BlasThreadsTest::threadsOfACall)).isEqualTo(2);
    assertThat(threadsOfACall()).isEqualTo(1);
  }

  @Test
  void othersWaitWhileTheCoresAreClaimed() throws InterruptedException {
    AtomicBoolean claimed = new AtomicBoolean();
    AtomicBoolean together = new AtomicBoolean();
    CountDownLatch started = new CountDownLatch(1);
    Thread other =
        new Thread(
            () -> {
              started.countDown();
              BlasThreads.run(() -> together.set(claimed.get()));
            });
    boolean waited =
        BlasThreads.claim(
            2,
            () -> {
              claimed.set(true);
              other.start();
              boolean ran = awaited(started);
              claimed.set(false);
              return ran;
            });
    other.join(TimeUnit.SECONDS.toMillis(30));
    assertThat(waited).isTrue();
    assertThat(together).isFalse();
    assertThat(other.isAlive()).isFalse();
  }

  @Test
  void productsAreOnOneThreadWhateverOthersHaveSet() {
    StridedProducts products = NativeBlas.after(0).products().orElseThrow();
    openblas.blas_set_num_threads(2);
    assertThat(ProductsCheck.failure(products)).isEmpty();
    assertThat(openblas.blas_get_num_threads()).isEqualTo(1);
  }

  private static boolean awaited(CountDownLatch latch) {
    try {
      return latch.await(30, TimeUnit.SECONDS);
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  private static int threadsOfACall() {
    int[] threads = new int[1];
    BlasThreads.run(() -> threads[0] = openblas.blas_get_num_threads());
    return threads[0];
  }
}
