package org.liegg.linalg.blas;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;
import org.liegg.api.Matrix;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.Decomposition;
import org.liegg.linalg.GivenProviders;
import org.liegg.linalg.fixtures.O5Reference;
import org.liegg.linalg.fixtures.SeededRows;
import org.liegg.linalg.verify.Decompositions;
import org.liegg.linalg.verify.Verification;

class NativeBlasTest {

  @Test
  void openBlasPassesItsSelfTest() {
    NativeBlas natives = Natives.always();
    assumeTrue(natives.kernel().isPresent(), natives.description());
    assertThat(natives.description()).contains("OpenBLAS 0.3.28").contains("self-test passed");
  }

  @Test
  void loadsNothingBeforeItIsAskedForAKernel() {
    AtomicInteger loads = new AtomicInteger();
    NativeBlas natives =
        new NativeBlas(
            true,
            1e9,
            () -> {
              loads.incrementAndGet();
              return new BrokenKernel();
            });
    assertThat(GivenProviders.gram(natives).availability())
        .isInstanceOf(Availability.Available.class);
    assertThat(natives.description()).contains("not loaded yet");
    assertThat(loads).hasValue(0);
    natives.kernel();
    natives.kernel();
    assertThat(loads).hasValue(1);
  }

  @Test
  void smallProblemsNeverLoadTheLibrary() {
    NativeBlas natives =
        new NativeBlas(
            true,
            1e9,
            () -> {
              throw new AssertionError("loaded for a small problem");
            });
    try (Decomposition gram = GivenProviders.gram(natives).open(25)) {
      gram.accept(new Rows(10_000, 25, new double[250_000]));
      assertThat(gram.finish().count()).isEqualTo(25);
    }
  }

  @Test
  void switchedOffItSaysSo() {
    assertThat(Natives.off().kernel()).isEmpty();
    assertThat(Natives.off().description())
        .startsWith("pure Java (EJML")
        .contains("-Dorg.liegg.native=false");
  }

  @Test
  void aLibraryThatDoesNotLoadIsReplacedAndNamed() {
    NativeBlas natives =
        new NativeBlas(
            true,
            0,
            () -> {
              throw new UnsatisfiedLinkError("no jniopenblas in java.library.path");
            });
    assertThat(natives.kernel()).isEmpty();
    assertThat(natives.description())
        .startsWith("pure Java")
        .contains("no jniopenblas in java.library.path");
  }

  @Test
  void garbageVectorsFailTheSelfTest() {
    NativeBlas natives = new NativeBlas(true, 0, () -> new BrokenKernel.GarbageVectorsFrom(100));
    assertThat(natives.kernel()).isEmpty();
    assertThat(natives.description()).contains("failed its self-test: dsyevd");
  }

  @Test
  void wrongProductsFailTheSelfTest() {
    DenseKernel wrong =
        new BrokenKernel() {
          @Override
          public Matrix multiply(Matrix a, Matrix b) {
            Matrix product = super.multiply(a, b);
            product.values()[3] += 1e-6;
            return product;
          }
        };
    assertThat(KernelCheck.failure(wrong)).contains("dgemm is wrong");
  }

  @Test
  void wrongGramSumsFailTheSelfTest() {
    DenseKernel wrong =
        new BrokenKernel() {
          @Override
          public GramWorkspace gram(double[] upper, int columns) {
            double[] disturbed = upper.clone();
            disturbed[1] = Double.NaN;
            return super.gram(disturbed, columns);
          }
        };
    assertThat(KernelCheck.failure(wrong)).contains("dsyrk is wrong");
  }

  @Test
  void garbageThatPassedTheSelfTestIsCaughtWhereItHappens() {
    // Right up to order 200, as the self-test asks; wrong at 210.
    NativeBlas natives = new NativeBlas(true, 0, () -> new BrokenKernel.GarbageVectorsFrom(201));
    Rows rows = SeededRows.normal(300, 210, 7);
    try (Decomposition gram = GivenProviders.gram(natives).open(210)) {
      gram.accept(rows);
      Spectrum spectrum = gram.finish();
      assertThat(natives.kernel()).isPresent();
      Verification verification = Decompositions.verify(rows, spectrum);
      assertThat(verification.orthonormality()).isLessThan(1e-11);
      assertThat(verification.residual()).isLessThan(1e-8);
    }
  }

  @Test
  void javaAndOpenBlasAgree() {
    NativeBlas natives = Natives.always();
    assumeTrue(natives.kernel().isPresent(), natives.description());
    Rows rows = SeededRows.normal(1500, 130, 11);
    double[] ours = sigma(Natives.off(), rows);
    double[] theirs = sigma(natives, rows);
    assertThat(O5Reference.difference(theirs, ours)).isLessThan(1e-12);
  }

  private static double[] sigma(NativeBlas natives, Rows rows) {
    try (Decomposition gram = GivenProviders.gram(natives).open(rows.columns())) {
      gram.accept(rows);
      return gram.finish().singularValues();
    }
  }
}
