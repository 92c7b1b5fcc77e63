package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.Optional;
import org.liegg.api.Batch;
import org.liegg.api.Matrix;
import org.liegg.api.spi.GroupAction;

/** What flows and brackets of an action's fields must be. */
final class ActionFlows {
  /** Small enough for third-order terms to vanish, large enough for digits to remain. */
  private static final double TIME = 1e-2;

  private ActionFlows() {}

  /** Moves samples along Σ_a c_a v_a. */
  interface Flow {
    Batch at(GroupAction action, double[] coefficients, double t, Batch batch);
  }

  /** The classical Runge–Kutta method on the fields themselves, in a few steps. */
  static Batch integrate(GroupAction action, double[] coefficients, double t, Batch batch) {
    int steps = 4;
    double h = t / steps;
    double[] x = batch.values().clone();
    for (int step = 0; step < steps; step++) {
      double[] k1 = velocity(action, coefficients, batch, x);
      double[] k2 = velocity(action, coefficients, batch, moved(x, k1, h / 2));
      double[] k3 = velocity(action, coefficients, batch, moved(x, k2, h / 2));
      double[] k4 = velocity(action, coefficients, batch, moved(x, k3, h));
      for (int i = 0; i < x.length; i++) {
        x[i] += h / 6 * (k1[i] + 2 * k2[i] + 2 * k3[i] + k4[i]);
      }
    }
    return new Batch(batch.rows(), batch.columns(), x);
  }

  /** d/dt flow(t) at 0 is the field. */
  static void requireVelocity(GroupAction action, Flow flow, Batch x) {
    double[] c = small(action, 31);
    double[] forward = flow.at(action, c, TIME, x).values();
    double[] back = flow.at(action, c, -TIME, x).values();
    double[] speed = new double[forward.length];
    Arrays.setAll(speed, i -> (forward[i] - back[i]) / (2 * TIME));
    double[] field = ActionProbe.field(action, c, x);
    assertThat(speed)
        .as("velocity of the flow of %s (seed 31)", action.spec())
        .containsExactly(field, within(1e-3 * (1 + largest(field))));
  }

  /** flow(−t) undoes flow(t), and flow(s) after flow(t) is flow(s + t). */
  static void requireGroup(GroupAction action, Flow flow, Batch x) {
    double[] c = small(action, 32);
    Batch there = flow.at(action, c, TIME, x);
    double tolerance = 1e-8 * (1 + largest(x.values()));
    assertThat(flow.at(action, c, -TIME, there).values())
        .as("there and back along %s (seed 32)", action.spec())
        .containsExactly(x.values(), within(tolerance));
    assertThat(flow.at(action, c, 2 * TIME, there).values())
        .as("in two steps along %s (seed 32)", action.spec())
        .containsExactly(flow.at(action, c, 3 * TIME, x).values(), within(tolerance));
  }

  /**
   * Where matrices close under the commutator, {@code exp(tA) exp(tB) exp(−tA) exp(−tB)} moves by
   * t² along the field of AB − BA.
   */
  static void requireBrackets(GroupAction action, Flow flow, Batch x, double tolerance) {
    double[] a = small(action, 33);
    double[] b = small(action, 34);
    Optional<Matrix> left = action.matrix(a);
    Optional<Matrix> right = action.matrix(b);
    if (left.isEmpty() || right.isEmpty()) {
      return;
    }
    Optional<double[]> bracket =
        ActionMatrices.coefficients(action, commutator(left.get(), right.get()));
    if (bracket.isEmpty()) {
      return;
    }
    double[] ahead = loop(action, flow, a, b, TIME, x);
    double[] behind = loop(action, flow, a, b, -TIME, x);
    double[] moved = new double[ahead.length];
    Arrays.setAll(moved, i -> ((ahead[i] + behind[i]) / 2 - x.values()[i]) / (TIME * TIME));
    double[] field = ActionProbe.field(action, bracket.get(), x);
    assertThat(moved)
        .as("flow around a loop of %s, against the field of AB − BA (seeds 33, 34)", action.spec())
        .containsExactly(field, within(tolerance * (1 + largest(field))));
  }

  private static double[] loop(
      GroupAction action, Flow flow, double[] a, double[] b, double t, Batch x) {
    Batch moved = flow.at(action, b, -t, x);
    moved = flow.at(action, a, -t, moved);
    moved = flow.at(action, b, t, moved);
    return flow.at(action, a, t, moved).values();
  }

  private static Matrix commutator(Matrix a, Matrix b) {
    int n = a.rows();
    double[] values = new double[n * n];
    for (int i = 0; i < n; i++) {
      for (int j = 0; j < n; j++) {
        for (int k = 0; k < n; k++) {
          values[i * n + j] += a.get(i, k) * b.get(k, j) - b.get(i, k) * a.get(k, j);
        }
      }
    }
    return new Matrix(n, n, values);
  }

  private static double[] velocity(
      GroupAction action, double[] coefficients, Batch shape, double[] x) {
    return ActionProbe.field(action, coefficients, new Batch(shape.rows(), shape.columns(), x));
  }

  private static double[] moved(double[] x, double[] by, double t) {
    double[] moved = new double[x.length];
    Arrays.setAll(moved, i -> x[i] + t * by[i]);
    return moved;
  }

  private static double[] small(GroupAction action, long seed) {
    double[] c = ActionProbe.normal(action.dimension(), seed);
    Arrays.setAll(c, i -> 0.3 * c[i]);
    return c;
  }

  private static double largest(double[] values) {
    return Arrays.stream(values).map(Math::abs).max().orElse(0);
  }
}
