package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.liegg.api.Dataset;
import org.liegg.api.report.FiniteCheck;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.tck.fixtures.ExactModel;

/** Symmetries of motions dx/dt = F(x), by {@code A -> bracket}. */
class MotionSymmetriesTest {
  private static final double STEP = 1e-5;

  private static SymmetryReport of(int d, UnaryOperator<double[]> velocity, String action) {
    return of(velocity, ExactCases.normal(2000, d), action);
  }

  private static SymmetryReport of(UnaryOperator<double[]> velocity, Dataset data, String action) {
    int d = data.columns();
    ExactModel model = ExactModel.of(d, d, velocity, x -> jacobian(velocity, x));
    return ExactCases.extractor(model, data, action, "gram")
        .with(s -> s.withFiniteSamples(50).withTolerance(1e-6))
        .build()
        .extract();
  }

  /** Central differences, exact to 1e-10 on what is smooth. */
  private static double[] jacobian(UnaryOperator<double[]> velocity, double[] x) {
    int d = x.length;
    double[] jacobian = new double[d * d];
    for (int i = 0; i < d; i++) {
      double[] ahead = x.clone();
      double[] behind = x.clone();
      ahead[i] += STEP;
      behind[i] -= STEP;
      double[] right = velocity.apply(ahead);
      double[] left = velocity.apply(behind);
      for (int o = 0; o < d; o++) {
        jacobian[o * d + i] = (right[o] - left[o]) / (2 * STEP);
      }
    }
    return jacobian;
  }

  private static double[] oscillator(double[] x) {
    return new double[] {x[2], x[3], -x[0], -x[1]};
  }

  /** What commutes with a complex structure are the complex matrices, 2n² of them. */
  @Test
  void anIsotropicOscillatorHasTheComplexMatrices() {
    SymmetryReport report = of(4, MotionSymmetriesTest::oscillator, "gl(4)->bracket");

    assertThat(report.nullspace().count().dimension()).isEqualTo(8);
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
  }

  /** A free fall is the same elsewhere and at another time, and no other fall has its speeds. */
  @Test
  void aFreeFallHasAShiftAndItself() {
    SymmetryReport report = of(2, x -> new double[] {x[1], -1}, "aff(2)->bracket");

    assertThat(report.nullspace().count().dimension()).isEqualTo(2);
  }

  @Test
  void lorenzHasTheFlowOfTimeAlone() {
    SymmetryReport report =
        of(
            3,
            x ->
                new double[] {
                  10 * (x[1] - x[0]), x[0] * (28 - x[2]) - x[1], x[0] * x[1] - 8 * x[2] / 3
                },
            "poly(3,2)->bracket");

    assertThat(report.nullspace().count().dimension()).isEqualTo(1);
    for (FiniteCheck check : report.finiteCheck()) {
      if (check.t() <= 0.01) {
        assertThat(check.measured()).isLessThan(1e-6);
      }
    }
  }

  /** The Hopf normal form turns, and nothing else is affine. */
  @Test
  void aLimitCycleHasItsRotation() {
    SymmetryReport report =
        of(
            2,
            x -> {
              double growth = 1 - x[0] * x[0] - x[1] * x[1];
              return new double[] {growth * x[0] - x[1], growth * x[1] + x[0]};
            },
            "aff(2)->bracket");

    assertThat(report.nullspace().count().dimension()).isEqualTo(1);
    assertThat(report.algebra().orElseThrow().name()).isEqualTo("so(2)");
  }

  @Test
  void aPendulumHasNoAffineOne() {
    SymmetryReport report = of(2, x -> new double[] {x[1], -Math.sin(x[0])}, "aff(2)->bracket");

    assertThat(report.nullspace().count().dimension()).isZero();
    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.BROKEN);
  }
}
