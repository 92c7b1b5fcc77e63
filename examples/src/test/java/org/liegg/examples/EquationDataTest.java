package org.liegg.examples;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Arrays;
import java.util.List;
import java.util.OptionalLong;
import java.util.Random;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.api.report.Algebra;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.api.spi.support.FilterDataset;
import org.liegg.app.Liegg;
import org.liegg.app.SampleSource;
import org.liegg.app.jets.JetWish;
import org.liegg.core.jets.GridJets.Way;
import org.liegg.core.jets.JetTable;
import org.liegg.data.Datasets;

/**
 * From grids of solutions to the symmetries of an equation that nobody has written down: jets, a
 * right-hand side that is fitted to them as a sum of monomials, its point symmetries.
 */
class EquationDataTest {
  private static final int SOLUTIONS = 20;
  private static final int TIMES = 101;
  private static final int POINTS = 64;
  private static final double DT = 0.01;
  private static final double DX = 2 * Math.PI / POINTS;

  /** Powers of u, u_x and u_xx in what is fitted: all monomials up to degree 2. */
  private static final int[][] POWERS = {
    {0, 0, 0}, {1, 0, 0}, {0, 1, 0}, {0, 0, 1}, {2, 0, 0},
    {1, 1, 0}, {1, 0, 1}, {0, 2, 0}, {0, 1, 1}, {0, 0, 2}
  };

  private enum Equation {
    HEAT(8, "scale(1)⋉massive-galilei(1)"),
    BURGERS(5, "sl(2)⋉R^2");

    private final int symmetries;
    private final String algebra;

    Equation(int symmetries, String algebra) {
      this.symmetries = symmetries;
      this.algebra = algebra;
    }

    /** Sums of decaying waves; of Burgers' equation −2 φ_x/φ of such sums (Cole, Hopf). */
    private double at(int solution, double t, double x) {
      Random random = new Random(solution);
      double offset = random.nextGaussian();
      double sum = 0;
      double slope = 0;
      for (int wave = 1; wave <= 3; wave++) {
        double angle = wave * x + 6 * random.nextDouble();
        double size = Math.exp(-wave * wave * t) * random.nextDouble();
        sum += size * Math.sin(angle);
        slope += wave * size * Math.cos(angle);
      }
      return this == HEAT ? offset + sum : -2 * slope / (sum + 3);
    }
  }

  /** Solutions × time × space. */
  private record Grid(Dataset source) implements FilterDataset {
    static Grid of(Equation equation) {
      double[] values = new double[SOLUTIONS * TIMES * POINTS];
      Arrays.setAll(
          values,
          i -> equation.at(i / (TIMES * POINTS), DT * (i / POINTS % TIMES), DX * (i % POINTS)));
      return new Grid(Datasets.of("grid", new Batch(SOLUTIONS, TIMES * POINTS, values)));
    }

    @Override
    public List<Integer> sampleShape() {
      return List.of(TIMES, POINTS);
    }

    @Override
    public OptionalLong samples() {
      return source.samples();
    }

    @Override
    public BatchStream batches(int batchSize) {
      return source.batches(batchSize);
    }
  }

  @ParameterizedTest
  @EnumSource(Equation.class)
  void findsTheSymmetriesOfAnEquationFromItsSolutions(Equation equation) {
    Liegg liegg = Liegg.create();
    JetTable jets =
        liegg.jets(
            Grid.of(equation),
            new JetWish(
                JetWish.Layout.of(DT, DX), new JetWish.Equation(2, 1), Way.SPECTRAL, 2000, 0));
    double[] weights = fitted(jets);

    SymmetryReport report =
        liegg
            .model(5, 1, (z, values, jacobian) -> right(weights, z, values, jacobian))
            .data(Datasets.of("jets", jets.inputs()))
            .inputErrors(SampleSource.of(Datasets.of("errors", jets.inputErrors())))
            .action("jet(2,2)")
            .settings(s -> s.withTolerance(1e-4).withFiniteSamples(0))
            .extract();

    assertThat(report.nullspace().verdict()).isEqualTo(Verdict.INVARIANT);
    assertThat(report.nullspace().dimension()).isEqualTo(equation.symmetries);
    assertThat(report.algebra().map(Algebra::name)).contains(equation.algebra);
  }

  private static void right(double[] weights, double[] z, double[] values, double[] jacobian) {
    Arrays.fill(jacobian, 0);
    values[0] = 0;
    for (int m = 0; m < POWERS.length; m++) {
      values[0] += weights[m] * monomial(POWERS[m], z);
      for (int i = 0; i < 3; i++) {
        int[] lower = POWERS[m].clone();
        lower[i]--;
        if (lower[i] >= 0) {
          jacobian[2 + i] += weights[m] * POWERS[m][i] * monomial(lower, z);
        }
      }
    }
  }

  /** Of a jet (t, x, u, u_x, u_xx). */
  private static double monomial(int[] powers, double[] z) {
    return Math.pow(z[2], powers[0]) * Math.pow(z[3], powers[1]) * Math.pow(z[4], powers[2]);
  }

  /** Least squares, by orthogonal columns (Gram and Schmidt, twice). */
  private static double[] fitted(JetTable jets) {
    int rows = jets.inputs().rows();
    int count = POWERS.length;
    double[][] columns = new double[count + 1][rows];
    for (int n = 0; n < rows; n++) {
      double[] z = Arrays.copyOfRange(jets.inputs().values(), 5 * n, 5 * n + 5);
      for (int m = 0; m < count; m++) {
        columns[m][n] = monomial(POWERS[m], z);
      }
      columns[count][n] = jets.outputs().get(n, 0);
    }
    double[][] triangle = new double[count + 1][count + 1];
    for (int m = 0; m <= count; m++) {
      for (int twice = 0; twice < 2; twice++) {
        for (int k = 0; k < m; k++) {
          double part = product(columns[k], columns[m]);
          triangle[k][m] += part;
          for (int n = 0; n < rows; n++) {
            columns[m][n] -= part * columns[k][n];
          }
        }
      }
      double norm = Math.sqrt(product(columns[m], columns[m]));
      triangle[m][m] = norm;
      for (int n = 0; n < rows; n++) {
        columns[m][n] /= norm;
      }
    }
    double[] weights = new double[count];
    for (int m = count - 1; m >= 0; m--) {
      double rest = triangle[m][count];
      for (int k = m + 1; k < count; k++) {
        rest -= triangle[m][k] * weights[k];
      }
      weights[m] = rest / triangle[m][m];
    }
    return weights;
  }

  private static double product(double[] a, double[] b) {
    double sum = 0;
    for (int n = 0; n < a.length; n++) {
      sum += a[n] * b[n];
    }
    return sum;
  }
}
