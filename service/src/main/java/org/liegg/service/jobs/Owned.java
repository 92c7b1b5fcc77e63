package org.liegg.service.jobs;

import java.util.Optional;
import org.liegg.client.Analysis;

/**
 * An analysis in work, and why it was ended if it was. Once its worker has said the last of it,
 * nothing ends that worker on its account any more: it may have the next one already.
 */
final class Owned {
  private final Analysis analysis;
  private final WorkerHandle worker;
  private final long began = System.nanoTime();
  private Optional<End> end = Optional.empty();
  private boolean answered;

  /** Why one was ended before its time. */
  enum End {
    /** Somebody wants it no more. */
    CANCELLED,
    /** It is to wait again, because the service stops. */
    RELEASED,
    /** It took too long. */
    LATE,
    /** Another service has it: the claim had run out. */
    LOST
  }

  Owned(Analysis analysis, WorkerHandle worker) {
    this.analysis = analysis;
    this.worker = worker;
  }

  Analysis analysis() {
    return analysis;
  }

  String id() {
    return analysis.id();
  }

  WorkerHandle worker() {
    return worker;
  }

  /** How long it has been in work, in nanoseconds. */
  long nanos() {
    return System.nanoTime() - began;
  }

  /** Ends it, if it is still in work. */
  synchronized void end(End why) {
    if (!answered && end.isEmpty()) {
      end = Optional.of(why);
      worker.kill();
    }
  }

  /** The worker has said the last of it, or ended; why, if it was ended from here. */
  synchronized Optional<End> answered() {
    answered = true;
    return end;
  }
}
