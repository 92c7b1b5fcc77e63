package org.liegg.cli;

import java.nio.file.Path;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Accuracy;
import org.liegg.app.ActionSource;
import org.liegg.app.ExtractionRequest;
import org.liegg.app.GroupSource;
import org.liegg.app.Question;
import org.liegg.app.SampleSource;
import org.liegg.app.Samples;
import org.liegg.cli.base.TableOptions;
import org.liegg.cli.values.AccuracyName;
import org.liegg.cli.values.GradientsName;
import org.liegg.core.settings.Computation;
import org.liegg.core.settings.Decision;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.core.settings.Extras;
import org.liegg.core.settings.Gradients;
import org.liegg.core.settings.Sampling;
import org.liegg.data.DataOptions;
import picocli.CommandLine;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** The options that say what to extract from what. */
final class ExtractionOptions {
  @Mixin private final ModelArguments model = new ModelArguments();
  @Mixin private final TableOptions table = new TableOptions();

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = {
        "The samples, a row a sample: .npy, .npz, .csv, IDX or safetensors, each also gzipped;"
            + " MATLAB, HDF5, Parquet, Arrow; a folder of images or of parts of a table. What is"
            + " behind the first axis is flattened."
      })
  Path data = Path.of("");

  @Option(
      names = "--array",
      paramLabel = "NAME",
      description =
          "Which array of a file of several holds the samples; of HDF5 its path, train/x.")
  @Nullable String array;

  @Option(
      names = "--input-errors",
      paramLabel = "FILE",
      description = {
        "Standard errors of the samples, a row a sample or one row for all, e.g. those of liegg"
            + " jets --errors. The extraction is repeated three times with samples that are moved"
            + " by as much; bounds are widened by what changes, and what does not hold is not said"
            + " to."
      })
  @Nullable Path inputErrors;

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = {
        "The candidate symmetries, e.g. 'gl(10)', 'so(3)^2', 'aff(2)+scale(3)'. Default: gl(d),"
            + " every linear map of the d inputs. Copies ^k turn k blocks of the input together; +"
            + " joins blocks. Linear: gl sl so sp u su, 'so(1,3)', 'tensor(so(3),2)',"
            + " 'dual(sl(3))'. Affine: aff se translate scale. Others: 'poly(2,3)', every"
            + " polynomial field on R^2 up to degree 3; 'image(28x28)' and 'aff-image(28x28)' on"
            + " pixels. Equivariance: 'A -> B', or 'A -> same' with one group element on both"
            + " sides, 'A -> same(B)' as B on the output. liegg plugins lists them all."
      })
  @Nullable String action;

  @Option(
      names = "--decomposition",
      paramLabel = "NAME",
      description = {
        "How the spectrum is computed. auto: as follows. gram: fast, any number of samples. qr:"
            + " zeros to 1e-15, any number of samples. svd, ejml-svd: the same, all rows in memory."
            + " lobpcg: the smallest directions only, for thousands of unknowns. Default: auto."
      })
  @Nullable String decomposition;

  @Option(
      names = "--reference",
      paramLabel = "ALGEBRA",
      description = {
        "A known algebra to compare with, e.g. 'so(5)', or a file of generators: .json of"
            + " --generators or of a report, or an array, .npy, of generators × inputs × inputs."
      })
  @Nullable String reference;

  @Option(
      names = "--tolerance",
      paramLabel = "X",
      defaultValue = "" + Decision.DEFAULT_TOLERANCE,
      description = {
        "The largest defect that counts as a symmetry; 0 is exact, 1 is the independence baseline."
            + " Default: ${DEFAULT-VALUE}."
      })
  double tolerance;

  @Option(names = "--limit", paramLabel = "N", description = "Use the first N samples only.")
  @Nullable Long limit;

  @Option(
      names = "--batch-size",
      paramLabel = "B",
      description = "Samples held at a time. Default: what fits some megabytes.")
  @Nullable Integer batchSize;

  @Option(
      names = "--threads",
      paramLabel = "T",
      description = "Processors to work on. Default: all.")
  @Nullable Integer threads;

  @Option(
      names = "--smallest",
      paramLabel = "P",
      description = "Compute the P smallest directions only, where that saves work.")
  @Nullable Integer smallest;

  @Option(
      names = "--accuracy",
      paramLabel = "gram|backward-stable",
      converter = AccuracyName.class,
      description = {
        "What an automatically chosen decomposition must reach: zeros to 1e-8 of the largest"
            + " singular value, or to 1e-15. Default: 1e-15 where it costs little and the gradients"
            + " are as exact (--precision double)."
      })
  @Nullable Accuracy accuracy;

  @Option(
      names = "--no-held-out",
      description = {
        "Do not hold out samples: no bounds, and an answer about these samples alone. By default"
            + " one half of the samples suggests directions and the other measures them."
      })
  boolean noHeldOut;

  @Option(
      names = "--finite-samples",
      paramLabel = "N",
      defaultValue = "" + Extras.DEFAULT_FINITE_SAMPLES,
      description = {
        "On how many samples finite group elements are tried; 0 for none. Default:"
            + " ${DEFAULT-VALUE}."
      })
  int finiteSamples;

  @Option(
      names = "--stability",
      description = {
        "Repeat the extraction on halves of the samples and on noisy ones, and say whether the"
            + " answer holds. Takes three times as long again."
      })
  boolean stability;

  @Option(
      names = "--discrete",
      description = {
        "Look for discrete symmetries too: permutations and changes of signs of the inputs, of"
            + " blocks of them, and of the rows and columns of an image, and name the group."
      })
  boolean discrete;

  @Option(
      names = "--gradients",
      paramLabel = "full|tangential",
      defaultValue = "full",
      converter = GradientsName.class,
      description = {
        "The model's gradients as they are, or their part along the data, for data that lie on a"
            + " surface. Default: ${DEFAULT-VALUE}."
      })
  Gradients gradients = Gradients.FULL;

  @CommandLine.Spec(CommandLine.Spec.Target.MIXEE)
  CommandLine.Model.CommandSpec spec;

  ExtractionOptions() {}

  /** Whether the names of inputs and outputs are asked for in place of an extraction. */
  boolean asksForNames() {
    return model.asksForNames();
  }

  ExtractionRequest request() {
    DataOptions reading = table.reading();
    SampleSource samples =
        SampleSource.of(data, array == null ? reading : reading.withArray(array));
    Samples all = new Samples(samples, model.others(), table.standardizing());
    return new ExtractionRequest(
        model.request(),
        inputErrors == null ? all : all.withErrors(SampleSource.of(inputErrors, reading)),
        question(),
        settings());
  }

  /** The request for all layers. */
  ExtractionRequest layers() {
    if (model.output != null) {
      throw usage("--output is given: --layers chooses among layers");
    }
    return request();
  }

  /**
   * The request of a gate: the expected algebra is the reference, or the expected group is tried by
   * its elements; what passes is the tolerance.
   *
   * @param group whether what is expected is such a group
   */
  ExtractionRequest check(String expected, boolean group, Optional<Double> maxDefect) {
    if (reference != null) {
      throw usage("--reference is given: a check compares with --expect");
    }
    if (noHeldOut) {
      throw usage("--no-held-out is given: a check rests on held-out samples");
    }
    if (asksForNames()) {
      throw usage("a name is needed where '?' is given; liegg extract lists them");
    }
    if (maxDefect.filter(defect -> !(defect >= 0)).isPresent()) {
      throw usage("--max-defect is %s: a defect is 0 or more".formatted(maxDefect.get()));
    }
    ExtractionRequest request = request();
    request = request.with(compared(request.question(), expected, group));
    return maxDefect.isPresent()
        ? request.with(request.settings().withTolerance(maxDefect.get()))
        : request;
  }

  private static Question compared(Question question, String expected, boolean group) {
    return group
        ? question.withGroup(GroupSource.of(expected))
        : question.withReference(ActionSource.of(expected));
  }

  /** What is asked. */
  private Question question() {
    return new Question(
        Optional.ofNullable(action).map(ActionSource::of),
        Optional.ofNullable(reference).map(ActionSource::of),
        Optional.ofNullable(decomposition));
  }

  /** How it is answered; the records check, and say which option is wrong. */
  private ExtractionSettings settings() {
    Computation means = Computation.defaults();
    try {
      return new ExtractionSettings(
          new Sampling(optional(limit), optional(batchSize), Sampling.DEFAULT_SEED),
          new Decision(tolerance, !noHeldOut, gradients),
          new Computation(
              threads == null ? means.threads() : threads,
              optional(smallest),
              Optional.ofNullable(accuracy),
              means.memoryBytes()),
          new Extras(finiteSamples, stability, discrete));
    } catch (IllegalArgumentException e) {
      throw usage("--" + e.getMessage());
    }
  }

  private static OptionalLong optional(@Nullable Long value) {
    return value == null ? OptionalLong.empty() : OptionalLong.of(value);
  }

  private static OptionalInt optional(@Nullable Integer value) {
    return value == null ? OptionalInt.empty() : OptionalInt.of(value);
  }

  private CommandLine.ParameterException usage(String message) {
    return new CommandLine.ParameterException(spec.commandLine(), message);
  }
}
