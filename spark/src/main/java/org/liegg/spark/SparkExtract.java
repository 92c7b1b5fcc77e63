package org.liegg.spark;

import java.io.PrintStream;
import java.io.PrintWriter;
import java.nio.charset.Charset;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.apache.spark.sql.Dataset;
import org.apache.spark.sql.Row;
import org.apache.spark.sql.SparkSession;
import org.jspecify.annotations.Nullable;
import org.liegg.api.LieggException;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.report.Verdict;
import org.liegg.core.parts.Part;
import org.liegg.report.ReportFiles;
import org.liegg.report.ReportJson;
import org.liegg.report.ReportText;
import picocli.CommandLine;
import picocli.CommandLine.Command;
import picocli.CommandLine.Option;
import picocli.CommandLine.ParameterException;

/** What {@code spark-submit} runs: {@code liegg extract} on samples that Spark reads. */
@Command(
    name = "spark-extract",
    mixinStandardHelpOptions = true,
    description = {
      "Extracts the symmetries that a model has learned, from its gradients on samples that Spark"
          + " reads.",
      "",
      "Exit codes: 0 done, 2 wrong use or bad input, 3 not enough evidence, 70 internal error.",
      ""
    })
public final class SparkExtract implements Callable<Integer> {
  private static final int BAD_INPUT = 2;
  private static final int INSUFFICIENT_EVIDENCE = 3;
  private static final int INTERNAL_ERROR = 70;
  private static final int WIDTH = 100;

  @Option(
      names = "--model",
      required = true,
      paramLabel = "MODEL",
      description = "The trained model: a file or folder of this machine, or a server's address.")
  String model = "";

  @Option(
      names = "--data",
      required = true,
      paramLabel = "PATH",
      description =
          "The samples: a Parquet file or folder, or a .csv file with a line of names, anywhere"
              + " that Spark reads.")
  String data = "";

  @Option(
      names = "--columns",
      split = ",",
      paramLabel = "NAME",
      description =
          "Columns of a sample in this order: numbers, arrays of numbers or vectors. Default: all.")
  List<String> columns = new ArrayList<>();

  @Option(
      names = "--action",
      paramLabel = "ACTION",
      description = "The candidate fields. Default: gl(d).")
  @Nullable String action;

  @Option(
      names = "--reference",
      paramLabel = "ALGEBRA",
      description = "A known algebra to compare with, e.g. so(5).")
  @Nullable String reference;

  @Option(
      names = "--decomposition",
      paramLabel = "NAME",
      description = "gram, qr or lobpcg. Default: by size, memory and accuracy.")
  @Nullable String decomposition;

  @Option(
      names = "--smallest",
      paramLabel = "P",
      description =
          "Only the P smallest directions, where there are many fields. Default: as many as are"
              + " symmetries, up to 128.")
  @Nullable Integer smallest;

  @Option(
      names = "--parts",
      paramLabel = "N",
      description = "Equal parts of the samples, each a task. Default: partitions of the data.")
  @Nullable Integer parts;

  @Option(
      names = "--json",
      paramLabel = "FILE",
      description = "Write the report here, on the driver; - prints it in place of the text.")
  @Nullable String json;

  @CommandLine.Spec CommandLine.Model.CommandSpec spec;

  private SparkExtract() {}

  /** Runs the command in the application that was submitted, and ends with its exit code. */
  public static void main(String[] args) {
    int code = run(args, writer(System.out), writer(System.err));
    if (code != 0) {
      System.exit(code);
    }
  }

  private static PrintWriter writer(PrintStream stream) {
    return new PrintWriter(stream, true, Charset.defaultCharset());
  }

  /** The exit code. */
  static int run(String[] args, PrintWriter out, PrintWriter err) {
    return new CommandLine(new SparkExtract())
        .setOut(out)
        .setErr(err)
        .setExecutionExceptionHandler(
            (e, command, result) -> {
              if (e instanceof LieggException known) {
                err.println("liegg: " + known.getMessage());
                return known.code().equals(Failures.CODE) ? INTERNAL_ERROR : BAD_INPUT;
              }
              e.printStackTrace(err);
              return INTERNAL_ERROR;
            })
        .execute(args);
  }

  @Override
  public Integer call() {
    boolean printed = "-".equals(json);
    if (json != null && !printed) {
      ReportFiles.requireWritable(Path.of(json));
    }
    SparkExtraction asked = asked(SparkSession.builder().appName("liegg").getOrCreate());
    SymmetryReport report = asked.extract();
    PrintWriter out = spec.commandLine().getOut();
    if (json != null && !printed) {
      ReportFiles.writeAtomically(Path.of(json), ReportJson.toString(report));
    }
    out.print(
        printed ? ReportJson.toString(report) : new ReportText(WIDTH, false, true).format(report));
    out.flush();
    return report.nullspace().verdict() == Verdict.INSUFFICIENT_EVIDENCE
        ? INSUFFICIENT_EVIDENCE
        : 0;
  }

  private SparkExtraction asked(SparkSession spark) {
    SparkExtraction asked =
        SparkExtraction.of(Failures.ofSpark(() -> read(spark)), columns.toArray(String[]::new))
            .named(data)
            .model(model);
    asked = action == null ? asked : asked.action(action);
    asked = reference == null ? asked : asked.reference(reference);
    asked = decomposition == null ? asked : asked.decomposition(decomposition);
    if (smallest != null) {
      int count = requireAny(smallest);
      asked = asked.settings(settings -> settings.withSmallest(count));
    }
    return parts == null ? asked : asked.parts(requirePossible(parts));
  }

  private Dataset<Row> read(SparkSession spark) {
    return data.endsWith(".csv") || data.endsWith(".csv.gz")
        ? spark.read().option("header", true).option("inferSchema", true).csv(data)
        : spark.read().parquet(data);
  }

  private int requireAny(int count) {
    if (count < 1) {
      throw new ParameterException(
          spec.commandLine(), "--smallest is %d: give at least 1".formatted(count));
    }
    return count;
  }

  private int requirePossible(int number) {
    if (number < 1 || number > Part.MOST) {
      throw new ParameterException(
          spec.commandLine(), "--parts is %d: give 1 to %d".formatted(number, Part.MOST));
    }
    return number;
  }
}
