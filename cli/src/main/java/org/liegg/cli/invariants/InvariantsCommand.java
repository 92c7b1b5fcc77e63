package org.liegg.cli.invariants;

import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.Precision;
import org.liegg.api.Printable;
import org.liegg.app.ActionSource;
import org.liegg.app.ExtractionRequest;
import org.liegg.app.Liegg;
import org.liegg.app.ModelRequest;
import org.liegg.app.Question;
import org.liegg.app.SampleSource;
import org.liegg.app.Samples;
import org.liegg.app.invariants.InvariantSearch;
import org.liegg.app.invariants.Invariants;
import org.liegg.app.invariants.Mechanics;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.base.LieggCommand;
import org.liegg.cli.base.TableOptions;
import org.liegg.cli.terminal.ProgressBars;
import org.liegg.cli.terminal.Terminal;
import org.liegg.cli.values.Location;
import org.liegg.core.settings.Decision;
import org.liegg.core.settings.ExtractionSettings;
import org.liegg.core.settings.Sampling;
import org.liegg.data.NpyWriter;
import org.liegg.report.ReportFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Mixin;
import picocli.CommandLine.Option;

/** {@code liegg invariants}: functions that do not change along a motion or under a group. */
@Command(
    name = "invariants",
    description = {
      "Finds functions that do not change: conserved quantities of a motion dx/dt = f(x), the"
          + " charges that belong to the symmetries of a Hamiltonian or a Lagrangian, and the"
          + " polynomials that a group leaves alone. Exits with 0 when there are some, with 1 when"
          + " there are none, with 3 when there is not enough evidence.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  liegg invariants --flow kepler.formula --data states.npy --degree 3 --with 'r1 ="
          + " 1/sqrt(x1^2+x2^2)'",
      "  liegg invariants --hamiltonian h.zip --data states.npy --action 'so(3)^2'",
      "  liegg invariants --lagrangian l.onnx --data states.npy --action 'se(2)'",
      "  liegg invariants --group 'so(3)^2' --data x.npy --degree 2 --out z.npy",
    })
public final class InvariantsCommand extends LieggCommand {
  private static final int DEGREE = 2;

  @Mixin private final TableOptions table = new TableOptions();

  @Option(
      names = "--flow",
      paramLabel = "MODEL",
      converter = Location.class,
      description = {
        "The right-hand side f of a motion dx/dt = f(x), an output for every input: any model, or a"
            + " .formula file."
      })
  @Nullable ModelSource flow;

  @Option(
      names = "--hamiltonian",
      paramLabel = "MODEL",
      converter = Location.class,
      description = "A Hamiltonian H(q, p): positions and then as many momenta.")
  @Nullable ModelSource hamiltonian;

  @Option(
      names = "--lagrangian",
      paramLabel = "MODEL",
      converter = Location.class,
      description = "A Lagrangian L(q, dq/dt): positions and then as many velocities.")
  @Nullable ModelSource lagrangian;

