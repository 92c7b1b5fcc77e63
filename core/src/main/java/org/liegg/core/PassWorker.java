package org.liegg.core;

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
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.ModelGradient;
import org.liegg.metrics.HeldOutSums;

/**
 * Differentiates, polarizes and accumulates the batches it is given: in a thread of its own where
 * it has a name for one, in the caller's otherwise.
 */
final class PassWorker implements AutoCloseable {
  /** Batches that may wait: enough that a worker never does, few enough that memory stays flat. */
  private static final int WAITING = 2;

  private final ModelGradient model;
  private final boolean ownsModel;
  private final int inputFrom;
  private final int inputs;
  private final GroupAction action;
  private final double[] weights;
  private final Decomposition accumulator;
  private final Stages stages;
  private final Optional<HeldOutSums> sums;
  private final GradientAudit audit = new GradientAudit();
  private final BlockingQueue<Optional<LabelledBatch>> queue = new ArrayBlockingQueue<>(WAITING);
  private final @Nullable Thread thread;
  private volatile @Nullable Throwable failure;

  PassWorker(
      ModelGradient model,
      boolean ownsModel,
      GroupAction action,
      double[] weights,
      Decomposition accumulator,
      Optional<HeldOutSums> sums,
      Stages stages,
      Optional<String> threadName) {
    this.model = model;
    this.ownsModel = ownsModel;
    this.inputFrom = model.info().inputFrom();
    this.inputs = model.info().inputSize();
    this.action = action;
    this.weights = weights;
    this.accumulator = accumulator;
    this.sums = sums;
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
    Jacobians jacobians = stages.time("gradient", () -> model.jacobians(batch));
    Polarization rows =
        stages.time(
            "polarize", () -> action.polarize(varying(batch), jacobians).withWeights(weights));
    stages.run("decompose", () -> accumulator.accept(rows));
    stages.run(
        "evidence",
        () -> {
          sums.ifPresent(measured -> measured.accept(rows, labelled.blocks(), labelled.units()));
          audit.accept(jacobians, rows);
        });
  }

  /** Of every sample the input that varies, which is what the action acts on. */
  private Batch varying(Batch batch) {
    return batch.features(inputFrom, inputFrom + inputs);
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

  private static NumericalException interrupted(InterruptedException e) {
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
    if (ownsModel) {
      model.close();
    }
  }

  @Override
  public void close() {
    closeModel();
    accumulator.close();
  }
}
