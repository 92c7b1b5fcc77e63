package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;
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
import org.liegg.api.spi.GroupAction;

/** What rows of the polarization matrix promise beside their values. */
final class ActionRows {
  private static final int SAMPLES = 5;
  private static final int OUTPUTS = 3;

  private ActionRows() {}

  static void requireLinear(GroupAction action, Batch batch) {
    Jacobians jacobians = ActionProbe.jacobians(batch.rows(), OUTPUTS, action.inputSize(), 16);
    double[] doubled = jacobians.values().clone();
    Arrays.setAll(doubled, i -> -2 * doubled[i]);
    Jacobians other =
        new Jacobians(batch.rows(), OUTPUTS, action.inputSize(), doubled, jacobians.responses());
    double[] expected = action.polarize(batch, jacobians).rows().values().clone();
    Arrays.setAll(expected, i -> -2 * expected[i]);
    assertThat(action.polarize(batch, other).rows().values())
        .as("rows of −2J under %s (seeds 15, 16)", action.spec())
        .containsExactly(expected, within(1e-12));
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
    Jacobians jacobians = ActionProbe.jacobians(SAMPLES, OUTPUTS, action.inputSize(), seed);
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
