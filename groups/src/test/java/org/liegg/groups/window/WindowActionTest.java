package org.liegg.groups.window;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.function.DoubleUnaryOperator;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.liegg.api.Batch;
import org.liegg.api.spi.GroupAction;
import org.liegg.groups.Actions;
import org.liegg.groups.Embeddings;
import org.liegg.groups.Flows;

class WindowActionTest {
  private static final int STEPS = 200;

  private static double bump(double t) {
    return Math.exp(-16 * t * t) * (1 + t);
  }

  private static double time(int k) {
    return (k - (STEPS - 1) / 2.0) * 2 / STEPS;
  }

  private static Batch window(DoubleUnaryOperator of) {
    return new Batch(
        1, STEPS, IntStream.range(0, STEPS).mapToDouble(k -> of.applyAsDouble(time(k))).toArray());
  }

  @ParameterizedTest
  @CsvSource({"central,1e-2", "'gaussian,1',3e-2", "spectral,1e-4"})
  void fieldsAreChangesOfTime(String filter, double error) {
    GroupAction action = Actions.parse("time(%d,2,%s)".formatted(STEPS, filter));
    for (int power = 0; power <= 2; power++) {
      double[] velocity = velocity(action, power, window(WindowActionTest::bump).values());
      for (int k = 0; k < STEPS; k++) {
        double t = time(k);
        double slope = Math.exp(-16 * t * t) * (1 - 32 * t * (1 + t));
        assertThat(velocity[k]).isCloseTo(-Math.pow(t, power) * slope, within(error));
      }
    }
  }

  private static double[] velocity(GroupAction action, int field, double[] x) {
    double[] velocity = new double[x.length];
    for (int e = action.fields().offsets()[field]; e < action.fields().offsets()[field + 1]; e++) {
      velocity[action.fields().component()[e]] +=
          action.fields().values()[e] * x[action.fields().feature()[e]];
    }
    return velocity;
  }

  @ParameterizedTest
  @CsvSource({"central,2e-4", "spectral,1e-4"})
  void flowsMoveTheFunction(String filter, double error) {
    GroupAction action = Actions.parse("time(%d,1,%s)".formatted(STEPS, filter));
    Batch shifted = Flows.of(action, new double[] {1, 0}).at(window(WindowActionTest::bump), 0.1);
    assertThat(shifted.values())
        .containsExactly(window(t -> bump(t - 0.1)).values(), within(error));
    Batch scaled = Flows.of(action, new double[] {0, 1}).at(window(WindowActionTest::bump), 0.1);
    assertThat(scaled.values())
        .containsExactly(window(t -> bump(t * Math.exp(-0.1))).values(), within(error));
  }

  @Test
  void aWarpIsAProjectiveMapOfTime() {
    GroupAction action = Actions.parse("time(%d,2)".formatted(STEPS));
    Batch moved = Flows.of(action, new double[] {0, 0, 1}).at(window(WindowActionTest::bump), 0.2);
    assertThat(moved.values())
        .containsExactly(window(t -> bump(t / (1 + 0.2 * t))).values(), within(2e-4));
    assertThat(action.matrix(new double[] {1, 4, 9}).orElseThrow().values())
        .containsExactly(2, 1, -9, -2);
  }

  @Test
  void strongWarpsKeepToTheWindow() {
    GroupAction action = Actions.parse("time(%d,5)".formatted(STEPS));
    double[] values =
        Flows.of(action, new double[] {0, 0, 0, 0, 0, 1})
            .at(window(WindowActionTest::bump), -50)
            .values();
    assertThat(Arrays.stream(values)).allMatch(v -> Math.abs(v) < 2);
    assertThat(action.matrix(new double[6])).isEmpty();
  }

  @Test
  void mixesChannelsOfEveryStep() {
    GroupAction action = Actions.parse("signal(3x2,0)");
    assertThat(IntStream.range(0, 7).mapToObj(action::fieldName))
        .containsExactly("shift", "E[1,1]", "E[1,2]", "b[1]", "E[2,1]", "E[2,2]", "b[2]");
    Batch x = new Batch(1, 6, new double[] {1, 2, 3, 4, 5, 6});
    assertThat(Flows.of(action, new double[] {0, 0, 1, 0, 0, 0, 1}).at(x, 1).values())
        .containsExactly(new double[] {3.5, 3, 7.5, 5, 11.5, 7}, within(1e-9));
  }

  @ParameterizedTest
  @CsvSource({"1,0", "2,0", "2,1"})
  void bracketsOfMatricesAreThoseOfSmoothWindows(int a, int b) {
    GroupAction action = Actions.parse("time(%d,2,spectral)".formatted(STEPS));
    double[] x = window(WindowActionTest::bump).values();
    double[] ab = velocity(action, a, velocity(action, b, x));
    double[] ba = velocity(action, b, velocity(action, a, x));
    double[] bracket = velocity(action, a + b - 1, x);
    for (int k = 0; k < STEPS; k++) {
      assertThat(ab[k] - ba[k]).isCloseTo((a - b) * bracket[k], within(1e-2));
    }
    double[] matrices = product(matrix(action, a), matrix(action, b));
    double[] backwards = product(matrix(action, b), matrix(action, a));
    for (int i = 0; i < 4; i++) {
      assertThat(matrices[i] - backwards[i])
          .isEqualTo((a - b) * matrix(action, a + b - 1)[i], within(1e-15));
    }
  }

  private static double[] matrix(GroupAction action, int field) {
    double[] coefficients = new double[3];
    coefficients[field] = 1;
    return action.matrix(coefficients).orElseThrow().values();
  }

  private static double[] product(double[] a, double[] b) {
    return new double[] {
      a[0] * b[0] + a[1] * b[2], a[0] * b[1] + a[1] * b[3],
      a[2] * b[0] + a[3] * b[2], a[2] * b[1] + a[3] * b[3]
    };
  }

  @Test
  void containsKnownPartsByTheirNames() {
    GroupAction action = Actions.parse("signal(20x3)");
    assertThat(Embeddings.coefficients(Actions.parse("time(20x3,0)"), action).rows()).isEqualTo(1);
    assertThat(Embeddings.coefficients(Actions.so(3), action).rows()).isEqualTo(3);
  }
}
