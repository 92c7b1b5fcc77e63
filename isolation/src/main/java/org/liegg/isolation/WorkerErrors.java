package org.liegg.isolation;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liegg.api.LieggException;
import org.liegg.api.ModelException;
import org.liegg.api.NumericalException;

/**
 * The errors of a worker on one model.
 *
 * @param model how messages call the model
 * @param settings what the worker may use
 */
record WorkerErrors(String model, WorkerSettings settings) {
  /** What Java exits with where it was told to exit when memory runs out. */
  private static final int EXIT_OUT_OF_MEMORY = 3;

  /** A process that signal n ended exits with this and n more. */
  private static final int SIGNALS = 128;

  private static final int SIGKILL = 9;
  private static final int LAST_SIGNAL = 64;
  private static final String REPORT =
      "try another engine or a model of another source, and report this if you trust the model";

  WorkerException notStarted(String found, @Nullable Throwable cause) {
    return error(
        "LIEGG-WORKER-NOT-STARTED",
        "the worker process did not start: " + found,
        "see that Java may start processes and write to its folder for temporary files, or leave"
            + " --isolate off for a model that you trust",
        cause);
  }

  ModelException timeout(String doing) {
    return new ModelException(
        "LIEGG-WORKER-TIMEOUT",
        subject(),
        "%s took longer than %s, and the worker process was ended"
            .formatted(doing, seconds(settings.callLimit())),
        "give more with --model-timeout SECONDS, or smaller batches with --batch-size");
  }

  WorkerException outOfMemory(String said) {
    return error(
        "LIEGG-WORKER-OUT-OF-MEMORY",
        "the worker process has exhausted its heap of %d MB (%s)"
            .formatted(settings.memory() >> 20, said),
        "give more with --isolate-memory SIZE, or smaller batches with --batch-size",
        null);
  }

  WorkerException failed(String thrown) {
    return error(
        "LIEGG-WORKER-FAILED",
        "the engine in the worker process failed (%s)".formatted(thrown),
        REPORT,
        null);
  }

  WorkerException protocol(String found, @Nullable Throwable cause) {
    return error(
        "LIEGG-WORKER-PROTOCOL",
        "the worker process does not answer as it should (%s), and was ended".formatted(found),
        "do not trust this model, or report this if you do",
        cause);
  }

  /** The error for a worker that has ended, by its exit code and the last that it said. */
  WorkerException ended(int code, String doing, Optional<String> said) {
    if (code == EXIT_OUT_OF_MEMORY
        && said.filter(line -> line.contains("OutOfMemoryError")).isPresent()) {
      return outOfMemory(said.get());
    }
    String last = said.map(": %s"::formatted).orElse("");
    int signal = code - SIGNALS;
    if (signal == SIGKILL) {
      return error(
          "LIEGG-WORKER-KILLED",
          "something killed the worker process while %s, most often the system because memory ran"
                  .formatted(doing)
              + " out"
              + last,
          "give the machine more memory, or use a smaller --batch-size",
          null);
    }
    if (signal > 0 && signal <= LAST_SIGNAL) {
      return crashed("signal %d ended the worker process".formatted(signal), doing, last);
    }
    return error(
        "LIEGG-WORKER-EXITED",
        "the worker process ended with %d while %s%s".formatted(code, doing, last),
        REPORT,
        null);
  }

  /** The error for a worker in which Java has noticed a crash, its own or a native library's. */
  WorkerException crashed(String doing, Optional<String> said) {
    return crashed(
        "a native library or Java itself crashed in the worker process",
        doing,
        said.map(": %s"::formatted).orElse(""));
  }

  private WorkerException crashed(String how, String doing, String last) {
    return error("LIEGG-WORKER-CRASHED", "%s while %s%s".formatted(how, doing, last), REPORT, null);
  }

  NumericalException interrupted(Throwable cause) {
    return new NumericalException(
        "LIEGG-INTERRUPTED",
        "extraction",
        "its thread was interrupted",
        "start it again; nothing was written",
        cause);
  }

  LieggException live() {
    return new ModelException(
        "LIEGG-WORKER-LIVE",
        subject(),
        "it is an object of this process, which no other process can open",
        "save it and give the file, or leave isolation off");
  }

  private String subject() {
    return "model " + model;
  }

  private static String seconds(Duration limit) {
    return limit.toMillis() % 1000 == 0
        ? "%d s".formatted(limit.toSeconds())
        : "%d ms".formatted(limit.toMillis());
  }

  private WorkerException error(
      String code, String found, String remedy, @Nullable Throwable cause) {
    return new WorkerException(code, subject(), found, remedy, cause);
  }
}
