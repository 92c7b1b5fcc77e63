package org.liegg.linalg;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.liegg.api.NumericalException;

/** A fixed number of threads that do the parts of one piece of work side by side. */
final class Crew implements AutoCloseable {
  private final int size;
  private final ExecutorService helpers;

  Crew(int size) {
    this.size = size;
    helpers =
        Executors.newFixedThreadPool(
            Math.max(1, size - 1),
            task -> {
              Thread thread = new Thread(task, "liegg-linalg");
              thread.setDaemon(true);
              return thread;
            });
  }

  int size() {
    return size;
  }

  /**
   * Does the parts 0 … size − 1 and waits for all; the calling thread does part 0.
   *
   * @throws NumericalException {@code LIEGG-INTERRUPTED} if the calling thread is interrupted
   */
  void run(IntConsumer part) {
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < size; i++) {
      int number = i;
      others.add(helpers.submit(() -> part.accept(number)));
    }
    RuntimeException failure = null;
    try {
      part.accept(0);
    } catch (RuntimeException e) {
      failure = e;
    }
    boolean interrupted = false;
    for (Future<?> other : others) {
      // All have to stop before their memory may go, interrupted or not.
      while (true) {
        try {
          other.get();
          break;
        } catch (InterruptedException e) {
          interrupted = true;
        } catch (ExecutionException e) {
          failure = new IllegalStateException("a part of the work failed", e.getCause());
          break;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw failure;
    }
    requireUninterrupted();
  }

  /**
   * @throws NumericalException {@code LIEGG-INTERRUPTED} if the thread is interrupted, which it
   *     stays
   */
  static void requireUninterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new NumericalException(
          "LIEGG-INTERRUPTED",
          "decomposition " + LobpcgDecomposition.KIND,
          "its thread was interrupted before the iteration converged",
          "start it again and let it finish");
    }
  }

  @Override
  public void close() {
    helpers.shutdown();
  }
}
