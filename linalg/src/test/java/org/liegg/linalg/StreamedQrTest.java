package org.liegg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.Arrays;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.NumericalException;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.blas.Kernels;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.fixtures.SeededRows;
import org.liegg.linalg.sums.MemoryBudget;
import org.liegg.linalg.sums.QrSum;
import org.liegg.linalg.sums.TriangularFactor;

class StreamedQrTest {

  static Stream<NativeBlas> kernels() {
    return Stream.of(NativeBlas.off(), NativeBlas.after(0));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void theFactorOfAnOrthogonalStackIsItsScale(NativeBlas natives) {
    // Three times the identity, stacked: columns of length √3, orthogonal.
    Rows rows = new Rows(6, 2, new double[] {1, 0, 0, 1, 1, 0, 0, 1, 1, 0, 0, 1});
    double[] upper = factor(natives, rows).values();
    int exponent = factor(natives, rows).exponent();
    assertThat(Math.abs(Math.scalb(upper[0], exponent))).isCloseTo(Math.sqrt(3), within(1e-15));
    assertThat(Math.abs(Math.scalb(upper[3], exponent))).isCloseTo(Math.sqrt(3), within(1e-15));
    assertThat(upper[1]).isCloseTo(0, within(1e-15));
    assertThat(upper[2]).isZero();
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void seesWhatGramCannot(NativeBlas natives) {
    // Läuchli: σ = √(1 + ε²·…): [1 1; ε 0; 0 ε] has σ₂ = ε, which is lost when ε² is below
    // rounding.
    double epsilon = 1e-10;
    Rows rows = new Rows(3, 2, new double[] {1, 1, epsilon, 0, 0, epsilon});
    assertThat(
            spectrum(new QrProvider(natives, MemoryBudget.ofProcess()), rows).singularValues()[1])
        .isCloseTo(epsilon, within(1e-15));
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void resolvesFourteenDecadesAcrossManyBlocks(NativeBlas natives) {
    Rows rows = graded(20_000, 15, 1);
    double[] sigma =
        spectrum(new QrProvider(natives, MemoryBudget.ofProcess()), rows).singularValues();
    double[] expected = spectrum(new EjmlSvdProvider(), rows).singularValues();
    assertThat(sigma).containsExactly(expected, within(1e-14 * expected[0]));
    assertThat(expected[14] / expected[0]).isLessThan(1e-13);
  }

  @ParameterizedTest
  @ValueSource(ints = {1, 31, 32, 33, 150})
  void openBlasAndJavaGiveTheSameFactorUpToSigns(int columns) {
    NativeBlas natives = NativeBlas.after(0);
    assumeTrue(natives.kernel().isPresent(), natives.description());
    Rows rows = SeededRows.normal(4001, columns, 23);
    double[] ours = factor(NativeBlas.off(), rows).values();
    double[] theirs = factor(natives, rows).values();
    for (int i = 0; i < columns; i++) {
      double sign = Math.signum(ours[i * columns + i]) * Math.signum(theirs[i * columns + i]);
      for (int j = 0; j < columns; j++) {
        assertThat(sign * theirs[i * columns + j])
            .as("R[%d, %d] of %d columns, seed 23", i, j, columns)
            .isCloseTo(ours[i * columns + j], within(1e-12));
      }
    }
  }

  @ParameterizedTest
  @MethodSource("kernels")
  void reflectsColumnsOfVeryDifferentSizeWithoutHarm(NativeBlas natives) {
    Rows even = SeededRows.normal(50, 3, 29);
    double[] values = even.values().clone();
    for (int i = 0; i < 50; i++) {
      values[3 * i] *= 1e-160;
    }
    Rows uneven = new Rows(50, 3, values);
    double[] sigma =
        spectrum(new QrProvider(natives, MemoryBudget.ofProcess()), uneven).singularValues();
    double[] others = new double[100];
    for (int i = 0; i < 50; i++) {
      others[2 * i] = values[3 * i + 1];
      others[2 * i + 1] = values[3 * i + 2];
    }
    double[] expected = spectrum(new EjmlSvdProvider(), new Rows(50, 2, others)).singularValues();
    assertThat(Arrays.copyOf(sigma, 2)).containsExactly(expected, within(1e-13));
    assertThat(sigma[2]).isLessThan(1e-14 * sigma[0]);
  }

  @Test
  void memoryDoesNotGrowWithTheRows() {
    int columns = 20;
    int batch = 10_000;
    // Two million rows are 320 MB.
    MemoryBudget budget = new MemoryBudget(16 << 20);
    Rows rows = SeededRows.normal(batch, columns, 31);
    try (Decomposition qr = new QrProvider(NativeBlas.off(), budget).open(columns);
        Decomposition svd = new SvdProvider(NativeBlas.off(), budget).open(columns)) {
      qr.accept(rows);
      int early = qr.state().length;
      for (int i = 1; i < 200; i++) {
        qr.accept(rows);
      }
      assertThat(qr.state().length)
          .as("bytes of state: R and a block of rows")
          .isLessThan(Math.max(early, 300_000));
      assertThatExceptionOfType(NumericalException.class)
          .isThrownBy(
              () -> {
                for (int i = 0; i < 200; i++) {
                  svd.accept(rows);
                }
              })
          .withMessageContaining("LIEGG-DECOMPOSITION-MEMORY")
          .withMessageContaining("use the decomposition qr");
      Spectrum spectrum = qr.finish();
      assertThat(spectrum.rows()).isEqualTo(2_000_000);
      double[] once = spectrum(new EjmlSvdProvider(), rows).singularValues();
      for (int i = 0; i < columns; i++) {
        // The same rows 200 times over.
        assertThat(spectrum.singularValues()[i] / once[i]).isCloseTo(Math.sqrt(200), within(1e-10));
      }
    }
  }

  @Test
  void isRefusedAtOnceWhereItsFactorsDoNotFit() {
    assertThatExceptionOfType(NumericalException.class)
        .isThrownBy(() -> new QrProvider(NativeBlas.off(), new MemoryBudget(1 << 26)).open(2000))
        .withMessageStartingWith("LIEGG-DECOMPOSITION-MEMORY: decomposition qr: 2000 candidate");
  }

  @Test
  void saysWhatDidTheWork() {
    NativeBlas natives = NativeBlas.after(0);
    assumeTrue(natives.kernel().isPresent(), natives.description());
    assertThat(described(new QrProvider(natives, MemoryBudget.ofProcess())))
        .matches("streamed QR by OpenBLAS [0-9.]+, SVD by dgesdd of OpenBLAS [0-9.]+");
    assertThat(described(new SvdProvider(natives, MemoryBudget.ofProcess())))
        .matches("collected rows, QR by OpenBLAS [0-9.]+, SVD by dgesdd of OpenBLAS [0-9.]+");
    assertThat(described(new QrProvider(NativeBlas.off(), MemoryBudget.ofProcess())))
        .startsWith("streamed QR by pure Java")
        .contains("SVD by EJML");
    assertThat(described(new SvdProvider(NativeBlas.off(), MemoryBudget.ofProcess())))
        .startsWith("collected rows, QR by pure Java")
        .contains("SVD by EJML");
  }

  private static String described(DecompositionProvider provider) {
    try (Decomposition decomposition = provider.open(6)) {
      decomposition.accept(SeededRows.normal(40, 6, 37));
      decomposition.finish();
      return decomposition.description();
    }
  }

  /** Columns of 1 to 1e-14, mixed. */
  private static Rows graded(int rows, int columns, long seed) {
    Random random = new Random(seed);
    double[] mix = SeededRows.normal(columns * columns, seed + 1);
    double[] values = new double[rows * columns];
    for (int i = 0; i < rows; i++) {
      for (int k = 0; k < columns; k++) {
        double weight = random.nextGaussian() * Math.pow(10, -k);
        for (int j = 0; j < columns; j++) {
          values[i * columns + j] += weight * mix[k * columns + j];
        }
      }
    }
    return new Rows(rows, columns, values);
  }

  private static TriangularFactor factor(NativeBlas natives, Rows rows) {
    try (QrSum sum = new QrSum(rows.columns(), new Kernels(natives))) {
      sum.add(rows.values(), rows.rows());
      return sum.finish();
    }
  }

  private static Spectrum spectrum(DecompositionProvider provider, Rows rows) {
    try (Decomposition decomposition = provider.open(rows.columns())) {
      decomposition.accept(rows);
      return decomposition.finish();
    }
  }
}