  @Option(
      names = "--group",
      paramLabel = "ACTION",
      description = {
        "The Lie algebra of a group on the samples, e.g. 'so(3)^2' or generators:found.json."
      })
  @Nullable String group;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = {
        "Samples: of a motion, states in a general position and not on a single orbit."
      })
  Path data = Path.of("");

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = {
        "Candidates for symmetries: of a Hamiltonian on positions and momenta, e.g. 'so(3)^2' or"
            + " 'sp(4)'; of a Lagrangian on positions, e.g. 'se(2)'."
      })
  @Nullable String action;

  @Option(
      names = "--degree",
      paramLabel = "D",
      description = {
        "The largest degree of the polynomials that are looked among, of --flow and --group; 0 for"
            + " none but --with. Default: "
            + DEGREE
            + "."
      })
  @Nullable Integer degree;

  @Option(
      names = "--with",
      paramLabel = "'NAME = EXPRESSION'",
      description = {
        "A further function to look among, of --flow: an expression of the columns, which are x, y,"
            + " z or x1, x2, … where the samples do not name them."
      })
  List<String> expressions = List.of();

  @Option(
      names = "--noise",
      paramLabel = "RADIANS",
      description = {
        "How far the fields of --group may be from those that are meant, where they were learned;"
            + " liegg generators says it. Default: 0."
      })
  @Nullable Double noise;

  @Option(
      names = "--tolerance",
      paramLabel = "X",
      defaultValue = "" + Decision.DEFAULT_TOLERANCE,
      description = {
        "The largest defect of what counts as conserved. Default: ${DEFAULT-VALUE}; for formulas"
            + " 1e-9 tells what is conserved from what nearly is."
      })
  double tolerance;

  @Option(
      names = "--out",
      paramLabel = "FILE.npy",
      description = "Write the values of the functions, a row a sample and a column a function.")
  @Nullable Path out;

  @Option(names = "--engine", paramLabel = "NAME", description = "Which engine opens the model.")
  @Nullable String engine;

  @Option(names = "--limit", paramLabel = "N", description = "Look at the first N samples only.")
  @Nullable Long limit;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "" + Sampling.DEFAULT_SEED,
      description = "By which samples are held out. Default: ${DEFAULT-VALUE}.")
  long seed;

  /** The command with its services, which are not asked for before it runs. */
  public InvariantsCommand(Supplier<Liegg> liegg, Terminal terminal) {
    super(liegg, terminal);
  }

  @Override
  public Integer call() {
    requireSense();
    if (out != null) {
      ReportFiles.requireWritable(out);
    }
    Invariants found = found();
    print(found);
    if (out != null && !found.functions().isEmpty()) {
      NpyWriter.write(out, found.values());
      say(
          "Wrote %s: %d rows of %d values."
              .formatted(out, found.values().rows(), found.values().columns()));
    }
    return switch (found.verdict()) {
      case INVARIANT -> ExitCode.DONE;
      case BROKEN -> ExitCode.NO;
      case INSUFFICIENT_EVIDENCE -> ExitCode.INSUFFICIENT_EVIDENCE;
    };
  }

  private Invariants found() {
    int largest = degree == null ? DEGREE : degree;
    if (group != null) {
      return liegg.get().invariants(group, samples().open(), largest, noise == null ? 0 : noise);
    }
    try (ProgressBars progress = progress("invariants", "samples")) {
      if (flow != null) {
        return liegg
            .get()
            .firstIntegrals(
                request(flow, Question.open()),
                new InvariantSearch.Candidates(largest, expressions),
                progress);
      }
      Question question =
          Question.open().withAction(ActionSource.of(Objects.requireNonNull(action)));
      return hamiltonian != null
          ? liegg.get().charges(request(hamiltonian, question), Mechanics.HAMILTONIAN, progress)
          : liegg
              .get()
              .charges(
                  request(Objects.requireNonNull(lagrangian), question),
                  Mechanics.LAGRANGIAN,
                  progress);
    }
  }

  private void requireSense() {
    long questions =
        Stream.of(flow, hamiltonian, lagrangian, group).filter(Objects::nonNull).count();
    if (questions != 1) {
      throw usage("give one of --flow, --hamiltonian, --lagrangian and --group");
    }
    boolean mechanics = hamiltonian != null || lagrangian != null;
    if (mechanics && action == null) {
      throw usage("--action is missing: which symmetries are looked among");
    }
    refuse(!mechanics, "--hamiltonian and --lagrangian use it", List.of("--action"));
    refuse(mechanics, "--flow and --group use it", List.of("--degree"));
    refuse(flow == null, "--flow uses it", List.of("--with"));
    refuse(group == null, "--group uses it", List.of("--noise"));
    refuse(
        group != null,
        "models use it",
        List.of("--tolerance", "--engine", "--limit", "--seed", "--standardize"));
    if (degree != null && (degree < 0 || degree > 12)) {
      throw usage("--degree: %d is not between 0 and 12".formatted(degree));
    }
    if (degree != null && degree == 0 && expressions.isEmpty()) {
      throw usage("--degree 0 leaves nothing to look among; give functions by --with");
    }
    if (!(tolerance >= 0)) {
      throw usage("--tolerance is %s: a defect is 0 or more".formatted(tolerance));
    }
    if (noise != null && !(noise >= 0 && noise < 1)) {
      throw usage("--noise is %s, and an angle from 0 to 1 is meant".formatted(noise));
    }
    if (limit != null && limit < 1) {
      throw usage("--limit: %d is less than 1".formatted(limit));
    }
  }

  private ExtractionRequest request(ModelSource source, Question question) {
    ModelRequest model = ModelRequest.of(source).withOptions(new ModelOptions(Precision.DOUBLE));
    ExtractionSettings settings =
        ExtractionSettings.defaults().withTolerance(tolerance).withSeed(seed).withFiniteSamples(0);
    return new ExtractionRequest(
        engine == null ? model : model.withEngine(engine),
        new Samples(samples(), Map.of(), table.standardizing()),
        question,
        limit == null ? settings : settings.withLimit(limit));
  }

  private SampleSource samples() {
    return SampleSource.of(data, table.reading());
  }

  private void print(Invariants found) {
    say(found.headline());
    for (int k = 0; k < found.functions().size(); k++) {
      Invariants.Function one = found.functions().get(k);
      String line = "%d  %s%s".formatted(k + 1, one.text(), measured(one));
      terminal.out().println("  " + Printable.message(line));
    }
    found.remarks().forEach(this::say);
  }

  private static String measured(Invariants.Function one) {
    if (one.defect().isEmpty()) {
      return "";
    }
    String interval =
        one.interval()
            .map(bounds -> String.format(Locale.ROOT, " [%.3g, %.3g]", bounds[0], bounds[1]))
            .orElse("");
    return String.format(Locale.ROOT, "   defect %.3g%s", one.defect().get(), interval);
  }
}
