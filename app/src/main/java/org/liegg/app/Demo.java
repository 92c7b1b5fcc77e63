package org.liegg.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.liegg.api.Batch;
import org.liegg.api.OutputException;
import org.liegg.api.SymmetryReport;
import org.liegg.data.NpyWriter;
import org.liegg.engine.dl4j.DenseRegressor;
import org.liegg.report.ReportFiles;
import org.liegg.report.ReportHtml;
import org.liegg.report.ReportJson;
import org.liegg.study.task.InvariantFunction;

/**
 * A network trained on the spot on a function that rotations leave alone, and the rotations read
 * back out of it.
 */
public final class Demo {
  /** The candidate fields: one 5 × 5 matrix on both vectors. */
  public static final String ACTION = "gl(5)^2";

  /** What the network should have learned. */
  public static final String REFERENCE = "so(5)";

  private static final InvariantFunction TASK = InvariantFunction.O5;
  private static final int SAMPLES = 10_000;
  private static final int TEST_SAMPLES = 5_000;
  private static final List<Integer> HIDDEN = List.of(64, 64);
  private static final int EPOCHS = 100;
  private static final int BATCH_SIZE = 250;

  private final Liegg liegg;

  Demo(Liegg liegg) {
    this.liegg = liegg;
  }

  /**
   * Trains, saves and extracts.
   *
   * @param folder where the model, the data and the report go; made where it is missing
   * @param training hears of epochs
   * @throws OutputException if the folder cannot be written
   */
  public Result run(Path folder, long seed, DenseRegressor.EpochListener training) {
    try {
      Files.createDirectories(folder);
    } catch (IOException e) {
      throw new OutputException(
          "LIEGG-OUTPUT-UNWRITABLE",
          "folder " + folder,
          "it cannot be made (%s)".formatted(e),
          "run the demo where you may write, or name another folder",
          e);
    }
    Path model = folder.resolve("model.zip");
    Path data = folder.resolve("x.npy");
    Path report = folder.resolve("report.json");
    Path page = folder.resolve("report.html");
    ReportFiles.requireWritable(report);
    Batch x = TASK.inputs(SAMPLES, seed);
    Batch y = TASK.targets(x);
    DenseRegressor regressor = new DenseRegressor(TASK.inputs(), HIDDEN, 1, seed);
    regressor.train(x, y, EPOCHS, BATCH_SIZE, training);
    Batch unseen = TASK.inputs(TEST_SAMPLES, seed + 1);
    double testError = regressor.meanSquaredError(unseen, TASK.targets(unseen));
    regressor.save(model);
    NpyWriter.write(data, x);
    SymmetryReport extracted =
        liegg
            .model(model)
            .data(data)
            .action(ACTION)
            .reference(REFERENCE)
            .settings(now -> now.withSeed(seed))
            .extract();
    ReportFiles.writeAtomically(report, ReportJson.toString(extracted));
    ReportFiles.writeAtomically(page, ReportHtml.toString(extracted));
    return new Result(model, data, report, page, testError, extracted);
  }

  /**
   * What the demo made.
   *
   * @param model the trained network
   * @param data the inputs it was trained on
   * @param report the report as JSON
   * @param page the report as a page
   * @param testError mean squared error on unseen inputs, the target's variance being about 1
   * @param extracted the report
   */
  public record Result(
      Path model, Path data, Path report, Path page, double testError, SymmetryReport extracted) {}
}
