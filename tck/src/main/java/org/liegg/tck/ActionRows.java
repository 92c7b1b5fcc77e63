package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.within;

import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.Polarization;
import org.liegg.api.Rows;
import org.liegg.api.spi.GroupAction;

/** What rows of the polarization matrix promise beside their values. */
final class ActionRows {
  private static final int SAMPLES = 5;

  private ActionRows() {}

  static void requireProducts(GroupAction action, Batch batch) {
    int outputs = ActionProbe.outputs(action);
    Jacobians jacobians = ActionProbe.jacobians(batch.rows(), outputs, action.inputSize(), 7);
    Polarization polarization = action.polarize(batch, jacobians);
    assertThat(polarization.responses())
        .as("outputs among the components of %s", action.spec())
        .isEqualTo(action.outputSize());
    Rows rows = polarization.rows();
    assertThat(List.of(rows.rows(), rows.columns()))
        .as("shape of the rows of %s", action.spec())
        .containsExactly(batch.rows() * outputs, action.dimension());
    assertThat(rows.values())
        .as("J·v − w of %s (seeds 6, 7)", action.spec())
        .containsExactly(ActionProbe.naiveRows(action, batch, jacobians), within(1e-12));
  }

  /**
   * Requires an action to refuse samples with Jacobians of one column more than it has inputs.
   *
   * @param batch samples, of that width too or of the action's
   */
  static void requireRefused(GroupAction action, Batch batch) {
    int wrong = action.inputSize() + 1;
    Jacobians jacobians =
        ActionProbe.jacobians(batch.rows(), ActionProbe.outputs(action), wrong, 10);
    assertThatIllegalArgumentException()
        .as(
            "samples of %d columns with Jacobians of %d under %s",
            batch.columns(), wrong, action.spec())
        .isThrownBy(() -> action.polarize(batch, jacobians));
  }

  /** Rows are J·v − w: what J makes of them is linear, and without J there is w alone. */
  static void requireLinear(GroupAction action, Batch batch) {
    int outputs = ActionProbe.outputs(action);
    Jacobians jacobians = ActionProbe.jacobians(batch.rows(), outputs, action.inputSize(), 16);
    double[] still = rows(action, batch, jacobians, 0);
    if (action.outputSize() == 0) {
      assertThat(Arrays.stream(still).filter(value -> value != 0))
          .as("rows of J = 0 under %s (seed 15)", action.spec())
          .isEmpty();
    }
    double[] expected = rows(action, batch, jacobians, 1);
    Arrays.setAll(expected, i -> -2 * (expected[i] - still[i]) + still[i]);
    assertThat(rows(action, batch, jacobians, -2))
        .as("rows of −2J under %s (seeds 15, 16)", action.spec())
        .containsExactly(expected, within(1e-12));
  }

  private static double[] rows(
      GroupAction action, Batch batch, Jacobians jacobians, double factor) {
    double[] scaled = jacobians.values().clone();
    Arrays.setAll(scaled, i -> factor * scaled[i]);
    Jacobians other =
        new Jacobians(
            batch.rows(),
            jacobians.outputs(),
            jacobians.inputs(),
            scaled,
            jacobians.responses().clone());
    return action.polarize(batch, other).rows().values().clone();
  }

  static void requireThreadSafe(GroupAction action, ActionMatrices.Samples samples) {
    ExecutorService threads = Executors.newFixedThreadPool(2);
    try {
      Future<Boolean> left = threads.submit(repeatable(action, samples, 13));
      Future<Boolean> right = threads.submit(repeatable(action, samples, 14));
      assertThat(List.of(left.get(), right.get()))
          .as("rows of two threads are those of one, %s", action.spec())
          .containsExactly(true, true);
    } catch (InterruptedException | ExecutionException e) {
      throw new AssertionError(action.spec() + " failed in one of two threads: " + e, e);
    } finally {
      threads.shutdownNow();
    }
  }

  private static Callable<Boolean> repeatable(
      GroupAction action, ActionMatrices.Samples samples, long seed) {
    Batch batch = samples.of(action, SAMPLES, seed);
    Jacobians jacobians =
        ActionProbe.jacobians(SAMPLES, ActionProbe.outputs(action), action.inputSize(), seed);
    double[] expected = action.polarize(batch, jacobians).rows().values();
    return () -> {
      for (int i = 0; i < 200; i++) {
        if (!Arrays.equals(expected, action.polarize(batch, jacobians).rows().values())) {
          return false;
        }
      }
      return true;
    };
  }
}
