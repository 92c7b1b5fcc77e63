package org.liegg.linalg;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.FieldBasis;
import org.liegg.api.Matrix;

/** Whitening from two small problems is whitening from the large one. */
class KroneckerWhiteningTest {
  private static final Kernels KERNELS = new Kernels(Natives.off());
  private static final EigenSolver SOLVER = new EigenSolver(KERNELS);

  static Stream<Arguments> cases() {
    FieldBasis gl = Polarizations.gl(4, 1);
    FieldBasis affine = Polarizations.affine(3);
    return Stream.of(
        Arguments.of("full rank", gl, moment(4, 4, 1, 1), moment(4, 4, 1, 2)),
        Arguments.of("a dead input", affine, moment(3, 2, 1, 3), dead(4, 1, 4)),
        Arguments.of("a bottleneck", gl, moment(4, 1, 1, 5), moment(4, 4, 1, 6)),
        Arguments.of("flat data, flat gradients", gl, moment(4, 3, 1, 7), moment(4, 2, 1, 8)),
        Arguments.of("a constant", gl, moment(4, 0, 1, 9), moment(4, 4, 1, 10)),
        Arguments.of("no data", gl, moment(4, 3, 1, 11), moment(4, 0, 1, 12)),
        Arguments.of("graded", gl, graded(4, 1e-4, 13), graded(4, 1e-4, 14)),
        Arguments.of("out of order", shuffled(1, -1), moment(3, 3, 1, 15), moment(2, 1, 1, 16)),
        Arguments.of("of any value", shuffled(-7, 0.5), moment(3, 2, 1, 17), moment(2, 2, 1, 18)),
        Arguments.of("huge", gl, moment(4, 3, 1e120, 19), moment(4, 3, 1e120, 20)),
        Arguments.of("translations", Polarizations.translations(4), moment(4, 3, 1, 21), one()));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void hasTheRankOfTheLargeProblem(String name, FieldBasis basis, Symmetric c, Symmetric phi) {
    Whitening dense = dense(basis, c, phi);
    Whitening small = small(basis, c, phi);
    assertThat(small.rank()).isEqualTo(dense.rank());
    assertThat(small.trivial().rows()).isEqualTo(dense.trivial().rows());
  }

  /** Beside the cut of 1e-12, rounding of 1e-16 is one part in ten thousand. */
  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whitensTheMetric(String name, FieldBasis basis, Symmetric c, Symmetric phi) {
    Symmetric metric = ChanceMetric.assemble(basis, c, phi, KERNELS);
    Whitening small = small(basis, c, phi);
    int m = metric.order();
    Matrix m0 = new Matrix(m, m, metric.values());
    double[] product =
        product(product(small.whitener(), m0), transposed(small.whitener())).values();
    for (int i = 0; i < small.rank(); i++) {
      for (int j = 0; j < small.rank(); j++) {
        double value =
            Math.scalb(product[i * small.rank() + j], metric.exponent() - small.exponent());
        assertThat(value).isCloseTo(i == j ? 1 : 0, within(1e-3));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theTrivialDirectionsAreOrthonormalAndTheSameSpace(
      String name, FieldBasis basis, Symmetric c, Symmetric phi) {
    Matrix expected = dense(basis, c, phi).trivial();
    Matrix actual = small(basis, c, phi).trivial();
    Matrix inner = product(actual, transposed(actual));
    Matrix cosines = product(actual, transposed(expected));
    for (int i = 0; i < actual.rows(); i++) {
      double square = 0;
      for (int j = 0; j < actual.rows(); j++) {
        assertThat(inner.get(i, j)).isCloseTo(i == j ? 1 : 0, within(1e-12));
        square += cosines.get(i, j) * cosines.get(i, j);
      }
      assertThat(square).as("share within the space").isCloseTo(1, within(1e-7));
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void multipliesAsTheExplicitMatrixDoes(
      String name, FieldBasis basis, Symmetric c, Symmetric phi) {
    Whitening small = small(basis, c, phi);
    Matrix w = small.whitener();
    assumeThat(w.rows()).isPositive();
    Matrix x = new Matrix(3, w.columns(), SeededRows.normal(3 * w.columns(), 23));
    Matrix u = new Matrix(3, w.rows(), SeededRows.normal(3 * w.rows(), 25));
    double size = Math.max(1e-300, Scale.largest(w.values(), w.values().length));
    assertThat(small.images(x, KERNELS).values())
        .containsExactly(product(x, transposed(w)).values(), within(1e-12 * size));
    assertThat(small.combinations(u, KERNELS).values())
        .containsExactly(product(u, w).values(), within(1e-12 * size));
  }

  @Test
  void onlyBasesOfAllMatricesAreTakenForOne() {
    assertThat(KroneckerBasis.of(Polarizations.gl(3, 1))).isPresent();
    assertThat(KroneckerBasis.of(Polarizations.affine(3))).isPresent();
    assertThat(KroneckerBasis.of(shuffled(2, -3))).isPresent();
    assertThat(KroneckerBasis.of(Polarizations.gl(3, 2))).isEmpty();
    assertThat(KroneckerBasis.of(Polarizations.affine(3, 2))).isEmpty();
    assertThat(KroneckerBasis.of(Polarizations.so(3))).isEmpty();
    assertThat(KroneckerBasis.of(shuffled(0, 1))).isEmpty();
    FieldBasis twice =
        FieldBasis.builder(2, 1).entry(0, 0, 1).endField().entry(0, 0, 1).endField().build();
    assertThat(KroneckerBasis.of(twice)).isEmpty();
    FieldBasis uneven =
        FieldBasis.builder(2, 1).endField().entry(0, 0, 1).entry(1, 0, 1).endField().build();
    assertThat(KroneckerBasis.of(uneven)).isEmpty();
  }

  /** All 3 × 2 matrices, in no order, with two values. */
  private static FieldBasis shuffled(double first, double second) {
    FieldBasis.Builder builder = FieldBasis.builder(3, 2);
    int[] order = {4, 1, 5, 0, 3, 2};
    for (int at : order) {
      builder.entry(at / 2, at % 2, at % 3 == 0 ? first : second).endField();
    }
    return builder.build();
  }

  private static Whitening dense(FieldBasis basis, Symmetric c, Symmetric phi) {
    return Whitening.of(ChanceMetric.assemble(basis, c, phi, KERNELS), SOLVER);
  }

  private static Whitening small(FieldBasis basis, Symmetric c, Symmetric phi) {
    return KroneckerWhitening.of(KroneckerBasis.of(basis).orElseThrow(), c, phi, SOLVER);
  }

  /** XᵀX of a random X of this rank, times a factor. */
  private static Symmetric moment(int order, int rank, double factor, long seed) {
    double[] x = SeededRows.normal(rank * order, seed);
    double[] upper = new double[order * order];
    for (int i = 0; i < order; i++) {
      for (int j = 0; j < order; j++) {
        for (int r = 0; r < rank; r++) {
          upper[i * order + j] += x[r * order + i] * x[r * order + j] * factor;
        }
      }
    }
    return Symmetric.ofUpper(upper, order, 0);
  }

  private static Symmetric dead(int order, int input, long seed) {
    Symmetric full = moment(order, order, 1, seed);
    double[] values = full.values().clone();
    for (int i = 0; i < order; i++) {
      values[i * order + input] = 0;
      values[input * order + i] = 0;
    }
    return Symmetric.ofUpper(values, order, full.exponent());
  }

  /** Close to singular by degrees, after scaling too. */
  private static Symmetric graded(int order, double step, long seed) {
    double[] x = SeededRows.normal(order * order, seed);
    double[] upper = new double[order * order];
    for (int r = 0; r < order; r++) {
      double weight = Math.pow(step, r);
      for (int i = 0; i < order; i++) {
        for (int j = 0; j < order; j++) {
          upper[i * order + j] += weight * x[r * order + i] * x[r * order + j];
        }
      }
    }
    return Symmetric.ofUpper(upper, order, 0);
  }

  private static Symmetric one() {
    return Symmetric.ofUpper(new double[] {300}, 1, 0);
  }

  private static Matrix product(Matrix a, Matrix b) {
    return KERNELS.java().multiply(a, b);
  }

  private static Matrix transposed(Matrix a) {
    double[] values = new double[a.values().length];
    for (int i = 0; i < a.rows(); i++) {
      for (int j = 0; j < a.columns(); j++) {
        values[j * a.rows() + i] = a.get(i, j);
      }
    }
    return new Matrix(a.columns(), a.rows(), values);
  }
}
