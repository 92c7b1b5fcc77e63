package org.liegg.app;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.liegg.api.Batch;
import org.liegg.api.OutputException;
import org.liegg.api.report.SymmetryReport;
import org.liegg.data.NpyWriter;
import org.liegg.report.ReportFiles;
import org.liegg.report.ReportHtml;
import org.liegg.report.ReportJson;
import org.liegg.study.network.DenseActivation;
import org.liegg.study.network.DenseDesign;
import org.liegg.study.network.DenseLoss;
import org.liegg.study.network.DenseNetwork;
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

  /** At the first epoch; it falls to 0 along half a cosine. */
  private static final double LEARNING_RATE = 5e-3;

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
  public Result run(Path folder, long seed, EpochListener training) {
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
    DenseNetwork network = trained(x, y, seed, training);
    Batch unseen = TASK.inputs(TEST_SAMPLES, seed + 1);
    double testError = meanSquaredError(network.outputs(unseen), TASK.targets(unseen));
    network.save(model);
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

  private static DenseNetwork trained(Batch x, Batch y, long seed, EpochListener progress) {
    DenseNetwork network =
        DenseNetwork.random(
            new DenseDesign(
                TASK.inputs(),
                HIDDEN,
                1,
                DenseActivation.SWISH,
                DenseLoss.MEAN_SQUARED_ERROR,
                0,
                seed));
    Random random = new Random(seed);
    List<Integer> order = new ArrayList<>(IntStream.range(0, x.rows()).boxed().toList());
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      // The order before is shuffled further: that is what the published numbers were made with.
      Collections.shuffle(order, random);
      double rate = LEARNING_RATE * 0.5 * (1 + Math.cos(Math.PI * epoch / EPOCHS));
      network.epoch(x, y, BATCH_SIZE, rate, order);
      progress.epochDone(epoch + 1, EPOCHS);
    }
    return network;
  }

  private static double meanSquaredError(Batch outputs, Batch targets) {
    double sum = 0;
    for (int n = 0; n < outputs.rows(); n++) {
      double difference = outputs.get(n, 0) - targets.get(n, 0);
      sum += difference * difference;
    }
    return sum / outputs.rows();
  }

  /** Called after every epoch of training. */
  @FunctionalInterface
  public interface EpochListener {

    /** So many epochs of all are done. */
    void epochDone(int done, int epochs);
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
