package org.liegg.tck;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import org.junit.jupiter.api.Test;
import org.liegg.api.Polarization;
import org.liegg.api.Spectrum;
import org.liegg.api.spi.Decomposition;

/** That decompositions in several threads, one in each, do not know of each other. */
public interface ConcurrencyContract extends DecompositionSubject {

  /** Decompositions in flight at once. */
  int THREADS = 4;

  @Test
  default void decompositionsInSeveralThreadsGiveTheResultsOfOne() throws Exception {
    List<Polarization> inputs = new ArrayList<>();
    for (int i = 0; i < THREADS; i++) {
      inputs.add(KnownFields.quadratic(new double[] {1, 2 + i, 5}, 400 + i, 97 + i));
    }
    CyclicBarrier together = new CyclicBarrier(THREADS);
    ExecutorService threads = Executors.newFixedThreadPool(THREADS);
    try {
      List<Future<Spectrum>> futures = new ArrayList<>();
      for (Polarization input : inputs) {
        futures.add(threads.submit(() -> inStep(input, together)));
      }
      for (int i = 0; i < THREADS; i++) {
        isSame(resultOf(futures.get(i)), spectrumOf(inputs.get(i)), "input %d".formatted(i));
      }
    } finally {
      threads.shutdownNow();
    }
  }

  /** Accepts in two parts, finishes when all others have accepted as well. */
  private Spectrum inStep(Polarization input, CyclicBarrier together)
      throws InterruptedException, BrokenBarrierException, TimeoutException {
    try (Decomposition decomposition = open(input.columns())) {
      together.await(1, TimeUnit.MINUTES);
      decomposition.accept(input.slice(0, 123));
      together.await(1, TimeUnit.MINUTES);
      decomposition.accept(input.slice(123, input.samples()));
      together.await(1, TimeUnit.MINUTES);
      return decomposition.finish();
    }
  }

  private static Spectrum resultOf(Future<Spectrum> future) throws Exception {
    try {
      return future.get(2, TimeUnit.MINUTES);
    } catch (ExecutionException e) {
      throw new AssertionError("a decomposition failed beside others", e.getCause());
    }
  }

  private void isSame(Spectrum beside, Spectrum alone, String what) {
    double largest = alone.singularValues()[0];
    assertThat(beside.rows()).as("rows, %s", what).isEqualTo(alone.rows());
    isTailOf(
        beside.singularValues(),
        alone.singularValues(),
        largest * sigmaTolerance(),
        "singular values, " + what);
    isTailOf(
        beside.defects().orElseThrow().withTrivial(),
        alone.defects().orElseThrow().withTrivial(),
        defectTolerance(),
        "defects, " + what);
  }
}
