package org.liegg.engine.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Supplier;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.junit.jupiter.api.Test;

class BlasLoaderTest {

  @Test
  void openBlasPassesItsSelfTest() {
    Blas blas = new OpenBlas();
    assertThat(blas.description()).contains("OpenBLAS 0.3.28");
    assertThat(BlasSelfTest.failure(blas)).isEmpty();
  }

  @Test
  void rightProductsPassWrongOnesDoNot() {
    assertThat(BlasSelfTest.failure(new BrokenBlas(false, false))).isEmpty();
    assertThat(BlasSelfTest.failure(new BrokenBlas(true, false))).contains("sgemm is wrong");
    assertThat(BlasSelfTest.failure(new BrokenBlas(false, true))).contains("dgemm is wrong");
  }

  @Test
  void aLibraryThatFailsItsSelfTestIsNamedAndNotUsed() {
    BlasLoader loader = new BlasLoader(true, 0, () -> new BrokenBlas(true, false));
    List<String> warnings = warnings(loader::blas);
    assertThat(loader.blas()).isEmpty();
    assertThat(warnings)
        .containsExactly(
            "broken BLAS 1.0 failed its self-test: sgemm is wrong; pure Java computes gradients,"
                + " more slowly");
  }

  @Test
  void aLibraryThatDoesNotLoadIsNamedAndNotUsed() {
    BlasLoader loader =
        new BlasLoader(
            true,
            0,
            () -> {
              throw new UnsatisfiedLinkError("no jniopenblas in java.library.path");
            });
    List<String> warnings = warnings(loader::blas);
    assertThat(loader.blas()).isEmpty();
    assertThat(warnings).hasSize(1);
    assertThat(warnings.get(0)).contains("OpenBLAS does not load", "no jniopenblas");
  }

  @Test
  void smallWorkLoadsNothingAndLargeWorkLoadsOnce() {
    AtomicInteger loads = new AtomicInteger();
    Supplier<Blas> counted =
        () -> {
          loads.incrementAndGet();
          return new BrokenBlas(false, false);
        };
    BlasLoader loader = new BlasLoader(true, 1000, counted);
    ProductChoice<String> choice = new ProductChoice<>(loader, "java", Blas::description);
    assertThat(choice.forWork(600)).isEqualTo("java");
    assertThat(loads).hasValue(0);
    assertThat(choice.forWork(600)).isEqualTo("broken BLAS 1.0");
    // Another session counts for itself.
    ProductChoice<String> other = new ProductChoice<>(loader, "java", Blas::description);
    assertThat(other.forWork(999)).isEqualTo("java");
    assertThat(other.forWork(1)).isEqualTo("broken BLAS 1.0");
    assertThat(loads).hasValue(1);
  }

  @Test
  void switchedOffNothingIsLoaded() {
    BlasLoader loader =
        new BlasLoader(
            false,
            0,
            () -> {
              throw new AssertionError("loaded");
            });
    assertThat(loader.blas()).isEmpty();
    assertThat(new ProductChoice<>(loader, "java", Blas::description).forWork(1e15))
        .isEqualTo("java");
  }

  private static List<String> warnings(Runnable work) {
    List<String> messages = new ArrayList<>();
    Handler handler =
        new Handler() {
          @Override
          public void publish(LogRecord entry) {
            messages.add(new java.util.logging.SimpleFormatter().formatMessage(entry));
          }

          @Override
          public void flush() {}

          @Override
          public void close() {}
        };
    Logger logger = Logger.getLogger(BlasLoader.class.getName());
    logger.addHandler(handler);
    try {
      work.run();
    } finally {
      logger.removeHandler(handler);
    }
    return messages;
  }
}
