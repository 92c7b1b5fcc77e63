package org.liegg.linalg.spi;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import org.junit.jupiter.api.Test;
import org.liegg.api.Accuracy;
import org.liegg.api.DecompositionOptions;
import org.liegg.api.Matrix;
import org.liegg.api.NumericalException;
import org.liegg.api.Rows;
import org.liegg.linalg.state.StateReader;
import org.liegg.linalg.state.StateWriter;

class StreamingDecompositionTest {

  @Test
  void solvesAnyFactorWhoseSquareIsThatOfTheRows() {
    double[] square = {3, 0, 4, 5};
    try (Fixed fixed = new Fixed(triangular(square, 0))) {
      fixed.accept(new Rows(2, 2, square));
      assertThat(fixed.finish().singularValues())
          .containsExactly(new double[] {Math.sqrt(45), Math.sqrt(5)}, within(1e-12));
    }
  }

  @Test
  void bringsAFactorOfAnySizeIntoRange() {
    for (double scale : new double[] {1e-300, 1e300}) {
      try (Fixed fixed = new Fixed(triangular(new double[] {2 * scale, 0, 0, scale}, 0))) {
        fixed.accept(new Rows(2, 2, new double[4]));
        double[] sigma = fixed.finish().singularValues();
        assertThat(new double[] {sigma[0] / scale, sigma[1] / scale})
            .containsExactly(new double[] {2, 1}, within(1e-12));
      }
    }
  }

  @Test
  void readsTheUpperTriangleOfAGramMatrixAndItsExponent() {
    Matrix gram = new Matrix(2, 2, new double[] {4, 0, 99, 1});
    try (Fixed fixed = new Fixed(new Factor.Gram(gram, 4))) {
      fixed.accept(new Rows(2, 2, new double[4]));
      assertThat(fixed.finish().singularValues())
          .containsExactly(new double[] {8, 4}, within(1e-12));
    }
  }

  @Test
  void anOddExponentHasNoRoot() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> new Factor.Gram(new Matrix(1, 1, new double[1]), 3))
        .withMessage("exponent: 3 is odd");
  }

  @Test
  void refusesAFactorOfAnotherSize() {
    Factor three =
        new Factor.Triangular(new Matrix(3, 3, new double[9]), 0, Accuracy.BACKWARD_STABLE);
    try (Fixed fixed = new Fixed(three)) {
      assertThatIllegalArgumentException()
          .isThrownBy(fixed::finish)
          .withMessage("factor: a matrix of 3 × 3, for a decomposition of 2 columns");
    }
  }

  @Test
  void refusesAFactorThatIsNotFinite() {
    try (Fixed fixed = new Fixed(triangular(new double[] {1, Double.NaN, 0, 1}, 0))) {
      assertThatExceptionOfType(NumericalException.class)
          .isThrownBy(fixed::finish)
          .satisfies(e -> assertThat(e.code()).isEqualTo("LIEGG-SPECTRUM-RANGE"));
    }
  }

  @Test
  void doesNotMergeAnotherClassOfItsName() {
    Factor factor = triangular(new double[4], 0);
    try (Fixed one = new Fixed(factor);
        Fixed other = new Fixed(factor) {}) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> one.merge(other))
          .withMessage("merge: not another decomposition of the kind fixed");
    }
  }

  @Test
  void refusesWhatDoesNotFitIntoItsMemory() {
    assertThatExceptionOfType(NumericalException.class)
        .isThrownBy(() -> new Fixed(100_000, triangular(new double[4], 0)))
        .satisfies(e -> assertThat(e.code()).isEqualTo("LIEGG-DECOMPOSITION-MEMORY"));
  }

  private static Factor triangular(double[] values, int exponent) {
    return new Factor.Triangular(new Matrix(2, 2, values), exponent, Accuracy.BACKWARD_STABLE);
  }

  /** Says the same factor, whatever comes in. */
  private static class Fixed extends StreamingDecomposition {
    private final Factor factor;

    Fixed(Factor factor) {
      this(2, factor);
    }

    Fixed(int columns, Factor factor) {
      super("fixed", columns, DecompositionOptions.defaults());
      this.factor = factor;
    }

    @Override
    protected StreamingDecomposition sibling() {
      return new Fixed(factor);
    }

    @Override
    protected void add(double[] values, int rows) {
      // The factor is given.
    }

    @Override
    protected void absorb(StreamingDecomposition other) {
      // The factor is given.
    }

    @Override
    protected Factor factor() {
      return factor;
    }

    @Override
    protected void writeRows(StateWriter out) {
      // The factor is given.
    }

    @Override
    protected void readRows(StateReader in) {
      // The factor is given.
    }
  }
}
