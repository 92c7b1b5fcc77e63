package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.liegg.api.Accuracy;
import org.liegg.api.Rows;
import org.liegg.api.Spectrum;

/** The spectra that a decomposition has to get right. */
public interface SpectrumContract extends DecompositionSubject {

  @Test
  default void decomposesATallMatrix() {
    hasSpectrum(40, 6, new double[] {9, 7, 4, 2, 1, 0.5}, 1);
  }

  @Test
  default void decomposesASquareMatrix() {
    hasSpectrum(7, 7, new double[] {5, 4, 3, 2, 1.5, 1, 0.25}, 3);
  }

  @Test
  default void padsTheSpectrumOfAWideMatrixWithZeros() {
    Spectrum spectrum = hasSpectrum(3, 8, new double[] {3, 2, 1}, 5);
    int zeros = Math.min(5, spectrum.count());
    assertThat(Arrays.copyOfRange(smallestFirst(spectrum), 0, zeros)).containsOnly(0);
  }

  @Test
  default void decomposesManyBlocksOfRows() {
    double[] sigma = IntStream.range(0, 12).mapToDouble(i -> 12 - i).toArray();
    hasSpectrum(9001, 12, sigma, 7);
  }

  @Test
  default void decomposesMoreColumnsThanABlockIsWide() {
    double[] sigma = IntStream.range(0, 90).mapToDouble(i -> 1 + (90 - i) / 30.0).toArray();
    hasSpectrum(200, 90, sigma, 9);
  }

  @Test
  default void decomposesOneRow() {
    Spectrum spectrum = spectrumOf(new Rows(1, 3, new double[] {0, -3, 4}));
    assertThat(spectrum.singularValues()[0]).isCloseTo(5, within(5 * sigmaTolerance()));
    assertThat(Arrays.copyOfRange(spectrum.singularValues(), 1, 3)).containsOnly(0);
    assertThat(spectrum.vector(0)).containsExactly(new double[] {0, -0.6, 0.8}, within(1e-12));
    isWellFormed(spectrum);
  }

  @Test
  default void decomposesOneColumn() {
    Spectrum spectrum = spectrumOf(new Rows(4, 1, new double[] {1, -1, 1, -1}));
    assertThat(spectrum.singularValues()).containsExactly(new double[] {2}, within(1e-12));
    assertThat(spectrum.vector(0)).containsExactly(1);
  }

  @Test
  default void ofNoRowsEverySingularValueIsZero() {
    Spectrum spectrum = spectrumOf(new Rows(0, 4, new double[0]));
    assertThat(spectrum.singularValues()).containsExactly(0, 0, 0, 0);
    assertThat(spectrum.samples()).isZero();
    isWellFormed(spectrum);
  }

  @Test
  default void ofNothingAcceptedEverySingularValueIsZero() {
    try (var decomposition = open(3)) {
      Spectrum spectrum = decomposition.finish();
      assertThat(spectrum.singularValues()).containsExactly(0, 0, 0);
      assertThat(spectrum.defects()).isEmpty();
      isWellFormed(spectrum);
    }
  }

  @Test
  default void ofNoColumnsTheSpectrumIsEmpty() {
    Spectrum spectrum = spectrumOf(new Rows(5, 0, new double[0]));
    assertThat(spectrum.count()).isZero();
    assertThat(spectrum.rows()).isEqualTo(5);
  }

  @Test
  default void ofZerosEverySingularValueIsZero() {
    Spectrum spectrum = spectrumOf(new Rows(6, 3, new double[18]));
    assertThat(spectrum.singularValues()).containsExactly(0, 0, 0);
    isWellFormed(spectrum);
  }

  @Test
  default void theIdentityHasOnlyOnes() {
    double[] identity = new double[25];
    IntStream.range(0, 5).forEach(i -> identity[6 * i] = 1);
    Spectrum spectrum = spectrumOf(new Rows(5, 5, identity));
    isTailOf(spectrum.singularValues(), ones(5), 1e-13, "singular values of the identity");
    isWellFormed(spectrum);
  }

  @Test
  default void findsTheNullspaceOfARankDeficientMatrix() {
    double[] sigma = {8, 5, 3, 2, 0, 0, 0};
    Spectrum spectrum = hasSpectrum(60, 7, sigma, 11);
    double[] expected = Arrays.copyOfRange(KnownRows.rightVectors(7, 7, 11), 4 * 7, 7 * 7);
    assertThat(KnownRows.distance(expected, lastVectors(spectrum, 3), 7))
        .isLessThan(subspaceTolerance());
  }

