package org.liegg.core.pass;

import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import org.liegg.api.NumericalException;

/** Work of a few threads that the calling one waits for. */
public final class Awaited {

  private Awaited() {}

  /**
   * Threads that do not keep the process alive.
   *
   * @param name of each
   */
  public static ExecutorService threads(int count, String name) {
    return Executors.newFixedThreadPool(
        count,
        task -> {
          Thread thread = new Thread(task, name);
          thread.setDaemon(true);
          return thread;
        });
  }

  /**
   * What the work gave; what it threw is thrown here.
   *
   * @throws NumericalException {@code LIEGG-INTERRUPTED} if the calling thread is interrupted
   */
  public static <T> T result(Future<T> working) {
    try {
      return working.get();
    } catch (InterruptedException e) {
      throw PassWorker.interrupted(e);
    } catch (ExecutionException e) {
      if (e.getCause() instanceof Error error) {
        throw error;
      }
      if (e.getCause() instanceof RuntimeException failure) {
        throw failure;
      }
      throw new IllegalStateException(e.getCause());
    }
  }

  /** Interrupts what still works and waits until it has stopped, unless interrupted as well. */
  public static void stop(ExecutorService threads) {
    threads.shutdownNow();
    try {
      while (!threads.awaitTermination(1, TimeUnit.MINUTES)) {
        // A model may take its time.
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
