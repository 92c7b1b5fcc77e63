package org.liegg.linalg.blas;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.linalg.GivenProviders;
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

  @Test
  void garbageSingularVectorsFailTheSelfTest() {
    assertThat(KernelCheck.failure(new BrokenKernel.GarbageSingularVectorsFrom(100)))
        .get()
        .asString()
        .startsWith("dgesdd returns vectors that are no singular vectors");
  }

  @Test
  void aWrongTriangleFailsTheSelfTest() {
    DenseKernel wrong =
        new BrokenKernel() {
          @Override
          public TriangularWorkspace triangular(double[] upper, int columns) {
            double[] disturbed = upper.clone();
            disturbed[0] = 1;
            return super.triangular(disturbed, columns);
          }
        };
    assertThat(KernelCheck.failure(wrong)).contains("dgeqrt is wrong");
  }

  @ParameterizedTest
  @MethodSource("providers")
  void garbageThatPassedTheSelfTestIsCaughtWhereItHappens(
      Function<NativeBlas, DecompositionProvider> opener) {
    // Right up to the 200 columns of the self-test; wrong at 210.
    NativeBlas natives =
        new NativeBlas(true, 0, () -> new BrokenKernel.GarbageSingularVectorsFrom(201));
    isRepaired(natives, opener.apply(natives));
  }

  @ParameterizedTest
  @MethodSource("providers")
  void anSvdThatDoesNotConvergeIsRepeated(Function<NativeBlas, DecompositionProvider> opener) {
    DenseKernel stuck =
        new BrokenKernel() {
          @Override
          public SymmetricEigen rightSvd(Matrix a) {
            if (a.columns() > 200) {
              throw new NumericalException("LIEGG-SVD-FAILED", "svd", "dgesdd returned 1", "none");
            }
            return super.rightSvd(a);
          }
        };
    NativeBlas natives = new NativeBlas(true, 0, () -> stuck);
    isRepaired(natives, opener.apply(natives));
  }

  @Test
  void valuesThatAreScaledAreNoSingularValues() {
    Matrix a = new Matrix(30, 20, SeededRows.normal(600, 3));
    SymmetricEigen svd = RightSvd.of(a);
    assertThat(SvdCheck.holds(a, svd)).isTrue();
    for (int i = 0; i < 20; i++) {
      svd.values()[i] *= 1 + 1e-9;
    }
    assertThat(SvdCheck.holds(a, svd)).isFalse();
  }

  @Test
  void nothingIsNoSingularValue() {
    Matrix a = new Matrix(30, 20, SeededRows.normal(600, 3));
    SymmetricEigen svd = RightSvd.of(a);
    svd.values()[19] = Double.NaN;
    assertThat(SvdCheck.holds(a, svd)).isFalse();
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
