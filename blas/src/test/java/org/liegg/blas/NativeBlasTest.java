package org.liegg.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

class NativeBlasTest {

  @Test
  void openBlasPassesItsSelfTest() {
    NativeBlas natives = NativeBlas.after(0);
    assumeTrue(natives.kernel().isPresent(), natives.description());
    assertThat(natives.description()).contains("OpenBLAS 0.3.28").contains("self-test passed");
    assertThat(natives.products()).isPresent();
  }

  @Test
  void loadsNothingBeforeItIsAskedAndOnceForBothParts() {
    AtomicInteger loads = new AtomicInteger();
    NativeBlas natives =
        new NativeBlas(
            true,
            WorthLoading.DEFAULT,
            () -> {
              loads.incrementAndGet();
              return GivenLibrary.right();
            });
    assertThat(natives.description()).contains("OpenBLAS (not loaded yet) from 1e+09 operations");
    assertThat(loads).hasValue(0);
    assertThat(natives.products()).isPresent();
    assertThat(natives.description()).contains("not loaded yet");
    assertThat(natives.kernel()).isPresent();
    assertThat(natives.kernel()).isEqualTo(natives.kernel());
    assertThat(natives.products()).isEqualTo(natives.products());
    assertThat(loads).hasValue(1);
  }

  @Test
  void switchedOffItSaysSoAndLoadsNothing() {
    NativeBlas natives = unloadable(false, new AssertionError("loaded"));
    assertThat(natives.kernel()).isEmpty();
    assertThat(natives.products()).isEmpty();
    assertThat(natives.description())
        .startsWith("pure Java (EJML")
        .contains("-Dorg.liegg.native=false");
    assertThat(NativeBlas.off().kernel()).isEmpty();
  }

  @Test
  void aLibraryThatDoesNotLoadIsReplacedAndNamedOnce() {
    NativeBlas natives =
        unloadable(true, new UnsatisfiedLinkError("no jniopenblas in java.library.path"));
    List<String> warnings =
        Warnings.of(
            () -> {
              assertThat(natives.products()).isEmpty();
              assertThat(natives.kernel()).isEmpty();
            });
    assertThat(natives.description())
        .startsWith("pure Java")
        .contains("no jniopenblas in java.library.path");
    assertThat(warnings)
        .containsExactly(
            "OpenBLAS does not load: java.lang.UnsatisfiedLinkError: no jniopenblas in"
                + " java.library.path; pure Java does its work, more slowly");
  }

  @Test
  void aPartThatFailsItsSelfTestIsNamedAndTheOtherIsUsed() {
    NativeBlas products =
        GivenLibrary.right().withProducts(new BrokenProducts(true, false)).loaded();
    List<String> warnings = Warnings.of(products::products);
    assertThat(products.products()).isEmpty();
    assertThat(products.kernel()).isPresent();
    assertThat(warnings)
        .containsExactly(
            "given BLAS 1.0 failed its self-test: sgemm is wrong; pure Java does its work, more"
                + " slowly");

    NativeBlas kernel = GivenLibrary.right().withKernel(new GarbageVectors()).loaded();
    assertThat(kernel.kernel()).isEmpty();
    assertThat(kernel.products()).isPresent();
    assertThat(kernel.description()).contains("failed its self-test: dsyevd");
  }

  @Test
  void aPartThatThrowsInItsSelfTestIsNotUsed() {
    DenseKernel missing =
        new FilterKernel(new JavaKernel()) {
          @Override
          public SymmetricEigen eigen(double[] symmetric, int order) {
            throw new UnsatisfiedLinkError("LAPACKE_dsyevd");
          }
        };
    NativeBlas natives = GivenLibrary.right().withKernel(missing).loaded();
    assertThat(natives.kernel()).isEmpty();
    assertThat(natives.description()).contains("failed its self-test", "LAPACKE_dsyevd");
  }

  private static NativeBlas unloadable(boolean wanted, Error error) {
    return new NativeBlas(
        wanted,
        WorthLoading.from(0),
        () -> {
          throw error;
        });
  }

  private static final class GarbageVectors extends FilterKernel {
    GarbageVectors() {
      super(new JavaKernel());
    }

    @Override
    public SymmetricEigen eigen(double[] symmetric, int order) {
      return new SymmetricEigen(order, super.eigen(symmetric, order).values(), symmetric.clone());
    }
  }
}
