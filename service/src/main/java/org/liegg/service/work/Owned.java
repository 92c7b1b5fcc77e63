package org.liegg.service.work;

import java.util.concurrent.atomic.AtomicBoolean;
import org.liegg.client.Analysis;

/**
 * An analysis in work.
 *
 * @param analysis what was claimed
 * @param worker its process
 * @param cancelled whether somebody wants it no more
 * @param released whether it is to wait again, because the service stops
 * @param began when, by the clock of {@link System#nanoTime}
 */
record Owned(
    Analysis analysis,
    WorkerHandle worker,
    AtomicBoolean cancelled,
    AtomicBoolean released,
    long began) {

  static Owned of(Analysis analysis, WorkerHandle worker) {
    return new Owned(analysis, worker, new AtomicBoolean(), new AtomicBoolean(), System.nanoTime());
  }

  /** Ends it because nobody wants it. */
  void cancel() {
    cancelled.set(true);
    worker.kill();
  }

  /** Ends it so that it waits again. */
  void release() {
    released.set(true);
    worker.kill();
  }
}
