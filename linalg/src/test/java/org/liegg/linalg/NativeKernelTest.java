package org.liegg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import org.junit.jupiter.api.Test;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Availability;
import org.liegg.api.spi.Decomposition;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.WorthLoading;
import org.liegg.linalg.fixtures.GarbageKernel;
import org.liegg.linalg.fixtures.O5Reference;
import org.liegg.linalg.fixtures.SeededRows;
import org.liegg.linalg.verify.Decompositions;
import org.liegg.linalg.verify.Verification;

/** What decompositions do with a native library. */
class NativeKernelTest {

  @Test
  void whatIsAvailableIsSaidWithoutLoading() {
    assertThat(GivenProviders.gram(unloadable()).availability())
        .isInstanceOf(Availability.Available.class);
  }

  @Test
  void smallProblemsNeverLoadTheLibrary() {
    try (Decomposition gram = GivenProviders.gram(unloadable()).open(25)) {
      gram.accept(new Rows(10_000, 25, new double[250_000]));
      assertThat(gram.finish().count()).isEqualTo(25);
    }
  }

  @Test
  void garbageThatPassedTheSelfTestIsCaughtWhereItHappens() {
    // Right up to order 200, as the self-test asks; wrong at 210.
    NativeBlas natives = GarbageKernel.loaded(new GarbageKernel(201));
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
    NativeBlas natives = openBlas();
    Rows rows = SeededRows.normal(1500, 130, 11);
    double[] ours = sigma(NativeBlas.off(), rows, 1);
    double[] theirs = sigma(natives, rows, 1);
    assertThat(O5Reference.difference(theirs, ours)).isLessThan(1e-12);
  }

  @Test
  void aSpectrumOnTwoThreadsIsTheSame() {
    NativeBlas natives = openBlas();
    Rows rows = SeededRows.normal(900, 160, 41);
    assertThat(O5Reference.difference(sigma(natives, rows, 2), sigma(natives, rows, 1)))
        .isLessThan(1e-12);
    assertThat(sigma(natives, rows, 2)).containsExactly(sigma(natives, rows, 2));
  }

  private static NativeBlas openBlas() {
    NativeBlas natives = NativeBlas.after(0);
    assumeTrue(natives.kernel().isPresent(), natives.description());
    return natives;
  }

  private static NativeBlas unloadable() {
    return new NativeBlas(
        true,
        WorthLoading.DEFAULT,
        () -> {
          throw new AssertionError("loaded for a small problem");
        });
  }

  private static double[] sigma(NativeBlas natives, Rows rows, int threads) {
    DecompositionOptions options = DecompositionOptions.defaults().withThreads(threads);
    try (Decomposition gram = GivenProviders.gram(natives).open(rows.columns(), options)) {
      gram.accept(rows);
      return gram.finish().singularValues();
    }
  }
}
