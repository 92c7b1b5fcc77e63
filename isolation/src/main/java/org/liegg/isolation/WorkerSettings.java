package org.liegg.isolation;

import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/**
 * What a worker may use.
 *
 * @param memory bytes of its Java heap, at least {@link #LEAST_MEMORY}. What native libraries
 *     allocate beside it is not counted
 * @param callLimit how long one call may take: opening the model, listing its layers, or
 *     differentiating one batch. Starting the worker is not counted
 * @param plugins jars of plug-ins, whose engines the worker knows beside those of its class path
 */
public record WorkerSettings(long memory, Duration callLimit, List<Path> plugins) {

  /** 2 GB. */
  public static final long DEFAULT_MEMORY = 2L << 30;

  /** 64 MB: with less, engines do not start. */
  public static final long LEAST_MEMORY = 64L << 20;

  /** 10 minutes. */
  public static final Duration DEFAULT_CALL_LIMIT = Duration.ofMinutes(10);

  /**
   * Copies the list.
   *
   * @throws IllegalArgumentException if the memory is less than {@link #LEAST_MEMORY}, or the limit
   *     is not positive
   */
  public WorkerSettings {
    plugins = List.copyOf(plugins);
    if (memory < LEAST_MEMORY) {
      throw new IllegalArgumentException(
          "WorkerSettings: %d bytes of memory, at least %d are needed"
              .formatted(memory, LEAST_MEMORY));
    }
    if (callLimit.isNegative() || callLimit.isZero()) {
      throw new IllegalArgumentException("WorkerSettings: a limit of %s".formatted(callLimit));
    }
  }

  /** {@link #DEFAULT_MEMORY}, {@link #DEFAULT_CALL_LIMIT} and no plug-ins. */
  public static WorkerSettings defaults() {
    return new WorkerSettings(DEFAULT_MEMORY, DEFAULT_CALL_LIMIT, List.of());
  }

  /** The same with so many bytes of heap. */
  public WorkerSettings withMemory(long bytes) {
    return new WorkerSettings(bytes, callLimit, plugins);
  }

  /** The same with this limit of one call. */
  public WorkerSettings withCallLimit(Duration limit) {
    return new WorkerSettings(memory, limit, plugins);
  }

  /** The same with these jars of plug-ins. */
  public WorkerSettings withPlugins(List<Path> jars) {
    return new WorkerSettings(memory, callLimit, jars);
  }
}
