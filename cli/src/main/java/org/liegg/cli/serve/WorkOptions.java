package org.liegg.cli.serve;

import java.time.Duration;
import org.jspecify.annotations.Nullable;
import org.liegg.cli.values.MemorySize;
import org.liegg.cli.values.Seconds;
import org.liegg.service.settings.Limits;
import org.liegg.service.settings.Work;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that say how a service works, and what it takes from one who asks. */
final class WorkOptions {
  @Option(
      names = "--workers",
      paramLabel = "N",
      description = {
        "How many analyses run at a time, each in a process of its own. Default: one for every two"
            + " processors."
      })
  @Nullable Integer workers;

  @Option(
      names = "--worker-threads",
      paramLabel = "T",
      description = "Processors that each of them works on. Default: they share all.")
  @Nullable Integer threads;

  @Option(
      names = "--worker-memory",
      paramLabel = "SIZE",
      defaultValue = "2g",
      converter = MemorySize.class,
      description = {
        "Java heap of each, e.g. 512m or 4g. Native libraries allocate beside it. Default:"
            + " ${DEFAULT-VALUE}."
      })
  long memory = Work.DEFAULT_MEMORY;

  @Option(
      names = "--queue",
      paramLabel = "N",
      defaultValue = "" + Work.DEFAULT_QUEUE,
      description = {
        "How many analyses may wait; who asks for more is told to come again. Default:"
            + " ${DEFAULT-VALUE}."
      })
  int queue = Work.DEFAULT_QUEUE;

  @Option(
      names = "--job-limit",
      paramLabel = "SECONDS",
      defaultValue = "21600",
      converter = Seconds.class,
      description = "How long one analysis may take. Default: ${DEFAULT-VALUE}, six hours.")
  Duration longest = Work.DEFAULT_LONGEST;

  @Option(
      names = "--max-upload",
      paramLabel = "SIZE",
      defaultValue = "2g",
      converter = MemorySize.class,
      description = "The largest file that may be uploaded. Default: ${DEFAULT-VALUE}.")
  long upload = Limits.defaults().upload();

  @Option(
      names = "--rate",
      paramLabel = "N",
      defaultValue = "100",
      description = "Requests a second and address, on average. Default: ${DEFAULT-VALUE}.")
  int rate = Limits.defaults().requests();

  @Option(
      names = "--streams",
      paramLabel = "N",
      defaultValue = "100",
      description = "How many may follow analyses by events at a time. Default: ${DEFAULT-VALUE}.")
  int streams = Limits.defaults().streams();

  @Option(
      names = "--drain",
      paramLabel = "SECONDS",
      defaultValue = "30",
      converter = Seconds.class,
      description = {
        "How long running analyses may go on when the service is told to stop; then they wait for"
            + " the next start. Default: ${DEFAULT-VALUE}."
      })
  Duration drain = Limits.defaults().drain();

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  CommandLine.Model.CommandSpec spec;

  WorkOptions() {}

  /** How it works. */
  Work work() {
    Work usual = Work.defaults();
    try {
      Work shared = workers == null ? usual : usual.withWorkers(workers);
      return new Work(
          shared.workers(), threads == null ? shared.threads() : threads, memory, queue, longest);
    } catch (IllegalArgumentException e) {
      throw usage("--" + e.getMessage());
    }
  }

  /** What it takes. */
  Limits limits() {
    try {
      return new Limits(upload, rate, streams, drain);
    } catch (IllegalArgumentException e) {
      throw usage("--" + e.getMessage());
    }
  }

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
