package org.liegg.core.jets;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import java.util.function.ToDoubleFunction;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.liegg.api.DataException;
import org.liegg.core.jets.GridJets.Way;
import org.liegg.groups.JetColumns;

/** Jets of solutions that are known, and what is said of their errors. */
class GridJetsTest {
  private static final JetColumns SECOND = JetColumns.of(2, 1, 1, 1);
  private static final JetColumns THIRD = JetColumns.of(3, 1, 1, 1);

  private static Grid heat(double noise) {
    return Solutions.grid(Solutions::heat, 101, 0.01, 64, Solutions.PERIOD / 64, 0, noise);
  }

  private static JetTable table(Grid grid, JetColumns columns, Way way) {
    return new GridJets(grid, columns, List.of(0.0, 0.0), way).table(1000, 5);
  }

  /** The root mean square of what an equation leaves, and of what the errors leave room for. */
  private static double[] residual(JetTable table, ToDoubleFunction<double[]> right) {
    double square = 0;
    double spread = 0;
    for (int n = 0; n < table.inputs().rows(); n++) {
      int width = table.inputs().columns();
      double[] jet = new double[width];
      for (int i = 0; i < width; i++) {
        jet[i] = table.inputs().get(n, i);
      }
      square += Math.pow(table.outputs().get(n, 0) - right.applyAsDouble(jet), 2);
      spread += Math.pow(table.outputs().get(n, 0), 2);
    }
    return new double[] {Math.sqrt(square / spread), Math.sqrt(spread)};
  }

  @ParameterizedTest
  @EnumSource(Way.class)
  void jetsOfTheHeatEquationSatisfyIt(Way way) {
    JetTable table = table(heat(0), SECOND, way);

    assertThat(table.columns().inputNames()).containsExactly("t", "x", "u", "u_x", "u_xx");
    assertThat(table.columns().outputNames()).containsExactly("u_t");
    assertThat(residual(table, z -> z[4])[0]).isLessThan(way == Way.SMOOTHING ? 1e-3 : 1e-5);
  }