  @Test
  default void findsTheNullspaceOfAWideMatrix() {
    Spectrum spectrum = hasSpectrum(3, 9, new double[] {3, 2, 1}, 13);
    double[] rowSpace = KnownRows.rightVectors(3, 9, 13);
    double[] nullspace = lastVectors(spectrum, Math.min(6, spectrum.count()));
    for (int i = 0; i < 3; i++) {
      for (int j = 0; j < nullspace.length; j += 9) {
        assertThat(KnownRows.dot(rowSpace, i * 9, nullspace, j, 9))
            .as("inner product of a row and a vector of the nullspace")
            .isCloseTo(0, within(subspaceTolerance()));
      }
    }
  }

  @Test
  default void duplicatedRowsScaleTheSpectrum() {
    Rows rows = KnownRows.random(30, 4, 15);
    double[] twice = Arrays.copyOf(rows.values(), 2 * rows.values().length);
    System.arraycopy(rows.values(), 0, twice, rows.values().length, rows.values().length);
    double[] once = spectrumOf(rows).singularValues();
    double[] doubled = spectrumOf(new Rows(60, 4, twice)).singularValues();
    double[] expected = Arrays.stream(once).map(sigma -> sigma * Math.sqrt(2)).toArray();
    assertThat(doubled).containsExactly(expected, within(1e-12 * expected[0]));
  }

  @Test
  default void duplicatedColumnsAreANullspace() {
    // Columns (a, b, a, c, b): e₀ − e₂ and e₁ − e₄ are mapped to zero.
    Rows rows = KnownRows.columns(KnownRows.random(50, 3, 33), 0, 1, 0, 2, 1);
    Spectrum spectrum = spectrumOf(rows);
    double half = Math.sqrt(0.5);
    double[] expected = {half, 0, -half, 0, 0, 0, half, 0, 0, -half};
    assertThat(KnownRows.distance(expected, lastVectors(spectrum, 2), 5))
        .isLessThan(subspaceTolerance());
    isWellFormed(spectrum);
  }

  @Test
  default void findsInsensitiveColumnsAmongManyRows() {
    Rows rows = KnownRows.columns(KnownRows.random(5000, 6, 35), 0, 1, 2, -1, 3, -1, 4, 5);
    Spectrum spectrum = spectrumOf(rows);
    double[] expected = new double[16];
    expected[3] = 1;
    expected[8 + 5] = 1;
    assertThat(KnownRows.distance(expected, lastVectors(spectrum, 2), 8))
        .isLessThan(subspaceTolerance());
    isWellFormed(spectrum);
  }

  @Test
  default void decomposesASingleNumber() {
    Spectrum spectrum = spectrumOf(new Rows(1, 1, new double[] {-7}));
    assertThat(spectrum.singularValues()).containsExactly(new double[] {7}, within(1e-12));
    assertThat(spectrum.vector(0)).containsExactly(1);
  }

  @Test
  default void resolvesAGradedSpectrumToItsAccuracyClass() {
    double[] sigma = IntStream.range(0, 15).mapToDouble(i -> Math.pow(10, -i)).toArray();
    hasSpectrum(80, 15, sigma, 17);
  }

  @Test
  default void survivesTinyAndHugeScales() {
    Rows rows = KnownRows.withSpectrum(300, 5, new double[] {5, 4, 3, 2, 1}, 19);
    for (double factor : new double[] {1e-300, 1e-160, 1e-9, 1e9, 1e160, 1e300}) {
      Spectrum spectrum = spectrumOf(KnownRows.times(rows, factor));
      double[] relative =
          Arrays.stream(spectrum.singularValues()).map(sigma -> sigma / factor).toArray();
      isTailOf(
          relative,
          new double[] {5, 4, 3, 2, 1},
          1e-12 * 5,
          "spectrum of rows times %s".formatted(factor));
      isWellFormed(spectrum);
    }
  }

