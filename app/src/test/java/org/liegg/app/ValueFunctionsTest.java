package org.liegg.app;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.liegg.api.ModelException;
import org.liegg.api.report.SymmetryReport;

/** Functions of which only values are known. */
class ValueFunctionsTest {
  private static final Liegg LIEGG = Liegg.create();

  private static double[] halfSquare(double[] x) {
    return new double[] {Math.exp(-(x[0] * x[0] + x[1] * x[1] + x[2] * x[2]) / 2)};
  }

  private static double[] halfSquareInFloat(double[] x) {
    return new double[] {(float) halfSquare(x)[0]};
  }

  private static double[] turnedAside(double[] x) {
    return new double[] {Math.exp(-(x[0] * x[0] + x[1] * x[1] + 3 * x[2] * x[2]) / 2)};
  }

  @Test
  void rotationsAreFoundByValuesAlone() {
    SymmetryReport report =
        LIEGG.model(3, 1, ValueFunctionsTest::halfSquare).data(normal()).action("gl(3)").extract();
    assertThat(report.nullspace().dimension()).isEqualTo(3);
    assertThat(report.algebra().orElseThrow().name()).contains("so(3)");
    assertThat(report.model().gradientNoise()).isPositive().isLessThan(1e-8);
  }

  @Test
  void theNoiseOfSinglePrecisionIsInEveryBound() {
    assertBoundedByNoise(ValueFunctionsTest::halfSquareInFloat, 1e-7, 1e-3);
  }

  /** Rounding beside the offset costs digits, and neither the symmetry nor the bounds. */
  @Test
  void anOffsetInSinglePrecisionLeavesTheSymmetries() {
    assertBoundedByNoise(
        x -> new double[] {(float) (1e4 + 10 * halfSquareInFloat(x)[0])}, 1e-5, 0.1);
  }

  /** Three rotations, whose bounds all allow for a noise of this size. */
  private static void assertBoundedByNoise(
      UnaryOperator<double[]> function, double least, double most) {
    SymmetryReport report = LIEGG.model(3, 1, function).data(normal()).action("gl(3)").extract();
    double noise = report.model().gradientNoise();
    assertThat(noise).isBetween(least, most);
    assertThat(report.nullspace().dimension()).isEqualTo(3);
    assertThat(report.generators())
        .allSatisfy(
            generator ->
                assertThat(generator.defectInterval().orElseThrow()[1])
                    .isGreaterThanOrEqualTo(noise * noise));
  }

  @Test
  void whatIsNoSymmetryIsNone() {
    SymmetryReport report =
        LIEGG.model(3, 1, ValueFunctionsTest::turnedAside).data(normal()).action("so(3)").extract();
    assertThat(report.nullspace().dimension()).isEqualTo(1);
  }

  @Test
  void treesAreRefusedWhereNoGroupIsNamed() {
    assertThatThrownBy(
            () ->
                LIEGG
                    .model(3, 1, (double[] x) -> new double[] {x[0] > 0.3 ? 1 : x[1] > 0 ? 2 : 3})
                    .data(normal())
                    .action("so(3)")
                    .extract())
        .isInstanceOf(ModelException.class)
        .hasMessageStartingWith("LIEGG-MODEL-STEPS");
  }

  private static double[][] normal() {
    Random random = new Random(7);
    double[][] samples = new double[600][3];
    for (double[] sample : samples) {
      for (int i = 0; i < sample.length; i++) {
        sample[i] = random.nextGaussian();
      }
    }
    return samples;
  }
}
