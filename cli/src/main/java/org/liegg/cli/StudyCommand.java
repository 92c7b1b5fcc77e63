package org.liegg.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Supplier;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Printable;
import org.liegg.app.Liegg;
import org.liegg.app.Studies;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.base.LieggCommand;
import org.liegg.cli.terminal.ProgressBars;
import org.liegg.cli.terminal.Terminal;
import org.liegg.study.spec.BuiltInStudies;
import org.liegg.study.spec.StudyFiles;
import org.liegg.study.spec.StudySpec;
import org.liegg.study.spec.StudySpecBuilder;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.Parameters;

/** {@code liegg study}: a grid of networks, each trained and each extracted. */
@Command(
    name = "study",
    description = {
      "Trains a grid of networks and extracts from each the symmetries that it has learned: which"
          + " of them learn a symmetry, and does it go with accuracy? A study that was stopped goes"
          + " on where it was when it is run again in the same folder.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  liegg study o5 --quick",
      "  liegg study rotated-digits --data t10k-images-idx3-ubyte.gz --labels"
          + " t10k-labels-idx1-ubyte.gz",
      "  liegg study --spec my-study.yaml --folder my-study",
    })
final class StudyCommand extends LieggCommand {

  @Parameters(
      arity = "0..1",
      paramLabel = "NAME",
      description = "A built-in study: o5, lorentz, se3-pairs or rotated-digits.")
  @Nullable String name;

  @Option(names = "--spec", paramLabel = "FILE", description = "A study described in YAML.")
  @Nullable Path file;

  @Option(names = "--quick", description = "A small grid, for a first look.")
  boolean quick;

  @Option(
      names = "--folder",
      paramLabel = "DIR",
      description = "Where results are kept. Default: liegg-study-NAME.")
  @Nullable Path folder;

  @Option(
      names = "--data",
      paramLabel = "FILE",
      description = "The samples; of rotated-digits, images in IDX format.")
  @Nullable Path data;

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = "What belongs to the samples: labels or targets.")
  @Nullable Path labels;

  @Option(
      names = "--track",
      paramLabel = "N",
      arity = "0..1",
      fallbackValue = "5",
      description = "Measure while training, every N epochs (5), into track.csv.")
  @Nullable Integer track;

  @Option(
      names = "--threads",
      paramLabel = "N",
      description = "Networks trained at a time. Default: all processors.")
  @Nullable Integer threads;

  @Option(
      names = "--seed",
      paramLabel = "S",
      description = "Of the held-out samples and whatever the networks share. Default: 1.")
  @Nullable Long seed;

  StudyCommand(Supplier<Liegg> liegg, Terminal terminal) {
    super(liegg, terminal);
  }

  @Override
  public Integer call() {
    StudySpec spec = spec();
    Path target = folder == null ? Path.of("liegg-study-" + spec.name()) : folder;
    int cells = threads == null ? Runtime.getRuntime().availableProcessors() : threads;
    if (cells < 1) {
      throw usage("--threads: %d is less than 1".formatted(cells));
    }
    Studies.Outcome outcome;
    try (ProgressBars progress = progress("study", "networks")) {
      outcome =
          liegg
              .get()
              .studies()
              .run(
                  spec,
                  target,
                  cells,
                  (done, total) -> progress.samples(done, OptionalLong.of(total)));
    }
    terminal.out().print(StudySummary.of(outcome.result()));
    terminal
        .out()
        .printf(
            "%nWritten: %s%n",
            Printable.message(
                outcome.written().stream().map(Path::toString).collect(Collectors.joining(", "))));
    return ExitCode.DONE;
  }

  private StudySpec spec() {
    if ((name == null) == (file == null)) {
      throw usage("give the name of a built-in study or --spec FILE, and not both");
    }
    StudySpecBuilder study =
        file == null ? BuiltInStudies.named(String.valueOf(name)) : StudyFiles.read(file);
    if (quick) {
      study.quick();
    }
    Optional.ofNullable(data).ifPresent(study::inputs);
    Optional.ofNullable(labels).ifPresent(study::targets);
    Optional.ofNullable(track).ifPresent(study::track);
    Optional.ofNullable(seed).ifPresent(study::seed);
    return study.build();
  }
}
