package org.liegg.app.orbit;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.GroupAction;
import org.liegg.app.Extraction;
import org.liegg.app.Liegg;
import org.liegg.data.scaling.StandardizationSource;
import org.liegg.groups.Actions;
import org.liegg.groups.Flows;

class OrbitValuesTest {
  private static final Liegg LIEGG = Liegg.create();

  /** exp(tA) of (E_12 − E_21)/√2 turns the plane by t/√2. */
  private static final double[] TIMES = {0, 0.4, -1.3, 2 * Math.PI, 2 * Math.sqrt(2) * Math.PI};

  @TempDir Path folder;

  private static double[][] normal(int samples, int columns) {
    Random random = new Random(11);
    double[][] rows = new double[samples][columns];
    for (double[] row : rows) {
      for (int i = 0; i < columns; i++) {
        row[i] = random.nextGaussian();
      }
    }
    return rows;
  }

  private static Extraction asked(int d, int k, UnaryOperator<double[]> f, String action) {
    return LIEGG.model(d, k, f).data(normal(600, d)).action(action);
  }

  private static OrbitValues moved(Extraction of, SymmetryReport report, int generator, long n) {
    return LIEGG.orbit(of.request(), report, new OrbitWish(generator, n, TIMES));
  }

  /** sin|a| − |b|³/2 + ab/(|a||b|) of the two halves. */
  private static double[] o5(double[] x) {
    double aa = 0;
    double bb = 0;
    double ab = 0;
    for (int i = 0; i < 5; i++) {
      aa += x[i] * x[i];
      bb += x[5 + i] * x[5 + i];
      ab += x[i] * x[5 + i];
    }
    return new double[] {Math.sin(Math.sqrt(aa)) - Math.pow(bb, 1.5) / 2 + ab / Math.sqrt(aa * bb)};
  }

  private static double[] square(double[] x) {
    double sum = 0;
    for (double value : x) {
      sum += value * value;
    }
    return new double[] {sum};
  }

  @Test
  void outputsOfAnInvariantModelStay() {
    Extraction asked = asked(10, 1, OrbitValuesTest::o5, "gl(5)^2");
    SymmetryReport report = asked.extract();
    assertThat(report.generators()).hasSize(10);

    for (int generator = 0; generator < 10; generator++) {
      OrbitValues values = moved(asked, report, generator, 7);
      double[] x = normal(600, 10)[7];
      assertThat(values.inputs()[0]).containsExactly(x);
      assertThat(values.t()).containsExactly(TIMES);
      for (int i = 0; i < TIMES.length; i++) {
        assertThat(values.outputs()[i][0]).isCloseTo(o5(x)[0], within(1e-4));
        assertThat(values.expected()[i]).containsExactly(o5(x));
      }
      assertThat(values.shape()).containsExactly(10);
    }
  }

  @Test
  void outputsOfABrokenDirectionChangeAsItsFormulaSays() {
    SymmetryReport turns = asked(2, 1, OrbitValuesTest::square, "gl(2)").extract();
    double sign = Math.signum(turns.generators().get(0).coefficients()[1]);
    Extraction first = asked(2, 1, x -> new double[] {x[0]}, "gl(2)");

    OrbitValues values = moved(first, turns, 0, 599);

    double[] x = normal(600, 2)[599];
    for (int i = 0; i < TIMES.length; i++) {
      double angle = sign * TIMES[i] / Math.sqrt(2);
      double turned = Math.cos(angle) * x[0] + Math.sin(angle) * x[1];
      assertThat(values.outputs()[i][0]).isCloseTo(turned, within(1e-6));
      assertThat(values.expected()[i]).containsExactly(x[0]);
    }
    assertThat(values.period().orElseThrow()).isCloseTo(TIMES[4], within(1e-3));
  }

  @Test
  void outputsThatMoveAlongAreExpectedWhereTheyAreMovedTo() {
    UnaryOperator<double[]> along = x -> new double[] {square(x)[0] * x[0], square(x)[0] * x[1]};
    Extraction asked = asked(2, 2, along, "so(2)->same");
    SymmetryReport report = asked.extract();
    assertThat(report.generators()).hasSize(1);

    OrbitValues kept = moved(asked, report, 0, 3);
    OrbitValues broken =
        moved(asked(2, 2, x -> new double[] {x[0] * x[0] + 1, 0}, "so(2)->same"), report, 0, 3);

    double sign = Math.signum(report.generators().get(0).coefficients()[0]);
    double[] x = normal(600, 2)[3];
    for (int i = 0; i < TIMES.length; i++) {
      assertThat(kept.expected()[i]).containsExactly(kept.outputs()[i], within(1e-6));
      double angle = sign * TIMES[i] / Math.sqrt(2);
      double length = x[0] * x[0] + 1;
      assertThat(broken.expected()[i])
          .containsExactly(
              new double[] {Math.cos(angle) * length, -Math.sin(angle) * length}, within(1e-6));
      assertThat(broken.outputs()[i][1]).isZero();
    }
    assertThat(broken.outputs()[1][0]).isNotCloseTo(broken.expected()[1][0], within(0.01));
  }

