package org.liegg.service.settings;

import java.time.Duration;

/**
 * How a service works.
 *
 * @param workers processes, ≥ 1, each of which runs one analysis at a time
 * @param threads of each, ≥ 1
 * @param memory bytes of the Java heap of each
 * @param queue how many analyses may wait, ≥ 1
 * @param longest that one analysis may take
 */
public record Work(int workers, int threads, long memory, int queue, Duration longest) {

  /** 2 GB. */
  public static final long DEFAULT_MEMORY = 2L << 30;

  /** A thousand. */
  public static final int DEFAULT_QUEUE = 1000;

  /** Six hours. */
  public static final Duration DEFAULT_LONGEST = Duration.ofHours(6);

  /**
   * Checks the sizes.
   *
   * @throws IllegalArgumentException if one is less than it may be; names the option
   */
  public Work {
    require("workers", workers);
    require("worker-threads", threads);
    require("queue", queue);
    if (longest.isNegative() || longest.isZero()) {
      throw new IllegalArgumentException("job-limit %s: it is more than 0".formatted(longest));
    }
  }

  /** A worker for every two processors. */
  public static Work defaults() {
    int processors = Runtime.getRuntime().availableProcessors();
    int workers = Math.max(1, processors / 2);
    return new Work(
        workers, Math.max(1, processors / workers), DEFAULT_MEMORY, DEFAULT_QUEUE, DEFAULT_LONGEST);
  }

  /** The same with so many workers, that share the processors. */
  public Work withWorkers(int count) {
    int each = Math.max(1, Runtime.getRuntime().availableProcessors() / Math.max(1, count));
    return new Work(count, each, memory, queue, longest);
  }

  /** The same with so many that may wait. */
  public Work withQueue(int count) {
    return new Work(workers, threads, memory, count, longest);
  }

  /** The same with so many bytes of heap each. */
  public Work withMemory(long bytes) {
    return new Work(workers, threads, bytes, queue, longest);
  }

  private static void require(String option, int count) {
    if (count < 1) {
      throw new IllegalArgumentException("%s %d: it is 1 or more".formatted(option, count));
    }
  }
}
