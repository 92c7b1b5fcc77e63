package org.liegg.linalg.dense;

import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.function.IntConsumer;
import org.liegg.api.NumericalException;

/** A fixed number of threads that do the parts of one piece of work side by side. */
public final class WorkerPool implements AutoCloseable {
  private final String owner;
  private final int size;
  private final ExecutorService helpers;

  /**
   * Starts the threads.
   *
   * @param owner whose work it is, as messages name it
   * @param size threads, the calling one among them
   */
  public WorkerPool(String owner, int size) {
    this.owner = owner;
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

  public int size() {
    return size;
  }

  /**
   * Does the parts 0 … size − 1 and waits for all; the calling thread does part 0.
   *
   * @throws NumericalException {@code LIEGG-INTERRUPTED} if the calling thread is interrupted
   */
  public void run(IntConsumer part) {
    List<Future<?>> others = new ArrayList<>();
    for (int i = 1; i < size; i++) {
      int number = i;
      others.add(helpers.submit(() -> part.accept(number)));
    }
    Throwable failure = null;
    try {
      part.accept(0);
    } catch (RuntimeException | Error e) {
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
          failure = e.getCause();
          break;
        }
      }
    }
    if (interrupted) {
      Thread.currentThread().interrupt();
    }
    if (failure != null) {
      throw thrown(failure);
    }
    requireUninterrupted();
  }

  /** As it would be thrown by the calling thread. */
  private static RuntimeException thrown(Throwable failure) {
    if (failure instanceof Error error) {
      throw error;
    }
    return failure instanceof RuntimeException known
        ? known
        : new IllegalStateException("a part of the work failed", failure);
  }

  /**
   * Refuses to go on in a thread that is interrupted.
   *
   * @throws NumericalException {@code LIEGG-INTERRUPTED} if the thread is interrupted, which it
   *     stays
   */
  public void requireUninterrupted() {
    if (Thread.currentThread().isInterrupted()) {
      throw new NumericalException(
          "LIEGG-INTERRUPTED",
          owner,
          "its thread was interrupted before the iteration converged",
          "start it again and let it finish");
    }
  }

  @Override
  public void close() {
    helpers.shutdown();
  }
}