  @Test
  default void survivesRowsThatGrowByManyOrders() {
    for (double[] factors : new double[][] {{1e-300, 1, 1e300}, {1e300, 1e-300, 1}}) {
      try (var decomposition = open(5)) {
        Rows rows = KnownRows.withSpectrum(5000, 5, new double[] {5, 4, 3, 2, 1}, 19);
        for (double factor : factors) {
          decomposition.accept(KnownRows.times(rows, factor));
        }
        double[] relative =
            Arrays.stream(decomposition.finish().singularValues()).map(s -> s / 1e300).toArray();
        isTailOf(relative, new double[] {5, 4, 3, 2, 1}, 1e-11, "spectrum of the largest rows");
      }
    }
  }

  @Test
  default void theLargestEntryOfEveryVectorIsPositive() {
    for (long seed = 21; seed < 31; seed++) {
      Spectrum spectrum = spectrumOf(KnownRows.random(20, 6, seed));
      for (int i = 0; i < spectrum.count(); i++) {
        double[] vector = spectrum.vector(i);
        double largest = Arrays.stream(vector).map(Math::abs).max().orElseThrow();
        assertThat(Arrays.stream(vector).max().orElseThrow())
            .as("largest entry of vector %d, seed %d", i, seed)
            .isEqualTo(largest);
      }
    }
  }

  @Test
  default void countsRowsAndSamplesAndSaysItsAccuracy() {
    Spectrum spectrum = spectrumOf(KnownRows.random(20, 6, 31));
    assertThat(spectrum.rows()).isEqualTo(20);
    assertThat(spectrum.samples()).isEqualTo(20);
    assertThat(spectrum.columns()).isEqualTo(6);
    assertThat(spectrum.accuracy()).isEqualTo(provider().capabilities().accuracy());
  }

  private Spectrum hasSpectrum(int rows, int columns, double[] sigma, long seed) {
    Rows e = KnownRows.withSpectrum(rows, columns, sigma, seed);
    Spectrum spectrum = spectrumOf(e);
    double[] expected = Arrays.copyOf(sigma, columns);
    double largest = sigma[0];
    String what = "%d × %d, seed %d".formatted(rows, columns, seed);
    isTailOf(
        spectrum.singularValues(),
        expected,
        largest * sigmaTolerance(),
        "singular values of " + what);
    int skipped = columns - spectrum.count();
    for (int i = 0; i < spectrum.count(); i++) {
      double found = spectrum.singularValues()[i];
      if (spectrum.accuracy() == Accuracy.GRAM) {
        assertThat(found * found)
            .as("square of singular value %d of %s", i, what)
            .isCloseTo(
                expected[skipped + i] * expected[skipped + i],
                within(largest * largest * squareTolerance()));
      }
      assertThat(imageNorm(e, spectrum.vector(i)))
          .as("length of the image of vector %d of %s", i, what)
          .isCloseTo(found, within(largest * sigmaTolerance()));
    }
    isWellFormed(spectrum);
    return spectrum;
  }

  private void isWellFormed(Spectrum spectrum) {
    int m = spectrum.columns();
    assertThat(spectrum.count()).as("number of values").isBetween(countAtLeast(m), m);
    double[] v = spectrum.rightSingularVectors();
    for (int i = 0; i < spectrum.count(); i++) {
      if (i > 0) {
        assertThat(spectrum.singularValues()[i])
            .as("singular value %d after the one before", i)
            .isLessThanOrEqualTo(spectrum.singularValues()[i - 1]);
      }
      for (int j = 0; j <= i; j++) {
        assertThat(KnownRows.dot(v, i * m, v, j * m, m))
            .as("inner product of vectors %d and %d", i, j)
            .isCloseTo(i == j ? 1 : 0, within(1e-12));
      }
    }
  }

  private static double[] lastVectors(Spectrum spectrum, int count) {
    double[] vectors = spectrum.rightSingularVectors();
    return Arrays.copyOfRange(vectors, vectors.length - count * spectrum.columns(), vectors.length);
  }

  private static double[] smallestFirst(Spectrum spectrum) {
    return Arrays.stream(spectrum.singularValues()).sorted().toArray();
  }

  private static double imageNorm(Rows rows, double[] vector) {
    double square = 0;
    for (int i = 0; i < rows.rows(); i++) {
      double image = KnownRows.dot(rows.values(), i * vector.length, vector, 0, vector.length);
      square += image * image;
    }
    return Math.sqrt(square);
  }

  private static double[] ones(int count) {
    double[] ones = new double[count];
    Arrays.fill(ones, 1);
    return ones;
  }
}
