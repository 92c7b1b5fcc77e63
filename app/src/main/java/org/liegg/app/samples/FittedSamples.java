package org.liegg.app.samples;

import java.util.Optional;
import java.util.OptionalLong;
import org.liegg.api.Batch;
import org.liegg.api.BatchStream;
import org.liegg.api.DataException;
import org.liegg.api.Dataset;
import org.liegg.api.ModelException;
import org.liegg.api.ModelSource;
import org.liegg.api.report.SymmetryReport;
import org.liegg.api.spi.GroupAction;
import org.liegg.api.spi.support.FilterDataset;
import org.liegg.api.spi.support.FunctionModel;
import org.liegg.core.estimate.SampleFit;
import org.liegg.core.settings.Sampling;
import org.liegg.data.Datasets;

/**
 * A function that samples say, and the samples that look at it.
 *
 * @param name of what was asked
 * @param levelSets whether the function is that of targets, else the density
 * @param fit the function
 * @param samples all of them
 */
public record FittedSamples(String name, boolean levelSets, SampleFit fit, Dataset samples)
    implements ModelSource.Named {
  /** More are not read: they would take longer than they are worth. */
  private static final int MOST = 40_000;

  private static final int FEWEST = 24;

  /**
   * Fits the function.
   *
   * @param limit samples that are read, at most
   * @throws DataException if samples or targets cannot be read, or are not as many as each other
   * @throws ModelException {@code LIEGG-MODEL-SAMPLES} if there are too few
   */
  public static FittedSamples of(SampleFunction asked, Dataset samples, OptionalLong limit) {
    int most = (int) Math.min(MOST, limit.orElse(MOST));
    Batch x = Datasets.read(samples, most);
    if (x.rows() < FEWEST) {
      throw new ModelException(
          "LIEGG-MODEL-SAMPLES",
          "data " + samples.name(),
          "%d samples say nothing of a density or of level sets".formatted(x.rows()),
          "give at least %d, better thousands".formatted(FEWEST));
    }
    Optional<Dataset> targets = asked.targets();
    SampleFit fit =
        targets
            .map(known -> SampleFit.levelSets(x, aligned(known, x.rows(), most), seed()))
            .orElseGet(() -> SampleFit.density(x, seed()));
    return new FittedSamples(asked.name(), targets.isPresent(), fit, samples);
  }

  private static long seed() {
    return Sampling.DEFAULT_SEED;
  }

  private static Batch aligned(Dataset targets, int rows, int most) {
    Batch read = Datasets.read(targets, most);
    if (read.rows() != rows) {
      throw new DataException(
          "LIEGG-DATA-TARGETS",
          "targets " + targets.name(),
          "there are %d for %d samples".formatted(read.rows(), rows),
          "give one row of targets a sample");
    }
    return read;
  }

  /** The function as a model. */
  FunctionModel model() {
    return new FunctionModel(fit.queries().columns(), fit.outputs(), fit.whole());
  }

  /** The samples that had no part in the function, under the name of all. */
  public Dataset queries() {
    return new Queries(samples, Datasets.of(samples.name(), fit.queries()));
  }

  /**
   * A report of this function with the verdicts that noise and smoothing of its gradients leave.
   *
   * @param action the candidates
   * @param reference the known algebra that the report compares with, if any
   */
  public SymmetryReport judged(
      SymmetryReport report, GroupAction action, Optional<GroupAction> reference) {
    return JudgedSamples.of(report, fit, action).judged(reference, action.boundTo(fit.outputs()));
  }

  /** What the symmetries are of, in words. */
  String subject() {
    return levelSets
        ? "the level sets of " + name.substring(SampleFunction.PREFIX.length())
        : "the density of the samples";
  }

  /**
   * Some samples of a data set, in memory.
   *
   * @param source all of them
   * @param chosen some
   */
  private record Queries(Dataset source, Dataset chosen) implements FilterDataset {

    @Override
    public OptionalLong samples() {
      return chosen.samples();
    }

    @Override
    public BatchStream batches(int batchSize) {
      return chosen.batches(batchSize);
    }
  }
}