  @Test
  void velocitiesAreMovedAlongWithStates() {
    Extraction motion = asked(2, 2, x -> new double[] {x[1], -x[0]}, "gl(2)->bracket");
    SymmetryReport report = motion.extract();
    assertThat(report.generators()).hasSize(2);

    OrbitValues values = LIEGG.orbit(motion.request(), report, new OrbitWish(1, 0, TIMES));

    for (int i = 0; i < TIMES.length; i++) {
      assertThat(values.expected()[i]).containsExactly(values.outputs()[i], within(1e-4));
    }
    assertThat(values.inputs()[3]).isNotEqualTo(values.inputs()[0]);
  }

  @Test
  void picturesAreTurnedByAQuarter() {
    GroupAction turns =
        Actions.span("turns", Actions.image(8, 8, 1), List.of("turn"), new Matrix(1, 4, turn()));
    Extraction asked =
        LIEGG
            .model(64, 2, x -> new double[] {square(x)[0], x[0]})
            .data(normal(60, 64))
            .action(turns);
    SymmetryReport report =
        LIEGG.model(64, 1, x -> new double[] {3}).data(normal(60, 64)).action(turns).extract();
    double sign = Math.signum(report.generators().get(0).coefficients()[0]);
    double quarter = Math.PI / Math.sqrt(2);

    OrbitValues values =
        LIEGG.orbit(asked.request(), report, new OrbitWish(0, 5, new double[] {sign * quarter}));

    double[] picture = normal(60, 64)[5];
    assertThat(values.shape()).containsExactly(8, 8);
    // A = (E_21 − E_12)/√2 turns x, to the right, towards y, down.
    for (int row = 0; row < 8; row++) {
      for (int column = 0; column < 8; column++) {
        assertThat(values.inputs()[0][8 * column + 7 - row])
            .isCloseTo(picture[8 * row + column], within(1e-9));
      }
    }
    assertThat(values.outputs()[0][1]).isCloseTo(picture[8 * 7], within(1e-6));
    assertThat(values.expected()[0][1]).isEqualTo(picture[0]);
  }

  private static double[] turn() {
    return new double[] {0, -Math.sqrt(0.5), Math.sqrt(0.5), 0};
  }

  @Test
  void samplesAreMovedInTheirOwnUnits() throws Exception {
    Path standards =
        Files.writeString(folder.resolve("standards.json"), "{\"mean\": [1, 0], \"std\": [3, 1]}");
    Extraction asked =
        asked(2, 1, OrbitValuesTest::square, "aff(2)")
            .standardizedBy(StandardizationSource.of(standards));
    SymmetryReport report = asked.extract();
    assertThat(report.generators()).hasSize(1);

    OrbitValues values = moved(asked, report, 0, 2);

    for (int i = 0; i < TIMES.length; i++) {
      double[] x = values.inputs()[i];
      double[] z = {(x[0] - 1) / 3, x[1]};
      assertThat(values.outputs()[i][0]).isCloseTo(square(z)[0], within(1e-9));
      assertThat(values.outputs()[i][0]).isCloseTo(values.expected()[i][0], within(1e-4));
    }
    assertThat(values.inputs()[0]).containsExactly(normal(600, 2)[2]);
  }

  @Test
  void inputsAreThoseOfTheGeneratorsFlow() {
    Extraction asked = asked(3, 1, OrbitValuesTest::square, "gl(3)");
    SymmetryReport report = asked.extract();

    OrbitValues values = moved(asked, report, 2, 4);

    Batch sample = new Batch(1, 3, normal(600, 3)[4]);
    double[] generator = report.generators().get(2).coefficients();
    for (int i = 0; i < TIMES.length; i++) {
      assertThat(values.inputs()[i])
          .containsExactly(
              Flows.of(Actions.gl(3), generator).at(sample, TIMES[i]).values(), within(1e-12));
    }
  }
}
