package org.liegg.benchmarks;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.liegg.api.Batch;

/** Takes batches through on several threads, each an equal share of them. */
final class Shares implements AutoCloseable {
  private final int threads;
  private final List<Batch> batches;
  private final ExecutorService workers;

  Shares(int threads, List<Batch> batches) {
    this.threads = threads;
    this.batches = batches;
    this.workers = Executors.newFixedThreadPool(threads);
  }

  /** The sum of what the work gives, so that nothing can be left out. */
  double sum(Work work) {
    List<Callable<Double>> tasks = new ArrayList<>();
    for (int thread = 0; thread < threads; thread++) {
      int first = thread;
      tasks.add(
          () -> {
            double sum = 0;
            for (int i = first; i < batches.size(); i += threads) {
              sum += work.of(first, batches.get(i));
            }
            return sum;
          });
    }
    try {
      double sum = 0;
      for (Future<Double> done : workers.invokeAll(tasks)) {
        sum += done.get();
      }
      return sum;
    } catch (InterruptedException | ExecutionException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    workers.shutdownNow();
  }

  @FunctionalInterface
  interface Work {
    /** Takes one batch through, on the thread of this number. */
    double of(int thread, Batch batch);
  }
}
