package org.liegg.app.samples;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.SplittableRandom;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.support.FilterDataset;
import org.liegg.core.samples.ErrorDependence;
import org.liegg.core.settings.Sampling;
import org.liegg.data.Datasets;

/**
 * Samples with errors. They are moved once more, by errors of the same size: what that changes is
 * about what the errors that they have had changed already (the first step of SIMEX: J. R. Cook, L.
 * A. Stefanski, J. Am. Stat. Assoc. 89, 1994).
 *
 * @param samples as they are given
 * @param errors their standard errors, a row a sample or one row for all
 */
public record InexactSamples(Dataset samples, Dataset errors) {
  /** How often samples are moved. */
  private static final int MOVES = 3;

  /** Samples by which dependences are told. */
  private static final int LOOKED_AT = 2000;

  private static final String CODE = "LIEGG-DATA-ERRORS";

  /**
   * Puts errors beside samples.
   *
   * @throws DataException {@code LIEGG-DATA-ERRORS} if they have not as many columns
   */
  public static InexactSamples of(Dataset samples, Dataset errors) {
    if (errors.columns() != samples.columns()) {
      throw new DataException(
          CODE,
          "errors " + errors.name(),
          "they have %d columns, the samples have %d"
              .formatted(errors.columns(), samples.columns()),
          "give a standard error for every value with --input-errors; 0 where it is exact");
    }
    return new InexactSamples(samples, errors);
  }

  /** The error that something does not know of errors of samples. */
  public static DataException unused(String what) {
    return new DataException(
        CODE,
        "errors of samples",
        "bounds of %s do not know of them".formatted(what),
        "leave --input-errors out, or leave out what asks for that");
  }

  /**
   * A report with the bounds and verdicts that the errors leave.
   *
   * @param report of the samples as they are given
   * @param action its candidates
   * @param again what makes a report of other samples
   * @throws DataException {@code LIEGG-DATA-ERRORS} if an error is negative, or the report is not
   *     of derivatives
   */
  public SymmetryReport judged(
      SymmetryReport report, GroupAction action, Function<Dataset, SymmetryReport> again) {
    if (report.spectrum().defect().length == 0 && report.action().dimension() > 0) {
      throw unused("a model without derivatives");
    }
    List<SymmetryReport> moved =
        IntStream.range(0, MOVES).mapToObj(move -> again.apply(moved(move))).toList();
    return new WidenedReport(report, moved, hidden(report, action)).report();
  }

  /** The share of a combination of inputs or their features that errors explain. */
  private Optional<Double> hidden(SymmetryReport report, GroupAction action) {
    if (!action.insensitiveCounts()) {
      return Optional.empty();
    }
    int used = (int) Math.min(LOOKED_AT, report.data().used());
    return Optional.of(
        ErrorDependence.share(
            action, Datasets.read(samples, used), Datasets.read(moved(MOVES), used)));
  }

  private Dataset moved(int move) {
    return new Moved(samples, Datasets.join(List.of(samples, errors)), move);
  }

  /**
   * Samples that are moved by errors.
   *
   * @param source samples
   * @param both samples and their errors, side by side
   * @param move by which of many
   */
  private record Moved(Dataset source, Dataset both, int move) implements FilterDataset {
    @Override
    public OptionalLong samples() {
      return source.samples();
    }

    @Override
    public BatchStream batches(int batchSize) {
      BatchStream stream = both.batches(batchSize);
      SplittableRandom random = new SplittableRandom(Sampling.DEFAULT_SEED + 1 + move);
      return new BatchStream() {
        @Override
        public Optional<Batch> next() {
          return stream.next().map(batch -> moved(batch, random));
        }

        @Override
        public void close() {
          stream.close();
        }
      };
    }

    private Batch moved(Batch batch, SplittableRandom random) {
      int width = source.columns();
      double[] values = new double[batch.rows() * width];
      for (int i = 0; i < values.length; i++) {
        double error = batch.get(i / width, width + i % width);
        if (error < 0) {
          throw new DataException(
              CODE,
              "errors of " + source.name(),
              "one is %s".formatted(error),
              "give standard errors, 0 or more");
        }
        values[i] = batch.get(i / width, i % width) + error * random.nextGaussian();
      }
      return new Batch(batch.rows(), width, values);
    }
  }
}
