package org.liegg.cli;

import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.liegg.cli.values.MemorySize;
import org.liegg.isolation.WorkerSettings;
import picocli.CommandLine;
import picocli.CommandLine.Option;

/** The options that say whether the model is opened in a process of its own. */
final class IsolationArguments {
  @Option(
      names = "--isolate",
      description = {
        "Open and differentiate the model in a process of its own, with its own heap and time limit"
            + " and without this one's environment: for files that you do not trust. A crash there"
            + " is one error here. The results are the same."
      })
  boolean isolate;

  @Option(
      names = "--isolate-memory",
      paramLabel = "SIZE",
      converter = MemorySize.class,
      description = {
        "Heap of the process of --isolate, e.g. 512m or 4g, at least 64m. Native libraries allocate"
            + " beside it. Default: 2g."
      })
  @Nullable Long memory;

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  CommandLine.Model.CommandSpec spec;

  IsolationArguments() {}

  /**
   * What the process may use; empty where there is to be none.
   *
   * @param longest that one call may take, where it was said
   */
  Optional<WorkerSettings> settings(Optional<Duration> longest) {
    if (!isolate) {
      if (memory != null) {
        throw usage("--isolate-memory is given without --isolate");
      }
      return Optional.empty();
    }
    WorkerSettings settings = WorkerSettings.defaults();
    if (memory != null) {
      settings = settings.withMemory(memory);
    }
    return Optional.of(longest.map(settings::withCallLimit).orElse(settings));
  }

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
