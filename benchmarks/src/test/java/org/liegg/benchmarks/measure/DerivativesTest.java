package org.liegg.benchmarks.measure;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The Jacobians that the table rests on, against differences of values. */
class DerivativesTest {
  private static final double STEP = 1e-5;

  static Stream<DifferentiableMap> maps() {
    return Stream.of(
        Formula.of(10, Duals::o5),
        Formula.of(9, x -> Duals.pairPotential(x, 3)),
        new Formula(
            3,
            2,
            x ->
                new Dual[] {
                  x[0].times(x[1]).over(x[2].squared().plus(1)).tanh().plus(x[1].cos()),
                  Duals.norm(x).log().minus(x[2].sin().exp().times(0.3))
                }),
        DenseNetwork.untrained(Activation.SWISH, 1.5, 1, 4, 8, 8, 2),
        DenseNetwork.untrained(Activation.TANH, 1.5, 2, 4, 8, 1),
        Formula.of(4, x -> Duals.square(x, 0, 4))
            .plus(0.5, DenseNetwork.untrained(Activation.TANH, 1.5, 3, 4, 8, 1)));
  }

  @ParameterizedTest
  @MethodSource("maps")
  void jacobiansAreLimitsOfDifferences(DifferentiableMap map) {
    int d = map.inputs();
    int k = map.outputs();
    double[] x = Samples.normal(d, 7).slice(0, 1).values();
    double[] jacobian = new double[k * d];
    map.at(x, new double[k], jacobian);

    for (int i = 0; i < d; i++) {
      double[] above = values(map, x, i, STEP);
      double[] below = values(map, x, i, -STEP);
      for (int o = 0; o < k; o++) {
        assertThat(jacobian[o * d + i])
            .as("output %d by input %d", o, i)
            .isCloseTo((above[o] - below[o]) / (2 * STEP), within(1e-7));
      }
    }
  }

  private static double[] values(DifferentiableMap map, double[] x, int i, double step) {
    double[] moved = x.clone();
    moved[i] += step;
    double[] value = new double[map.outputs()];
    map.at(moved, value, new double[value.length * x.length]);
    return value;
  }
}
