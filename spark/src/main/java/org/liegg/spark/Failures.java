package org.liegg.spark;

import java.util.Optional;
import java.util.concurrent.Callable;
import org.apache.spark.SparkThrowable;
import org.liegg.api.LieggException;

/** Finds in what Spark throws the error that a task ended with. */
final class Failures {
  /** The code where no error of ours is to be found. */
  static final String CODE = "LIEGG-SPARK-FAILED";

  private Failures() {}

  /**
   * Runs jobs.
   *
   * @throws LieggException that a task has thrown, or {@code LIEGG-SPARK-FAILED}
   */
  static <T> T ofSpark(Callable<T> jobs) {
    try {
      return jobs.call();
    } catch (Exception e) {
      if (e instanceof RuntimeException fault && !(e instanceof SparkThrowable)) {
        throw fault;
      }
      throw ours(e).orElseGet(() -> failed(e));
    }
  }

  private static Optional<LieggException> ours(Throwable thrown) {
    for (Throwable at = thrown; at != null; at = at.getCause()) {
      if (at instanceof LieggException found) {
        return Optional.of(found);
      }
    }
    return Optional.empty();
  }

  private static LieggException failed(Exception e) {
    String message = String.valueOf(e.getMessage());
    return new LieggException(
        CODE,
        "Spark job",
        message.lines().findFirst().orElse(e.toString()),
        "see the log of the executor: data that Spark cannot read, or too little memory",
        e);
  }
}
