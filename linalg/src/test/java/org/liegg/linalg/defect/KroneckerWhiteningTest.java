package org.liegg.linalg.defect;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;
import static org.assertj.core.api.Assumptions.assumeThat;

import java.util.Arrays;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;
import org.liegg.api.Batch;
import org.liegg.api.DefectSettings;
import org.liegg.api.FieldBasis;
import org.liegg.api.Jacobians;
import org.liegg.api.Matrix;
import org.liegg.api.Polarization;
import org.liegg.blas.Kernels;
import org.liegg.blas.NativeBlas;
import org.liegg.blas.Scale;
import org.liegg.linalg.dense.EigenSolver;
import org.liegg.linalg.fixtures.Polarizations;
import org.liegg.linalg.fixtures.SeededRows;
import org.liegg.linalg.sums.BaselineMoments;
import org.liegg.linalg.sums.MemoryBudget;

/** Whitening from two small problems is whitening from the large one. */
class KroneckerWhiteningTest {
  private static final Kernels KERNELS = new Kernels(NativeBlas.off());
  private static final EigenSolver SOLVER = new EigenSolver(KERNELS);
  private static final double TOLERANCE = 0.01;
  private static final int SAMPLES = 7;

  static Stream<Arguments> cases() {
    FieldBasis gl = Polarizations.gl(4, 1);
    FieldBasis affine = Polarizations.affine(3);
    return Stream.of(
        Arguments.of("full rank", Moments.of(gl, 4, 4, 1)),
        Arguments.of("off the origin", Moments.of(gl, 4, 4, 2).movedTo(30)),
        Arguments.of("a bottleneck", Moments.of(gl, 1, 4, 3)),
        Arguments.of("flat data, flat gradients", Moments.of(gl, 3, 2, 4)),
        Arguments.of("a constant model", Moments.of(gl, 0, 4, 5)),
        Arguments.of("no data", Moments.of(gl, 3, 0, 6)),
        Arguments.of("a dead input", Moments.of(gl, 4, 4, 7).deadInput(1)),
        Arguments.of("affine", Moments.of(affine, 3, 3, 8)),
        Arguments.of("affine, off the origin", Moments.of(affine, 3, 3, 9).movedTo(20)),
        Arguments.of("affine, a bottleneck", Moments.of(affine, 1, 3, 10).movedTo(2)),
        Arguments.of("affine, a dead input", Moments.of(affine, 3, 3, 11).deadInput(0)),
        Arguments.of("affine, a flat plane", Moments.of(affine, 2, 2, 12).movedTo(3)),
        Arguments.of("affine, a constant column", Moments.of(affine, 3, 3, 16).constantInput()),
        Arguments.of(
            "affine, a constant column and a dead input",
            Moments.of(affine, 3, 3, 17).constantInput().deadInput(1)),
        Arguments.of("out of order", Moments.of(shuffled(1, -1), 3, 2, 13)),
        Arguments.of("of any value", Moments.of(shuffled(-7, 0.5), 2, 2, 14)),
        Arguments.of("translations", Moments.of(Polarizations.translations(4), 3, 0, 15)));
  }

  /**
   * Averages as a model and samples would leave them.
   *
   * @param gradients rows of J
   * @param features rows of φ
   */
  record Moments(FieldBasis basis, double[][] gradients, double[][] features) {

    static Moments of(FieldBasis basis, int gradientRank, int featureRank, long seed) {
      int d = basis.components();
      int p = basis.features();
      boolean constant = p != d && p != 2;
      int varying = constant ? p - 1 : p;
      double[] left = SeededRows.normal(gradientRank * d, seed);
      double[] right = SeededRows.normal(featureRank * Math.max(1, varying), seed + 100);
      double[] mix = SeededRows.normal(SAMPLES * 8, seed + 200);
      double[][] j = new double[SAMPLES][d];
      double[][] phi = new double[SAMPLES][p];
      for (int n = 0; n < SAMPLES; n++) {
        for (int r = 0; r < gradientRank; r++) {
          for (int i = 0; i < d; i++) {
            j[n][i] += mix[n * 8 + r] * left[r * d + i];
          }
        }
        for (int r = 0; r < featureRank; r++) {
          for (int q = 0; q < varying; q++) {
            phi[n][q] += mix[n * 8 + 4 + r] * right[r * varying + q];
          }
        }
        if (constant) {
          phi[n][varying] = 1;
        }
      }
      return new Moments(basis, j, phi);
    }

