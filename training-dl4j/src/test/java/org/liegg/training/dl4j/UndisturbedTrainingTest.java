package org.liegg.training.dl4j;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalLong;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.api.NeuralNetwork;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.optimize.api.BaseTrainingListener;
import org.deeplearning4j.optimize.api.TrainingListener;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.liegg.api.BatchStream;
import org.liegg.api.Dataset;
import org.liegg.data.Datasets;
import org.liegg.tck.fixtures.StreamedDataset;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/**
 * Dropout draws from ND4J's random numbers: a training that lost its place in them would differ.
 */
@Tag("slow")
class UndisturbedTrainingTest {
  private static final int EPOCHS = 4;

  @Test
  void dropoutMakesTrainingDependOnTheRandomNumbers() {
    assertThat(trained(new Reseeding())).isNotEqualTo(trained());
  }

  @Test
  void measuringByEpochsChangesNoBit() {
    SymmetryListener listener = RoundTask.listener("gl(2)").reference("so(2)").build();

    assertThat(trained(listener)).isEqualTo(trained());
    assertThat(listener.measurements()).hasSize(EPOCHS);
  }

  @Test
  void measuringByIterationsChangesNoBit() {
    SymmetryListener listener =
        RoundTask.listener("gl(2)").reference("so(2)").everyIterations(3).build();

    assertThat(trained(listener)).isEqualTo(trained());
    assertThat(listener.measurements()).hasSize(EPOCHS * RoundTask.ITERATIONS / 3);
  }

  @Test
  void randomNumbersDrawnWhileMeasuringAreGivenBack() {
    SymmetryListener listener =
        SymmetryListener.builder()
            .heldOut(new RandomlyRead(Datasets.of("points", RoundTask.heldOut())))
            .action("gl(2)")
            .onMeasurement(measurement -> Nd4j.rand(7))
            .everyIterations(1)
            .build();

    assertThat(trained(listener)).isEqualTo(trained());
    assertThat(listener.measurements())
        .hasSize(EPOCHS * RoundTask.ITERATIONS)
        .noneMatch(measurement -> measurement.failed());
  }

  @Test
  void failedMeasurementsGiveRandomNumbersBackToo() {
    SymmetryListener listener =
        SymmetryListener.builder().heldOut(unreadable()).action("gl(2)").build();

    assertThat(trained(listener)).isEqualTo(trained());
    assertThat(listener.measurements())
        .hasSize(EPOCHS)
        .allMatch(measurement -> measurement.message().equals("cannot be read"));
  }

  @Test
  void inputsLabelsAndListenersAreLeftAlone() {
    MultiLayerNetwork network = RoundTask.withDropout();
    SymmetryListener listener = RoundTask.listener("gl(2)").everyIterations(1).build();
    Watching before = new Watching();
    Watching after = new Watching();
    network.setListeners(before, listener, after);

    network.fit(RoundTask.iterator());

    assertThat(after.seen).hasSize(RoundTask.ITERATIONS).isEqualTo(before.seen);
    assertThat(network.getListeners()).containsExactly(before, listener, after);
  }

  @Test
  void measuringAGraphChangesNoBit() {
    SymmetryListener listener = RoundTask.listener("gl(2)").everyIterations(3).build();

    assertThat(trained(RoundTask.graphWithDropout(), listener))
        .isEqualTo(trained(RoundTask.graphWithDropout()))
        .isNotEqualTo(trained(RoundTask.graphWithDropout(), new Reseeding()));
    assertThat(listener.measurements())
        .hasSize(EPOCHS * RoundTask.ITERATIONS / 3)
        .noneMatch(measurement -> measurement.failed());
  }

  private static Training trained(TrainingListener... listeners) {
    return trained(RoundTask.withDropout(), listeners);
  }

  private static Training trained(NeuralNetwork network, TrainingListener... listeners) {
    Model model = (Model) network;
    model.setListeners(listeners);
    List<Double> scores = new ArrayList<>();
    model.addListeners(
        new BaseTrainingListener() {
          @Override
          public void iterationDone(Model trained, int iteration, int epoch) {
            scores.add(trained.score());
          }
        });
    for (int epoch = 0; epoch < EPOCHS; epoch++) {
      network.fit(RoundTask.iterator());
    }
    List<Float> parameters = new ArrayList<>();
    for (float parameter : model.params().toFloatVector()) {
      parameters.add(parameter);
    }
    return new Training(parameters, scores, Nd4j.getRandom().nextLong());
  }

  /** Equal to the last bit, or not. */
  private record Training(List<Float> parameters, List<Double> scores, long nextRandom) {}

  /** What a measurement must not do. */
  private static final class Reseeding extends BaseTrainingListener {
    @Override
    public void onEpochEnd(Model model) {
      Nd4j.getRandom().setSeed(99);
    }
  }

  private static final class Watching extends BaseTrainingListener {
    private final List<String> seen = new ArrayList<>();

    @Override
    public void iterationDone(Model model, int iteration, int epoch) {
      MultiLayerNetwork network = (MultiLayerNetwork) model;
      seen.add(
          String.join(
              " ",
              identity(network.getInput()),
              identity(network.getLabels()),
              identity(network.params()),
              Double.toString(network.score())));
    }

    private static String identity(@Nullable INDArray array) {
      return array == null ? "none" : System.identityHashCode(array) + "=" + array.sumNumber();
    }
  }

  /** Samples whose reading draws random numbers, as making a network does. */
  private record RandomlyRead(Dataset whole) implements Dataset {
    @Override
    public String name() {
      return whole.name();
    }

    @Override
    public String sha256() {
      return whole.sha256();
    }

    @Override
    public int columns() {
      return whole.columns();
    }

    @Override
    public OptionalLong samples() {
      return whole.samples();
    }

    @Override
    public BatchStream batches(int batchSize) {
      Nd4j.getRandom().setSeed(5);
      Nd4j.rand(3, 3);
      return whole.batches(batchSize);
    }
  }

  private static Dataset unreadable() {
    return new StreamedDataset(
        "broken",
        2,
        batchSize -> {
          Nd4j.getRandom().setSeed(5);
          throw new IllegalStateException("cannot be\nread");
        });
  }
}
