package org.liegg.core;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.SplittableRandom;
import java.util.function.ToDoubleFunction;
import org.ejml.data.DMatrixRMaj;
import org.ejml.dense.row.CommonOps_DDRM;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ProviderKind;
import org.liegg.api.spi.ProviderRegistry;
import org.liegg.data.Datasets;
import org.liegg.groups.Actions;
import org.liegg.groups.Flows;
import org.liegg.tck.fixtures.ExactModel;

/** Point symmetries of equations that a network was fitted to: none that the equation lacks. */
class JetNetworkTest {
  private static final int HIDDEN = 400;
  private static final int SAMPLES = 3000;

  @ParameterizedTest
  @CsvSource({"0, INVARIANT", "1e-3, INSUFFICIENT_EVIDENCE"})
  void aNetworkOfTheHeatEquationHasItsSymmetries(double noise, Verdict verdict) {
    SymmetryReport report = extract(z -> z[4], "jet(2,2)", noise, 0.01);

    assertThat(report.nullspace().dimension()).isEqualTo(8);
    assertThat(report.nullspace().verdict()).isEqualTo(verdict);
    assertThat(report.algebra().orElseThrow().name()).isEqualTo("scale(1)⋉massive-galilei(1)");
  }

  /** Of Burgers' five, no more may be said to hold than there are. */
  @ParameterizedTest
  @CsvSource({"0, 0.01", "0, 1e-4", "0.01, 0.01"})
  void aNetworkIsSaidToHaveNoMoreThanItsEquation(double noise, double tolerance) {
    SymmetryReport report = extract(z -> z[4] - z[2] * z[3], "jet(2,2)", noise, tolerance);

    if (report.nullspace().verdict() == Verdict.INVARIANT) {
      assertThat(report.nullspace().dimension()).isLessThanOrEqualTo(5);
    }
  }

  private static SymmetryReport extract(
      ToDoubleFunction<double[]> equation, String spec, double noise, double tolerance) {
    GroupAction action = Actions.parse(spec);
    int inputs = action.inputSize();
    Batch samples = uniform(SAMPLES, inputs, 1);
    return SymmetryExtractor.builder()
        .model(network(equation, samples, noise))
        .data(Datasets.of("jets", uniform(SAMPLES, inputs, 2)))
        .action(action)
        .flows(Flows.of(action))
        .with(s -> s.withTolerance(tolerance).withFiniteSamples(0))
        .decomposition(
            ProviderRegistry.load(ProviderKind.DECOMPOSITION, JetNetworkTest.class.getClassLoader())
                .require("qr"))
        .build()
        .extract();
  }

  /** A layer of random weights, and an output that is fitted to noisy values. */
  private static ExactModel network(
      ToDoubleFunction<double[]> equation, Batch samples, double noise) {
    int inputs = samples.columns();
    SplittableRandom random = new SplittableRandom(3);
    double[][] weights = new double[HIDDEN][inputs + 1];
    for (double[] row : weights) {
      Arrays.setAll(row, i -> 0.5 * random.nextGaussian());
    }
    DMatrixRMaj features = new DMatrixRMaj(samples.rows(), HIDDEN);
    DMatrixRMaj targets = new DMatrixRMaj(samples.rows(), 1);
    for (int n = 0; n < samples.rows(); n++) {
      double[] z = Arrays.copyOfRange(samples.values(), n * inputs, (n + 1) * inputs);
      for (int h = 0; h < HIDDEN; h++) {
        features.set(n, h, Math.tanh(along(weights[h], z)));
      }
      targets.set(n, 0, equation.applyAsDouble(z) + noise * random.nextGaussian());
    }
    DMatrixRMaj output = new DMatrixRMaj(HIDDEN, 1);
    CommonOps_DDRM.solve(features, targets, output);
    return ExactModel.of(
        inputs,
        1,
        z -> {
          double sum = 0;
          for (int h = 0; h < HIDDEN; h++) {
            sum += output.get(h) * Math.tanh(along(weights[h], z));
          }
          return new double[] {sum};
        },
        z -> {
          double[] slopes = new double[inputs];
          for (int h = 0; h < HIDDEN; h++) {
            double value = Math.tanh(along(weights[h], z));
            for (int i = 0; i < inputs; i++) {
              slopes[i] += output.get(h) * (1 - value * value) * weights[h][i];
            }
          }
          return slopes;
        });
  }

  private static double along(double[] weights, double[] z) {
    double sum = weights[z.length];
    for (int i = 0; i < z.length; i++) {
      sum += weights[i] * z[i];
    }
    return sum;
  }

  private static Batch uniform(int rows, int columns, long seed) {
    SplittableRandom random = new SplittableRandom(seed);
    double[] values = new double[rows * columns];
    Arrays.setAll(values, i -> 2 * random.nextDouble() - 1);
    return new Batch(rows, columns, values);
  }
}
