package org.liegg.cli.jets;

import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.function.Supplier;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.liegg.api.Batch;
import org.liegg.app.Liegg;
import org.liegg.app.jets.JetWish;
import org.liegg.cli.base.ExitCode;
import org.liegg.cli.base.LieggCommand;
import org.liegg.cli.terminal.Terminal;
import org.liegg.core.jets.GridJets;
import org.liegg.core.jets.JetTable;
import org.liegg.core.settings.Sampling;
import org.liegg.data.DataOptions;
import org.liegg.data.Datasets;
import org.liegg.data.NpyWriter;
import org.liegg.report.ReportFiles;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;

/** {@code liegg jets}: solutions on a grid in, the jets of their equation out. */
@Command(
    name = "jets",
    description = {
      "Takes the derivatives of solutions on a grid that the action jet(k,degree) takes: rows of t,"
          + " x, u, u_x, … and the values u_t beside them, with their errors. Of trajectories it"
          + " takes states and their velocities.",
      ""
    },
    footer = {
      "",
      "Examples:",
      "  liegg jets --data u.npy --spacing 0.01,0.1 --order 2 --out jets.npy --values ut.npy",
      "  liegg jets --data u.npy --spacing 0.01,0.1,0.1 --fields 2 --order 2 --derivatives spectral"
          + " --out jets.npy",
      "  liegg jets --data noisy.npy --spacing 0.01,0.1 --order 2 --derivatives smoothing --errors"
          + " e.npy --out jets.npy",
      "  liegg jets --data trajectories.npy --spacing 0.02 --order 1 --out x.npy --values dx.npy"
    })
public final class JetsCommand extends LieggCommand {
  private static final int SAMPLES = 2000;

  /** A larger share of a column's spread is said aloud. */
  private static final double LARGE = 0.01;

  @Option(
      names = "--data",
      required = true,
      paramLabel = "FILE",
      description = {
        "The solutions: an array of time × space, time × x × y, …, with a last axis for several"
            + " unknown functions and a first for several solutions; without space, of time ×"
            + " states or trajectories × time × states."
      })
  Path data = Path.of("");

  @Option(names = "--array", paramLabel = "NAME", description = "Which array of a file of several.")
  @Nullable String array;

  @Option(
      names = "--spacing",
      required = true,
      paramLabel = "DT[,DX[,DY[,DZ]]]",
      description = {
        "How far apart neighbours of the grid are, in time and along each axis of space. DT alone:"
            + " there is no space, and the data are trajectories."
      })
  String spacing = "";

  @Option(
      names = "--origin",
      paramLabel = "T[,X[,Y[,Z]]]",
      description = "The coordinates of the first point. Default: 0.")
  @Nullable String origin;

  @Option(
      names = "--fields",
      paramLabel = "N",
      description = {
        "How many unknown functions the last axis holds, as fields=N of jet. Default: 1, and no"
            + " such axis."
      })
  @Nullable Integer fields;

  @Option(
      names = "--order",
      required = true,
      paramLabel = "K",
      description = {
        "The highest derivative that the right-hand side takes, 1 to 8; without space, the order of"
            + " the differential equation."
      })
  int order;

  @Option(
      names = "--time",
      paramLabel = "M",
      defaultValue = "1",
      description = {
        "Whether the equation gives the first derivative by time or the second, as time=M of jet."
            + " Default: ${DEFAULT-VALUE}."
      })
  int time;

  @Option(
      names = "--derivatives",
      paramLabel = "differences|spectral|smoothing",
      defaultValue = "differences",
      converter = WayName.class,
      description = {
        "Central differences; trigonometric polynomials along space, of functions that are periodic"
            + " there; or polynomials that are fitted to neighbours, for noisy values. Default:"
            + " ${DEFAULT-VALUE}."
      })
  GridJets.Way way = GridJets.Way.DIFFERENCES;

  @Option(
      names = "--samples",
      paramLabel = "N",
      defaultValue = "" + SAMPLES,
      description = "How many points are drawn, at most. Default: ${DEFAULT-VALUE}.")
  int samples;

  @Option(
      names = "--seed",
      paramLabel = "S",
      defaultValue = "" + Sampling.DEFAULT_SEED,
      description = "By which they are drawn. Default: ${DEFAULT-VALUE}.")
  long seed;

