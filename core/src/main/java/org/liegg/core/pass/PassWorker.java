package org.liegg.core.pass;

import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.TimeUnit;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.NumericalException;
import org.liegg.api.Polarization;
import org.liegg.api.spi.Decomposition;
import org.liegg.metrics.HeldOutSums;

/**
 * Differentiates, polarizes and accumulates the batches it is given: in a thread of its own where
 * it has a name for one, in the caller's otherwise.
 */
final class PassWorker implements AutoCloseable {
  /** Batches that may wait: enough that a worker never does, few enough that memory stays flat. */
  private static final int WAITING = 2;

  private final FieldRows fields;
  private final Decomposition accumulator;
  private final Stages stages;
  private final Optional<HeldOutSums> sums;
  private final Optional<PartialSpectra> watched;
  private final GradientAudit audit = new GradientAudit();
  private final BlockingQueue<Optional<LabelledBatch>> queue = new ArrayBlockingQueue<>(WAITING);
  private final @Nullable Thread thread;
  private volatile @Nullable Throwable failure;

  PassWorker(
      FieldRows fields,
      Decomposition accumulator,
      Optional<HeldOutSums> sums,
      Optional<PartialSpectra> watched,
      Stages stages,
      Optional<String> threadName) {
    this.fields = fields;
    this.accumulator = accumulator;
    this.sums = sums;
    this.watched = watched;
    this.stages = stages;
    this.thread = threadName.map(name -> new Thread(this::work, name)).orElse(null);
    if (thread != null) {
      thread.setDaemon(true);
      thread.start();
    }
  }

  Decomposition accumulator() {
    return accumulator;
  }

  Optional<HeldOutSums> sums() {
    return sums;
  }

  GradientAudit audit() {
    return audit;
  }

  /** Takes a batch, waiting while too many wait already. Throws what earlier batches threw. */
  void take(LabelledBatch batch) {
    if (thread == null) {
      process(batch);
      return;
    }
    put(Optional.of(batch));
  }

  /** Waits for the last batch. */
  void await() {
    if (thread != null) {
      put(Optional.empty());
      try {
        thread.join();
      } catch (InterruptedException e) {
        throw interrupted(e);
      }
      rethrow();
    }
  }

  /** An empty one is the end. */
  private void put(Optional<LabelledBatch> batch) {
    try {
      while (!queue.offer(batch, 100, TimeUnit.MILLISECONDS)) {
        rethrow();
      }
    } catch (InterruptedException e) {
      throw interrupted(e);
    }
    rethrow();
  }

  private void work() {
    try {
      for (Optional<LabelledBatch> next = queue.take(); next.isPresent(); next = queue.take()) {
        process(next.get());
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    } catch (RuntimeException | Error e) {
      failure = e;
    }
  }

  private void process(LabelledBatch labelled) {
    Batch batch = labelled.batch();
    Jacobians jacobians = stages.time("gradient", () -> fields.jacobians(batch));
    Polarization rows = stages.time("polarize", () -> fields.polarized(batch, jacobians));
    stages.run("decompose", () -> accumulator.accept(rows));
    stages.run(
        "evidence",
        () -> {
          sums.ifPresent(measured -> measured.accept(rows, labelled.blocks(), labelled.units()));
          audit.accept(jacobians, rows);
        });
    watched.ifPresent(spectra -> stages.run("decompose", () -> spectra.look(accumulator)));
  }

  private void rethrow() {
    Throwable thrown = failure;
    if (thrown instanceof RuntimeException e) {
      throw e;
    }
    if (thrown instanceof Error e) {
      throw e;
    }
  }

  static NumericalException interrupted(InterruptedException e) {
    Thread.currentThread().interrupt();
    return new NumericalException(
        "LIEGG-INTERRUPTED",
        "extraction",
        "its thread was interrupted",
        "start it again; nothing was written",
        e);
  }

  /** Ends the thread and closes the session, where it is the worker's own. */
  void closeModel() {
    if (thread != null && thread.isAlive()) {
      thread.interrupt();
      try {
        thread.join();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
    fields.close();
  }

  @Override
  public void close() {
    closeModel();
    accumulator.close();
  }
}
