package org.liegg.linalg;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.FieldBasis;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;
import org.liegg.api.spi.DecompositionProvider;
import org.liegg.blas.NativeBlas;
import org.liegg.linalg.fixtures.O5Reference;
import org.liegg.linalg.sums.MemoryBudget;

class O5ReferenceTest {

  static Stream<Arguments> cases() {
    return Stream.of(
            new GramProvider(NativeBlas.off()),
            new GramProvider(NativeBlas.after(0)),
            new EjmlSvdProvider(),
            new QrProvider(NativeBlas.off(), MemoryBudget.ofProcess()),
            new QrProvider(NativeBlas.after(0), MemoryBudget.ofProcess()),
            new SvdProvider(NativeBlas.off(), MemoryBudget.ofProcess()),
            new SvdProvider(NativeBlas.after(0), MemoryBudget.ofProcess()))
        .flatMap(
            provider ->
                Stream.of(
                    Arguments.of(provider, "gl5", O5Reference.bothVectors()),
                    Arguments.of(provider, "gl10", O5Reference.anyMatrix())));
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasTheSingularValuesOfTheReference(
      DecompositionProvider provider, String name, FieldBasis fields) {
    double[] expected = O5Reference.expected(name, 0);
    assertThat(O5Reference.difference(spectrum(provider, fields).singularValues(), expected))
        .isLessThan(1e-9);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void hasTheDefectsOfTheReference(DecompositionProvider provider, String name, FieldBasis fields) {
    double[] expected = O5Reference.expected(name, 1);
    assertThat(
            O5Reference.difference(
                spectrum(provider, fields).defects().orElseThrow().withTrivial(), expected))
        .isLessThan(1e-9);
  }

  @ParameterizedTest
  @MethodSource("cases")
  void tenDefectsAreSmall(DecompositionProvider provider, String name, FieldBasis fields) {
    double[] defects = spectrum(provider, fields).defects().orElseThrow().withTrivial();
    assertThat(Arrays.stream(defects).filter(defect -> defect <= 0.01).count())
        .as(name)
        .isEqualTo(10);
  }

  private static Spectrum spectrum(DecompositionProvider provider, FieldBasis fields) {
    try (Decomposition decomposition = provider.open(fields.fields())) {
      decomposition.accept(O5Reference.polarization(fields));
      return decomposition.finish();
    }
  }
}
