package org.liegg.cli;

import java.nio.file.Path;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Dataset;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.orbit.Symmetrization;
import org.liegg.api.report.Verdict;
import org.liegg.app.ExtractionRequest;
import org.liegg.app.GroupSource;
import org.liegg.app.Liegg;
import org.liegg.app.ModelRequest;
import org.liegg.app.Question;
import org.liegg.app.SampleSource;
import org.liegg.app.Samples;
import org.liegg.app.SymmetrizationWish;
import org.liegg.app.export.MovedSamples;
import org.liegg.app.export.SymmetricModel;
import org.liegg.app.export.code.CodeLibrary;
import org.liegg.app.export.code.GroupCode;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.base.LieggCommand;
import org.liegg.cli.base.TableOptions;
import org.liegg.cli.export.ExportText;
import org.liegg.cli.terminal.ProgressBars;
import org.liegg.cli.terminal.Terminal;
import org.liegg.cli.values.InputShape;
import org.liegg.cli.values.Location;
import org.liegg.core.settings.Decision;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.core.settings.Sampling;
import org.liegg.data.Datasets;
import org.liegg.data.NpyWriter;
import org.liegg.report.GeneratorsJson;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code liegg export}: models and samples made of a group that is kept, or ought to be. */
@Command(
    name = "export",
    description = {
      "Makes use of a group: writes a model that keeps it exactly, by averaging over the group or"
          + " by a representative of every orbit, and says what both are like; or moves samples by"
          + " it to train on. Exits with 0 when what was written keeps the group, with 1 when it"
          + " does not, with 3 when there is not enough evidence.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  liegg export --model net.zip --data x.npy --group 'C(4)^2' --orbit-average symmetric.zip",
      "  liegg export --model net.onnx --data x.npy --labels y.npy --group 'S(4) on 3' --canonical"
          + " symmetric.onnx",
      "  liegg export --model net.onnx --data x.npy --from report.json --orbit-average"
          + " symmetric.onnx",
      "  liegg export --data x.npy --labels y.npy --group 'image-D4(28x28)' --augment moved.npy"
          + " --augmented-labels labels.npy",
    })
final class ExportCommand extends LieggCommand {
  @Mixin private final TableOptions table = new TableOptions();

