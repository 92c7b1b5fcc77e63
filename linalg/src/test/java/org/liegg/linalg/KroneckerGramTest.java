package org.liegg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.IntStream;
import java.util.stream.LongStream;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.FieldBasis;
import org.liegg.api.NumericalException;
import org.liegg.api.Polarization;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.blas.Kernels;
import org.liegg.blas.KroneckerLayout;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.Symmetric;
import org.liegg.linalg.fixtures.Polarizations;
import org.liegg.linalg.streaming.GramDecomposition;
import org.liegg.linalg.sums.GramPath;
import org.liegg.linalg.sums.GramSum;
import org.liegg.linalg.sums.KroneckerSum;
import org.liegg.linalg.sums.MemoryBudget;

/** EᵀE by factors is EᵀE by rows. */
class KroneckerGramTest {
  private static final double EXACT = 2e-14;

  static Stream<Arguments> bases() {
    return Stream.concat(
        Stream.of(
            Arguments.of("gl(4), k = 3", Polarizations.gl(4, 1), 3),
            Arguments.of("gl(5)^2, k = 7", Polarizations.gl(5, 2), 7),
            Arguments.of("gl(1), k = 1", Polarizations.gl(1, 1), 1),
            Arguments.of("aff(4), k = 2", Polarizations.affine(4), 2),
            Arguments.of("aff(3)+aff(2)+aff(1), k = 5", Polarizations.affine(3, 2, 1), 5),
            Arguments.of("so(6), k = 4", Polarizations.so(6), 4),
            Arguments.of("translate(5), k = 9", Polarizations.translations(5), 9),
            Arguments.of("scale(12), k = 2", Polarizations.scalings(12), 2)),
        LongStream.range(1, 30)
            .mapToObj(
                seed ->
                    Arguments.of(
                        "sparse, seed " + seed, Polarizations.sparse(seed), 1 + (int) seed % 6)));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bases")
  void bothPathsGiveTheSameMatrix(String name, FieldBasis basis, int outputs) {
    for (NativeBlas natives : new NativeBlas[] {NativeBlas.off(), NativeBlas.after(0)}) {
      Polarization polarization = Polarizations.random(basis, 700, outputs, 17);
      Kernels kernels = new Kernels(natives);
      Symmetric expected = byRows(polarization, kernels);
      Symmetric actual = byFactors(polarization, kernels);
      assertThat(difference(actual, expected)).as(name).isLessThan(EXACT);
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("bases")
  void bothPathsGiveTheSameSpectrum(String name, FieldBasis basis, int outputs) {
    Polarization polarization = Polarizations.random(basis, 300, outputs, 19);
    Spectrum expected = spectrum(GramPath.ROWS, polarization);
    Spectrum actual = spectrum(GramPath.FACTORS, polarization);
    isClose(actual, expected, name);
  }

  @Test
  void hugeAndTinyFactorsKeepTheirDigits() {
    FieldBasis basis = Polarizations.gl(4, 1);
    double[] expected =
        spectrum(GramPath.FACTORS, Polarizations.random(basis, 300, 3, 21)).singularValues();
    for (double[] size :
        new double[][] {
          {1e150, 1},
          {1e-150, 1},
          {1, 1e150},
          {1, 1e-150},
          {1e150, 1e150},
          {1e-150, 1e-150},
          {1e250, 1e-250},
          {1e-300, 1e300}
        }) {
      double[] sigma =
          spectrum(GramPath.FACTORS, Polarizations.random(basis, 300, 3, 21, size[0], size[1]))
              .singularValues();
      for (int i = 0; i < sigma.length; i++) {
        assertThat(sigma[i] / size[0] / size[1])
            .as("σ[%d] at %s · %s", i, size[0], size[1])
            .isCloseTo(expected[i], within(1e-12 * expected[0]));
      }
    }
  }

  @Test
  void partsOfVeryDifferentSizeAddUp() {
    FieldBasis basis = Polarizations.gl(3, 1);
    Polarization large = Polarizations.random(basis, 200, 2, 23, 1e150, 1e120);
    double[] expected = spectrum(GramPath.ROWS, large).singularValues();
    try (Decomposition sum = gram(GramPath.FACTORS, 9)) {
      sum.accept(Polarizations.random(basis, 77, 2, 25, 1e-200, 1e-100));
      sum.accept(Polarizations.random(basis, 77, 2, 25));
      sum.accept(large);
      sum.accept(Polarizations.random(basis, 77, 2, 25, 1e-200, 1e100));
      assertThat(sum.finish().singularValues())
          .containsExactly(expected, within(1e-12 * expected[0]));
    }
  }

  @Test
  void rowsThatOverflowAreRefusedThoughTheyAreNeverFormed() {
    Polarization polarization =
        Polarizations.random(Polarizations.gl(3, 1), 5, 1, 27, 1e200, 1e200);
    try (Decomposition sum = gram(GramPath.FACTORS, 9)) {
      assertThatExceptionOfType(NumericalException.class)
          .isThrownBy(() -> sum.accept(polarization))
          .withMessageContaining("LIEGG-ROWS-NONFINITE");
    }
  }

  @Test
  void theNumberOfOutputsMayChangeAndWithItThePath() {
    FieldBasis basis = Polarizations.gl(5, 2);
    Polarization one = Polarizations.random(basis, 400, 1, 29);
    Polarization many = Polarizations.random(basis, 400, 40, 31);
    Spectrum expected;
    try (Decomposition rows = gram(GramPath.ROWS, 25)) {
      rows.accept(one);
      rows.accept(many);
      expected = rows.finish();
    }
    try (Decomposition mixed = gram(GramPath.CHEAPEST, 25)) {
      mixed.accept(one);
      assertThat(mixed.description()).doesNotContain("Kronecker");
      mixed.accept(many);
      assertThat(mixed.description()).contains("EᵀE as Kronecker factors and as rows by");
      isClose(mixed.finish(), expected, "both paths in one sum");
    }
  }

  @Test
  void partsOfEitherPathMergeAndContinueFromTheirState() {
    FieldBasis basis = Polarizations.affine(3, 2);
    Polarization all = Polarizations.random(basis, 1000, 3, 33);
    Spectrum expected = spectrum(GramPath.ROWS, all);
    int m = basis.fields();
    for (GramPath first : GramPath.values()) {
      for (GramPath second : GramPath.values()) {
        Decomposition left = gram(first, m);
        Decomposition right = gram(second, m);
        left.accept(all.slice(0, 333));
        right.accept(all.slice(333, 800));
        try (Decomposition restored = provider(second).restore(left.state());
            Decomposition other = provider(first).restore(right.state())) {
          restored.merge(other);
          restored.accept(all.slice(800, 1000));
          isClose(restored.finish(), expected, first + " and " + second);
        }
        left.close();
        right.close();
      }
    }
  }

  @Test
  void batchesOfAnySizeGiveTheSameBits() {
    Polarization all = Polarizations.random(Polarizations.gl(6, 1), 5000, 2, 35);
    double[] whole = spectrum(GramPath.FACTORS, all).singularValues();
    for (int size : new int[] {7, 999, 4096}) {
      try (Decomposition sum = gram(GramPath.FACTORS, 36)) {
        for (int from = 0; from < 5000; from += size) {
          sum.accept(all.slice(from, Math.min(5000, from + size)));
        }
        assertThat(sum.finish().singularValues()).containsExactly(whole);
      }
    }
  }

  @Test
  void choosesTheCheaperPath() {
    assertThat(choice(Polarizations.gl(40, 1), 1)).isTrue();
    assertThat(choice(Polarizations.gl(40, 1), 10)).isTrue();
    assertThat(choice(Polarizations.gl(10, 1), 1)).isTrue();
    assertThat(choice(Polarizations.gl(3, 1), 1)).isFalse();
    assertThat(choice(Polarizations.gl(5, 2), 1)).isFalse();
    assertThat(choice(Polarizations.gl(5, 2), 30)).isTrue();
    assertThat(choice(Polarizations.scalings(40), 10)).isFalse();
    assertThat(choice(Polarizations.so(20), 1)).isFalse();
    assertThat(choice(Polarizations.so(20), 10)).isTrue();
  }

  @Test
  void fieldsWithoutEntriesAreTakenByRows() {
    FieldBasis zero = FieldBasis.builder(3, 2).endField().endField().build();
    Spectrum spectrum = spectrum(GramPath.FACTORS, Polarizations.random(zero, 5, 1, 37));
    assertThat(spectrum.singularValues()).containsExactly(0, 0);
  }

  @Test
  void factorsThatDoNotFitAreLeftForRows() {
    // 64 fields need little, the products of 64 inputs and 64 features 35 MB.
    FieldBasis basis = FieldBasis.builder(64, 64).entry(0, 0, 1).endField().build();
    FieldBasis.Builder wide = FieldBasis.builder(64, 64);
    IntStream.range(0, 64).forEach(i -> wide.entry(i, (i + 1) % 64, 1).entry(i, i, 1).endField());
    MemoryBudget budget = new MemoryBudget(8 << 20);
    FieldBasis fields = wide.build();
    try (Decomposition sum =
        new GramDecomposition(
            64, NativeBlas.off(), budget, DecompositionOptions.defaults(), GramPath.FACTORS)) {
      sum.accept(Polarizations.random(fields, 10, 1, 39));
      assertThat(sum.description()).doesNotContain("Kronecker");
    }
    assertThat(KroneckerLayout.of(basis).size()).isEqualTo(1);
  }

  @Test
  void moreInputsThanPairsCouldBeKeptOfAreTakenByRows() {
    FieldBasis.Builder builder = FieldBasis.builder(5000, 5000);
    FieldBasis one = builder.entry(4999, 4999, 1).endField().build();
    assertThat(KroneckerLayout.possible(one)).isFalse();
    assertThat(KroneckerLayout.possible(Polarizations.gl(40, 1))).isTrue();
  }

  @Test
  void productsAcrossTermsThatNothingAsksForAreLeftOut() {
    double two = KroneckerLayout.of(Polarizations.affine(4, 4)).size();
    assertThat(two).isEqualTo(2 * 10 * 15 + 16 * 25);
    assertThat(KroneckerLayout.of(Polarizations.affine(8)).size()).isEqualTo(36 * 45);
  }

  private static boolean choice(FieldBasis basis, int outputs) {
    return GramPath.CHEAPEST.byFactors(basis, KroneckerLayout.of(basis), outputs);
  }

  private static Symmetric byRows(Polarization polarization, Kernels kernels) {
    try (GramSum sum = new GramSum(polarization.columns(), kernels)) {
      var rows = polarization.rows();
      sum.add(rows.values(), rows.rows());
      return sum.finish();
    }
  }

  private static Symmetric byFactors(Polarization polarization, Kernels kernels) {
    FieldBasis basis = polarization.fields();
    try (KroneckerSum sum = new KroneckerSum(basis, KroneckerLayout.of(basis), kernels)) {
      sum.add(polarization, 0);
      return sum.finish();
    }
  }

  /** Largest difference of entries, as a share of the largest entry. */
  private static double difference(Symmetric actual, Symmetric expected) {
    double difference = 0;
    double largest = 0;
    for (int i = 0; i < expected.values().length; i++) {
      double value = Math.scalb(expected.values()[i], expected.exponent());
      double other = Math.scalb(actual.values()[i], actual.exponent());
      largest = Math.max(largest, Math.abs(value));
      difference = Math.max(difference, Math.abs(value - other));
    }
    return difference / largest;
  }

  private static GramProvider provider(GramPath path) {
    return new GramProvider(NativeBlas.off(), path);
  }

  private static Decomposition gram(GramPath path, int columns) {
    return provider(path).open(columns);
  }

  private static Spectrum spectrum(GramPath path, Polarization polarization) {
    try (Decomposition sum = gram(path, polarization.columns())) {
      sum.accept(polarization);
      return sum.finish();
    }
  }

  private static void isClose(Spectrum actual, Spectrum expected, String what) {
    double largest = expected.singularValues()[0];
    for (int i = 0; i < expected.count(); i++) {
      double square = Math.pow(expected.singularValues()[i] / largest, 2);
      assertThat(Math.pow(actual.singularValues()[i] / largest, 2))
          .as("σ²[%d], %s", i, what)
          .isCloseTo(square, within(1e-13));
    }
    assertThat(actual.rows()).isEqualTo(expected.rows());
    assertThat(actual.defects().orElseThrow().withTrivial())
        .as("defects, %s", what)
        .containsExactly(expected.defects().orElseThrow().withTrivial(), within(1e-10));
  }
}