    Moments movedTo(double mean) {
      for (double[] row : features) {
        row[0] += mean;
        row[1] -= mean / 2;
      }
      return this;
    }

    Moments constantInput() {
      for (double[] row : features) {
        row[1] = 2;
      }
      return this;
    }

    Moments deadInput(int input) {
      for (double[] row : gradients) {
        row[input] = 0;
      }
      return this;
    }

    MomentAverages averages() {
      BaselineMoments moments = new BaselineMoments(basis, 0, KERNELS, MemoryBudget.ofProcess());
      int d = basis.components();
      double[] deviations = SeededRows.normal(20 * d, 77);
      double[] variances = new double[d];
      for (int i = 0; i < d; i++) {
        variances[i] = 0.5 + i;
      }
      moments.add(
          new Polarization(
              basis,
              new Batch(SAMPLES, basis.features(), flat(features)),
              new Jacobians(SAMPLES, 1, d, flat(gradients), new double[SAMPLES])));
      return MomentAverages.of(
          moments.finish(),
          new DefectSettings(TOLERANCE, variances, new Matrix(20, d, deviations)));
    }

    private static double[] flat(double[][] rows) {
      return Stream.of(rows).flatMapToDouble(Arrays::stream).toArray();
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void hasTheRankOfTheLargeProblem(String name, Moments moments) {
    Whitening dense = dense(moments.averages());
    Whitening small = small(moments.averages());
    assertThat(small.rank()).isEqualTo(dense.rank());
    assertThat(small.trivial().rows()).isEqualTo(dense.trivial().rows());
    assertThat(small.rank() + small.trivial().rows()).isEqualTo(moments.basis().fields());
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void whitensTheBaseline(String name, Moments moments) {
    MomentAverages averages = moments.averages();
    DefectBaseline baseline = baseline(averages);
    FieldForms forms = new FieldForms(averages.basis());
    double[] form = baseline.form(forms);
    int m = averages.basis().fields();
    for (int i = 0; i < form.length; i++) {
      form[i] *= SAMPLES * SAMPLES;
    }
    Whitening small = small(averages);
    Matrix whitener = small.whitener();
    double[] product =
        product(product(whitener, new Matrix(m, m, form)), transposed(whitener)).values();
    int scale = averages.exponentC() + averages.exponentPhi();
    for (int i = 0; i < small.rank(); i++) {
      for (int j = 0; j < small.rank(); j++) {
        double value = Math.scalb(product[i * small.rank() + j], scale - small.exponent());
        assertThat(value).as("%d, %d", i, j).isCloseTo(i == j ? 1 : 0, within(1e-6));
      }
    }
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("cases")
  void theTrivialDirectionsAreOrthonormalAndTheSameSpace(String name, Moments moments) {
    Matrix expected = dense(moments.averages()).trivial();
    Matrix actual = small(moments.averages()).trivial();
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
  void multipliesAsTheExplicitMatrixDoes(String name, Moments moments) {
    Whitening small = small(moments.averages());
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

  private static DefectBaseline baseline(MomentAverages averages) {
    ConstantFields constants = ConstantFields.of(averages, SOLVER);
    return new DefectBaseline(
        averages,
        MeanFields.of(averages, constants.constants(), TOLERANCE, SOLVER),
        TOLERANCE,
        KERNELS);
  }

  private static Whitening dense(MomentAverages averages) {
    ConstantFields constants = ConstantFields.of(averages, SOLVER);
    return BaselineWhitening.of(
        averages,
        baseline(averages),
        FieldSplit.of(averages, constants, TOLERANCE, SOLVER, KERNELS),
        SOLVER,
        KERNELS);
  }

  private static Whitening small(MomentAverages averages) {
    return KroneckerWhitening.of(
        KroneckerBasis.of(averages.basis()).orElseThrow(),
        CompleteBaseline.of(averages, TOLERANCE, SOLVER));
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