  @Option(
      names = "--out",
      required = true,
      paramLabel = "FILE.npy",
      description = "Write what the right-hand side takes, a row a point.")
  Path out = Path.of("");

  @Option(
      names = "--values",
      paramLabel = "FILE.npy",
      description = "Write what it gives, u_t, a row a point.")
  @Nullable Path values;

  @Option(
      names = "--errors",
      paramLabel = "FILE.npy",
      description = "Write the standard errors of what it takes, as extract --input-errors reads.")
  @Nullable Path errors;

  /** The command with its services, which are not asked for before it runs. */
  public JetsCommand(Supplier<Liegg> liegg, Terminal terminal) {
    super(liegg, terminal);
  }

  @Override
  public Integer call() {
    if (samples < 1) {
      throw usage("--samples: %d is less than 1".formatted(samples));
    }
    JetWish wish = wish();
    List<Path> written = Stream.of(out, values, errors).filter(Objects::nonNull).toList();
    if (written.stream().map(Path::toAbsolutePath).map(Path::normalize).distinct().count()
        < written.size()) {
      throw usage("--out, --values and --errors name one file twice; give each its own");
    }
    written.forEach(ReportFiles::requireWritable);
    DataOptions reading = DataOptions.defaults().withMissing(DataOptions.Missing.REFUSE);
    JetTable table =
        liegg
            .get()
            .jets(Datasets.open(data, array == null ? reading : reading.withArray(array)), wish);
    write(out, table.inputs(), table.columns().inputNames());
    write(values, table.outputs(), table.columns().outputNames());
    write(errors, table.inputErrors(), List.of("standard errors"));
    print(table);
    return ExitCode.DONE;
  }

  private JetWish wish() {
    List<Double> distances = numbers("--spacing", spacing);
    try {
      return new JetWish(
          new JetWish.Layout(
              distances,
              origin == null
                  ? Collections.nCopies(distances.size(), 0.0)
                  : numbers("--origin", origin),
              fields == null ? OptionalInt.empty() : OptionalInt.of(fields)),
          new JetWish.Equation(order, time),
          way,
          samples,
          seed);
    } catch (IllegalArgumentException e) {
      throw usage("--" + e.getMessage());
    }
  }

  private List<Double> numbers(String option, String text) {
    try {
      return Arrays.stream(text.split(",", -1)).map(String::trim).map(Double::valueOf).toList();
    } catch (NumberFormatException e) {
      throw usage(
          "%s is '%s', and one number an axis is meant; points that are unevenly spaced have to be"
                  .formatted(option, text)
              + " interpolated to a grid first");
    }
  }

  private void write(@Nullable Path file, Batch rows, List<String> names) {
    if (file != null) {
      NpyWriter.write(file, rows);
      say("Wrote %s: %d rows, %s.".formatted(file, rows.rows(), String.join(", ", names)));
    }
  }

  private void print(JetTable table) {
    say("%d points of the grid have all derivatives.".formatted(table.interior()));
    say(
        "Noise of the values: %s."
            .formatted(
                String.join(
                    ", ", table.noise().stream().map(one -> format("%.2g", one)).toList())));
    List<String> large = new ArrayList<>();
    say(format("  %-8s %10s %10s %9s", "column", "spread", "error", "share"));
    for (JetTable.Column column : table.summary()) {
      say(
          format(
              "  %-8s %10.3g %10.2g %9.1g",
              column.name(), column.spread(), column.error(), column.share()));
      if (column.share() > LARGE) {
        large.add(column.name());
      }
    }
    if (!large.isEmpty()) {
      say(
          "%s: the error is more than %s of the spread; %s"
              .formatted(
                  String.join(", ", large),
                  LARGE,
                  way == GridJets.Way.SMOOTHING
                      ? "a finer grid or less noise is needed."
                      : "try --derivatives smoothing, or a finer grid."));
    }
    say(
        "Errors are guesses, of white noise and of what a second way to take derivatives says. No"
            + " bound of an extraction knows of them, unless it is given them (--errors here,"
            + " --input-errors there).");
  }

  private static String format(String pattern, Object... values) {
    return String.format(Locale.ROOT, pattern, values);
  }
}
