package org.liegg.isolation;

import org.jspecify.annotations.Nullable;
import org.liegg.api.LieggException;

/**
 * A worker that ended before it answered, or answered what it may not. Its codes:
 *
 * <ul>
 *   <li>{@code LIEGG-WORKER-NOT-STARTED}: there is no process, or it did not report
 *   <li>{@code LIEGG-WORKER-OUT-OF-MEMORY}: its heap is exhausted
 *   <li>{@code LIEGG-WORKER-CRASHED}: a signal such as SIGSEGV or SIGABRT ended it
 *   <li>{@code LIEGG-WORKER-KILLED}: SIGKILL ended it
 *   <li>{@code LIEGG-WORKER-EXITED}: it ended without being told to
 *   <li>{@code LIEGG-WORKER-FAILED}: its engine threw what is no error with a code
 *   <li>{@code LIEGG-WORKER-PROTOCOL}: what it said is not what was asked for
 * </ul>
 *
 * <p>A call that takes longer than its limit is a {@link org.liegg.api.ModelException} of code
 * {@code LIEGG-WORKER-TIMEOUT}, since both the model and the limit are the user's.
 */
public final class WorkerException extends LieggException {
  private static final long serialVersionUID = 1L;

  WorkerException(
      String code, String subject, String found, String remedy, @Nullable Throwable cause) {
    super(code, subject, found, remedy, cause);
  }
}
