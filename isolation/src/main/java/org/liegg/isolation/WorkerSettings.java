package org.liegg.isolation;

import java.time.Duration;

/**
 * What a worker may use.
 *
 * @param memory bytes of its Java heap, at least {@link #LEAST_MEMORY}. What native libraries
 *     allocate beside it is not counted
 * @param callLimit how long one call may take: opening the model, listing its layers, or
 *     differentiating one batch. Starting the worker is not counted
 */
public record WorkerSettings(long memory, Duration callLimit) {

  /** 2 GB. */
  public static final long DEFAULT_MEMORY = 2L << 30;

  /** 64 MB: with less, engines do not start. */
  public static final long LEAST_MEMORY = 64L << 20;

  /** 10 minutes. */
  public static final Duration DEFAULT_CALL_LIMIT = Duration.ofMinutes(10);

  /**
   * @throws IllegalArgumentException if the memory is less than {@link #LEAST_MEMORY}, or the limit
   *     is not positive
   */
  public WorkerSettings {
    if (memory < LEAST_MEMORY) {
      throw new IllegalArgumentException(
          "WorkerSettings: %d bytes of memory, at least %d are needed"
              .formatted(memory, LEAST_MEMORY));
    }
    if (callLimit.isNegative() || callLimit.isZero()) {
      throw new IllegalArgumentException("WorkerSettings: a limit of %s".formatted(callLimit));
    }
  }

  /** {@link #DEFAULT_MEMORY} and {@link #DEFAULT_CALL_LIMIT}. */
  public static WorkerSettings defaults() {
    return new WorkerSettings(DEFAULT_MEMORY, DEFAULT_CALL_LIMIT);
  }

  /** The same with so many bytes of heap. */
  public WorkerSettings withMemory(long bytes) {
    return new WorkerSettings(bytes, callLimit);
  }

  /** The same with this limit of one call. */
  public WorkerSettings withCallLimit(Duration limit) {
    return new WorkerSettings(memory, limit);
  }
}