  @Option(
      names = "--model",
      paramLabel = "FILE",
      converter = Location.class,
      description = {
        "The trained model: a network of Deeplearning4j, a SavedModel folder or an .onnx file; what"
            + " is written is of the same format. Not needed for --augment."
      })
  @Nullable ModelSource model;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = "The samples that the group is tried on, or that are moved.")
  Path data = Path.of("");

  @Option(
      names = "--labels",
      paramLabel = "FILE",
      description = {
        "What belongs to the samples: the number of a class from 0, or one value an output. Both"
            + " models are scored by them; moved samples keep theirs, or have them moved along."
      })
  @Nullable Path labels;

  @Option(
      names = "--group",
      paramLabel = "GROUP",
      description = {
        "The group, e.g. 'C(4)^2', 'S(4) on 3' or 'O(3)^4 -> vector'; liegg plugins lists them."
      })
  @Nullable String group;

  @Option(
      names = "--from",
      paramLabel = "FILE.json",
      description = {
        "The group that a report or a file of generators found: a group that was checked and holds,"
            + " discrete symmetries of extract --discrete, or all rotations where the algebra is"
            + " so(n) on gl(n) or its copies."
      })
  @Nullable Path from;

  @Option(
      names = "--orbit-average",
      paramLabel = "FILE",
      description = {
        "Write the model averaged over the group. Of a group of more than --elements elements, over"
            + " some that are drawn: then it keeps the group approximately."
      })
  @Nullable Path average;

  @Option(
      names = "--canonical",
      paramLabel = "FILE",
      description = {
        "Write the model at one representative of every orbit, the element that takes a sample"
            + " farthest along a fixed direction: one evaluation of the model whatever the group."
            + " For finite groups of up to --elements elements; not for Deeplearning4j."
      })
  @Nullable Path canonical;

  @Option(
      names = "--augment",
      paramLabel = "FILE.npy",
      description = "Write samples moved by elements of the group, --copies of each.")
  @Nullable Path augment;

  @Option(
      names = "--augmented-labels",
      paramLabel = "FILE.npy",
      description = "Write the labels of the moved samples, in their order.")
  @Nullable Path augmentedLabels;

  @Option(
      names = "--copies",
      paramLabel = "N",
      defaultValue = "4",
      description = "How often every sample is moved. Default: ${DEFAULT-VALUE}.")
  int copies;

  @Option(
      names = "--code",
      paramLabel = "penalty|dl4j|emlp|e3nn|escnn",
      description = {
        "Print code: a penalty term for PyTorch, a preprocessor for Deeplearning4j that moves"
            + " samples, or a network of another library that keeps the group. --data says how many"
            + " inputs there are."
      })
  @Nullable CodeLibrary code;

  @Option(
      names = "--outputs",
      paramLabel = "K",
      defaultValue = "1",
      description = "How many outputs the code is for. Default: ${DEFAULT-VALUE}.")
  int outputs;

  @Option(
      names = "--elements",
      paramLabel = "N",
      defaultValue = "" + SymmetrizationWish.DEFAULT_MOST,
      description = {
        "Of a group of no more elements all are taken; of a larger one so many, drawn. Default:"
            + " ${DEFAULT-VALUE}."
      })
  int elements;

  @Option(
      names = "--max-defect",
      paramLabel = "X",
      defaultValue = "" + Decision.DEFAULT_TOLERANCE,
      description = "The largest defect that passes. Default: ${DEFAULT-VALUE}.")
  double maxDefect;

  @Option(names = "--limit", paramLabel = "N", description = "Check on the first N samples only.")
  @Nullable Long limit;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "" + Sampling.DEFAULT_SEED,
      description = "By which elements are drawn. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(
      names = "--engine",
      paramLabel = "NAME",
      description = "Which engine opens the model. Default: the one that takes the file.")
  @Nullable String engine;

  @Option(
      names = "--output",
      paramLabel = "NAME",
      description = "Which output is kept, of a model of several. Default: the only one.")
  @Nullable String output;

  @Option(
      names = "--input-shape",
      paramLabel = "AxBxC",
      converter = InputShape.Converter.class,
      description = {
        "The shape of one sample in the model's own layout, where neither the model nor the data"
            + " say it."
      })
  @Nullable InputShape shape;

  ExportCommand(Supplier<Liegg> liegg, Terminal terminal) {
    super(liegg, terminal);
  }

  @Override
  public Integer call() {
    requireSense();
    GroupSource found = group == null ? found() : GroupSource.of(group);
    if (code != null) {
      terminal
          .out()
          .print(
              liegg
                  .get()
                  .code(
                      found, new GroupCode.Wish(code, outputs, elements, seed), samples().open()));
      return ExitCode.DONE;
    }
    Set<Verdict> verdicts = EnumSet.noneOf(Verdict.class);
    if (average != null) {
      verdicts.add(write(found, Symmetrization.Kind.AVERAGE, average));
    }
    if (canonical != null) {
      verdicts.add(write(found, Symmetrization.Kind.CANONICAL, canonical));
    }
    if (augment != null) {
      augment(found, augment);
    }
    if (verdicts.contains(Verdict.BROKEN)) {
      return ExitCode.NO;
    }
    return verdicts.contains(Verdict.INSUFFICIENT_EVIDENCE)
        ? ExitCode.INSUFFICIENT_EVIDENCE
        : ExitCode.DONE;
  }

  private GroupSource found() {
    return GeneratorsJson.either(
        Objects.requireNonNull(from), manifest -> liegg.get().group(manifest), GroupSource::of);
  }

  private void requireSense() {
    if ((group == null) == (from == null)) {
      throw usage("give --group or --from, and not both");
    }
    boolean files = average != null || canonical != null || augment != null;
    if (!files && code == null) {
      throw usage("say what is wanted: --orbit-average, --canonical, --augment or --code");
    }
    if (files && code != null) {
      throw usage("--code prints code, and nothing else is written then");
    }
    if (outputs < 1) {
      throw usage("--outputs: %d is less than 1".formatted(outputs));
    }
    requireUsed();
    if (model == null && (average != null || canonical != null)) {
      throw usage("--model is missing: which model is made symmetric");
    }
    if (augmentedLabels != null && labels == null) {
      throw usage("--augmented-labels needs --labels");
    }
    if (!(maxDefect >= 0)) {
      throw usage("--max-defect is %s: a defect is 0 or more".formatted(maxDefect));
    }
    if (elements < 2 || elements > SymmetrizationWish.LARGEST) {
      throw usage(
          "--elements: %d is not between 2 and %d".formatted(elements, SymmetrizationWish.LARGEST));
    }
    if (limit != null && limit < 1) {
      throw usage("--limit: %d is less than 1".formatted(limit));
    }
    if (copies < 1) {
      throw usage("--copies: %d is less than 1".formatted(copies));
    }
  }

  /** Whoever gives an option means something by it. */
  private void requireUsed() {
    boolean writes = average != null || canonical != null;
    refuse(
        !writes,
        "--orbit-average and --canonical use it",
        List.of(
            "--model",
            "--engine",
            "--output",
            "--input-shape",
            "--limit",
            "--max-defect",
            "--standardize"));
    refuse(augment == null, "--augment uses it", List.of("--copies", "--augmented-labels"));
    refuse(code == null, "--code uses it", List.of("--outputs"));
    refuse(
        !writes && augmentedLabels == null,
        "models and --augmented-labels use it",
        List.of("--labels"));
  }

  private Verdict write(GroupSource found, Symmetrization.Kind kind, Path target) {
    SymmetrizationWish wish = new SymmetrizationWish(kind, elements, labels());
    SymmetricModel written;
    try (ProgressBars progress = progress("export", "samples")) {
      written = liegg.get().symmetrize(request(found), wish, target, progress);
    }
    String source = request(found).model().source().description();
    ExportText.of(written, source).forEach(terminal.out()::println);
    return written.after().nullspace().verdict();
  }

  private void augment(GroupSource found, Path target) {
    MovedSamples moved =
        liegg
            .get()
            .augmented(
                found,
                samples().open(),
                Optional.ofNullable(augmentedLabels).flatMap(file -> labels()),
                new MovedSamples.Wish(copies, elements, seed));
    // Labels first: their pass finds whether they belong to the samples.
    if (augmentedLabels != null) {
      NpyWriter.write(augmentedLabels, moved.targets().orElseThrow().columns(), moved.outputs());
    }
    NpyWriter.write(target, moved.samples().columns(), moved.inputs());
    say(
        "Wrote %s: every sample moved %d times by %s."
            .formatted(target, copies, moved.group().spec()));
    if (augmentedLabels != null) {
      say("Wrote %s: what belongs to them.".formatted(augmentedLabels));
    }
  }

  private Optional<Dataset> labels() {
    return Optional.ofNullable(labels).map(Datasets::openTargets);
  }

  private SampleSource samples() {
    return SampleSource.of(data, table.reading());
  }

  private ExtractionRequest request(GroupSource found) {
    ModelOptions options = ModelOptions.defaults().withDerivatives(ModelOptions.Derivatives.NONE);
    if (output != null) {
      options = options.withOutput(output);
    }
    if (shape != null) {
      options = options.withShape(shape.input().orElse(ModelOptions.ANY_INPUT), shape.sizes());
    }
    ModelRequest opened = ModelRequest.of(Objects.requireNonNull(model)).withOptions(options);
    ExtractionSettings settings =
        ExtractionSettings.defaults().withTolerance(maxDefect).withSeed(seed);
    return new ExtractionRequest(
        engine == null ? opened : opened.withEngine(engine),
        new Samples(samples(), Map.of(), table.standardizing()),
        Question.open().withGroup(found),
        limit == null ? settings : settings.withLimit(limit));
  }
}
