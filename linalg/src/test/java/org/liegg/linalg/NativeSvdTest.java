package org.liegg.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.blas.DenseKernel;
import org.liegg.blas.FilterKernel;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.SymmetricEigen;
import org.liegg.linalg.fixtures.GarbageKernel;
import org.liegg.linalg.fixtures.SeededRows;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.linalg.verify.Decompositions;
import org.liegg.linalg.verify.Verification;

/** What becomes of a native library that is wrong about QR or singular vectors. */
class NativeSvdTest {

  static Stream<Function<NativeBlas, DecompositionProvider>> providers() {
    return Stream.of(
        natives -> GivenProviders.qr(natives, MemoryBudget.ofProcess()),
        natives -> GivenProviders.svd(natives, MemoryBudget.ofProcess()));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void garbageThatPassedTheSelfTestIsCaughtWhereItHappens(
      Function<NativeBlas, DecompositionProvider> opener) {
    // Right up to the 200 columns of the self-test; wrong at 210.
    NativeBlas natives = GarbageKernel.loaded(new GarbageKernel(201));
    isRepaired(natives, opener.apply(natives));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void anSvdThatDoesNotConvergeIsRepeated(Function<NativeBlas, DecompositionProvider> opener) {
    DenseKernel stuck =
        new FilterKernel(GarbageKernel.right()) {
          @Override
          public SymmetricEigen rightSvd(Matrix a) {
            if (a.columns() > 200) {
              throw new NumericalException("LIEGG-SVD-FAILED", "svd", "dgesdd returned 1", "none");
            }
            return super.rightSvd(a);
          }
        };
    NativeBlas natives = GarbageKernel.loaded(stuck);
    isRepaired(natives, opener.apply(natives));
  }

  private static void isRepaired(NativeBlas natives, DecompositionProvider provider) {
    Rows rows = SeededRows.normal(300, 210, 7);
    try (Decomposition decomposition = provider.open(210)) {
      decomposition.accept(rows);
      Spectrum spectrum = decomposition.finish();
      assertThat(natives.kernel()).isPresent();
      assertThat(decomposition.description()).contains("SVD by EJML");
      Verification verification = Decompositions.verify(rows, spectrum);
      assertThat(verification.orthonormality()).isLessThan(1e-12);
      assertThat(verification.residual()).isLessThan(1e-13);
    }
  }
}