  @Test
  void jetsOfBurgersEquationSatisfyIt() {
    Grid grid = Solutions.grid(Solutions::burgers, 101, 0.005, 128, Solutions.PERIOD / 128, 0, 0);

    assertThat(residual(table(grid, SECOND, Way.SPECTRAL), z -> z[4] - z[2] * z[3])[0])
        .isLessThan(1e-5);
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void jetsOfSolitonsSatisfyTheirEquation(boolean two) {
    Grid grid =
        Solutions.grid(
            two ? Solutions::solitons : Solutions::soliton, 201, 0.01, 301, 0.08, -12, 0);

    assertThat(residual(table(grid, THIRD, Way.DIFFERENCES), z -> -z[5] - 6 * z[2] * z[3])[0])
        .isLessThan(1e-4);
  }

  @ParameterizedTest
  @CsvSource({
    "DIFFERENCES, 0",
    "SPECTRAL, 0",
    "SMOOTHING, 0",
    "DIFFERENCES, 1e-3",
    "SPECTRAL, 1e-3",
    "SMOOTHING, 1e-3",
    "SMOOTHING, 0.03"
  })
  void errorsAreWhatIsSaidOfThem(Way way, double noise) {
    JetTable table = table(heat(noise), SECOND, way);
    JetTable exact = table(heat(0), SECOND, Way.SPECTRAL);
    double[] off = new double[6];
    for (int n = 0; n < table.inputs().rows(); n++) {
      double t = table.inputs().get(n, 0);
      double x = table.inputs().get(n, 1);
      double h = 1e-4;
      double[] known = {
        t,
        x,
        Solutions.heat(t, x),
        (Solutions.heat(t, x + h) - Solutions.heat(t, x - h)) / (2 * h),
        (Solutions.heat(t, x + h) + Solutions.heat(t, x - h) - 2 * Solutions.heat(t, x)) / h / h,
        (Solutions.heat(t + h, x) - Solutions.heat(t - h, x)) / (2 * h)
      };
      for (int i = 0; i < 6; i++) {
        double value = i < 5 ? table.inputs().get(n, i) : table.outputs().get(n, 0);
        off[i] += Math.pow(value - known[i], 2) / table.inputs().rows();
      }
    }
    List<JetTable.Column> said = table.summary();

    assertThat(exact.inputs().rows()).isEqualTo(1000);
    for (int i = 2; i < 6; i++) {
      // The second differences that know u_xx leave 1e-7, and rounding.
      assertThat(Math.sqrt(off[i]))
          .as(said.get(i).name())
          .isLessThan(1.5 * said.get(i).error() + 1e-6);
    }
    assertThat(said.get(0).error()).isZero();
    if (noise > 0) {
      assertThat(table.noise().get(0)).isCloseTo(noise, within(0.1 * noise));
      assertThat(said.get(4).error()).isLessThan(30 * Math.sqrt(off[4]));
    }
  }

  @Test
  void smoothingTakesMostOfTheNoise() {
    JetTable smooth = table(heat(0.01), SECOND, Way.SMOOTHING);
    JetTable raw = table(heat(0.01), SECOND, Way.DIFFERENCES);

    assertThat(smooth.summary().get(4).error()).isLessThan(0.1 * raw.summary().get(4).error());
  }

  @Test
  void wavesThatAreNoPeriodAreSaidToBeInexact() {
    Grid grid = Solutions.grid(Solutions::heat, 41, 0.01, 64, 0.08, 0, 0);

    assertThat(table(grid, SECOND, Way.SPECTRAL).summary().get(4).share()).isGreaterThan(0.3);
  }

  @Test
  void refusesGridsWithTooFewPoints() {
    Grid grid = Solutions.grid(Solutions::heat, 5, 0.01, 64, 0.1, 0, 0);
    for (Way way : Way.values()) {
      assertThatThrownBy(() -> table(grid, SECOND, way))
          .isInstanceOf(DataException.class)
          .hasMessageContaining("LIEGG-JETS-GRID")
          .hasMessageContaining("there are 5 points along time, derivatives take ");
    }
  }

  @Test
  void refusesAPeriodWithItsFirstPointTwice() {
    Grid grid = Solutions.grid(Solutions::heat, 41, 0.01, 65, Solutions.PERIOD / 64, 0, 0);

    assertThatThrownBy(() -> table(grid, SECOND, Way.SPECTRAL))
        .hasMessageContaining("the last point along space axis x is the first one again");
  }

  @Test
  void takesStatesOfMotionsWithTheirVelocities() {
    // A harmonic oscillator of three trajectories.
    double[] values = new double[3 * 200];
    for (int run = 0; run < 3; run++) {
      for (int i = 0; i < 200; i++) {
        values[run * 200 + i] = (run + 1) * Math.cos(0.05 * i + run);
      }
    }
    Grid grid = new Grid(3, List.of(200), List.of(0.05), 1, values);
    JetTable table =
        new GridJets(grid, JetColumns.ofMotion(2, 1), List.of(0.0), Way.DIFFERENCES)
            .table(10_000, 1);

    assertThat(table.columns().inputNames()).containsExactly("x1", "x1_t");
    assertThat(table.inputs().rows()).isEqualTo(3 * (200 - 6)).isEqualTo((int) table.interior());
    for (int n = 0; n < table.inputs().rows(); n++) {
      assertThat(table.outputs().get(n, 0)).isEqualTo(table.inputs().get(n, 1));
      assertThat(table.outputs().get(n, 1)).isCloseTo(-table.inputs().get(n, 0), within(1e-7));
    }
  }

  @Test
  void takesMixedDerivativesInThePlane() {
    int n = 32;
    double h = Solutions.PERIOD / n;
    double[] values = new double[9 * n * n * 2];
    for (int i = 0; i < values.length; i++) {
      int point = i / 2;
      int time = point / (n * n);
      double x = h * (point / n % n);
      double y = h * (point % n);
      values[i] = Math.exp(0.1 * time) * (i % 2 == 0 ? Math.sin(x + 2 * y) : Math.cos(x));
    }
    Grid grid = new Grid(1, List.of(9, n, n), List.of(0.1, h, h), 2, values);
    for (Way way : List.of(Way.SPECTRAL, Way.DIFFERENCES)) {
      JetTable table =
          new GridJets(grid, JetColumns.of(2, 2, 2, 1), List.of(0.0, 0.0, 0.0), way).table(100, 1);
      int u = table.columns().inputNames().indexOf("u");
      int mixed = table.columns().inputNames().indexOf("u_xy");

      assertThat(table.columns().inputNames()).startsWith("t", "x", "y", "u", "v", "u_x", "v_x");
      for (int row = 0; row < table.inputs().rows(); row++) {
        assertThat(table.inputs().get(row, mixed))
            .isCloseTo(-2 * table.inputs().get(row, u), within(2e-3));
        assertThat(table.outputs().get(row, 1))
            .isCloseTo(table.inputs().get(row, u + 1), within(1e-6));
      }
    }
  }
}
