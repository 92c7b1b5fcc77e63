package org.liegg.study.network;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.assertj.core.api.Assertions.within;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.Batch;
import org.liegg.api.Jacobians;
import org.liegg.api.ModelOptions;
import org.liegg.api.ModelSource;
import org.liegg.api.OutputException;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.dl4j.Dl4jGradientProvider;

class DenseNetworkTest {
  private static final DenseDesign DESIGN =
      new DenseDesign(
          3, List.of(8, 5), 2, DenseActivation.SWISH, DenseLoss.MEAN_SQUARED_ERROR, 0, 42);

  private static Batch normal(int rows, int columns, long seed) {
    Random random = new Random(seed);
    return new Batch(rows, columns, random.doubles((long) rows * columns, -1, 1).toArray());
  }

  private static DenseNetwork trained(DenseDesign design) {
    DenseNetwork network = DenseNetwork.random(design);
    Random order = new Random(1);
    for (int epoch = 0; epoch < 5; epoch++) {
      network.epoch(normal(60, 3, 2), normal(60, 2, 3), 20, 1e-2, order);
    }
    return network;
  }

  @Test
  void countsItsParameters() {
    // 3·8 + 8·5 + 5·2 and two biases; a classifier has none.
    assertThat(DESIGN.parameters()).isEqualTo(76);
    assertThat(
            new DenseDesign(
                    3, List.of(8, 5), 2, DenseActivation.SWISH, DenseLoss.CROSS_ENTROPY, 0, 1)
                .parameters())
        .isEqualTo(74);
  }

  @Test
  void theSameSeedGivesTheSameNetwork() {
    Batch x = normal(10, 3, 7);

    assertThat(trained(DESIGN).outputs(x).values()).isEqualTo(trained(DESIGN).outputs(x).values());
  }

  @Test
  void learnsALinearMap() {
    Batch x = normal(400, 3, 5);
    double[] y = new double[800];
    for (int n = 0; n < 400; n++) {
      y[2 * n] = x.get(n, 0) - x.get(n, 1);
      y[2 * n + 1] = 0.5 * x.get(n, 2);
    }
    DenseNetwork network = DenseNetwork.random(DESIGN);
    Random order = new Random(1);
    for (int epoch = 0; epoch < 60; epoch++) {
      network.epoch(x, new Batch(400, 2, y), 20, 1e-2, order);
    }

    assertThat(network.outputs(x).values()).containsExactly(y, within(0.15));
    try (ModelGradient gradient = network.gradients(ModelOptions.defaults())) {
      Jacobians jacobians = gradient.jacobians(new Batch(1, 3, new double[3]));
      assertThat(jacobians.values()).containsExactly(new double[] {1, -1, 0, 0, 0, .5}, within(.2));
    }
  }

  @Test
  void featuresAreTheLastHiddenLayer() {
    assertThat(DenseNetwork.random(DESIGN).features(normal(10, 3, 7)).columns()).isEqualTo(5);
    DenseDesign linear = DESIGN.withLayers(3, List.of());
    Batch x = normal(10, 3, 7);
    assertThat(DenseNetwork.random(linear).features(x)).isSameAs(x);
  }

  @Test
  void takesOverLayersOfAnother() {
    DenseNetwork source = trained(DESIGN);
    DenseNetwork target =
        DenseNetwork.random(
            new DenseDesign(
                3, List.of(8, 5), 2, DenseActivation.SWISH, DenseLoss.MEAN_SQUARED_ERROR, 0, 9));
    Batch x = normal(10, 3, 7);

    target.takeLayer(0, source, 0);
    target.takeLayer(1, source, 1);

    assertThat(target.features(x).values()).isEqualTo(source.features(x).values());
    assertThat(target.outputs(x).values()).isNotEqualTo(source.outputs(x).values());
    assertThatThrownBy(() -> target.takeLayer(0, source, 1))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessage("layer 0 has 24 parameters, the other 40");
  }

  @Test
  void knowsWhenItIsNoLongerMadeOfNumbers() {
    DenseNetwork network = DenseNetwork.random(DESIGN);
    assertThat(network.isFinite()).isTrue();

    for (int epoch = 0; epoch < 3; epoch++) {
      network.epoch(normal(60, 3, 2), normal(60, 2, 3), 20, 1e30, new Random(1));
    }

    assertThat(network.isFinite()).isFalse();
  }

  @Test
  void savesWhatItLearnedAndNothingBesides(@TempDir Path folder) throws IOException {
    DenseNetwork network = trained(DESIGN);
    Path file = folder.resolve("model.zip");

    network.save(file);

    Batch x = normal(4, 3, 9);
    try (ModelGradient saved =
            new Dl4jGradientProvider().open(ModelSource.of(file), ModelOptions.defaults());
        ModelGradient live = network.gradients(ModelOptions.defaults());
        var files = Files.list(folder)) {
      assertThat(saved.jacobians(x).values()).isEqualTo(live.jacobians(x).values());
      assertThat(files).containsExactly(file);
    }
  }

  @Test
  void saysWhereItCannotWrite(@TempDir Path folder) {
    DenseNetwork network = DenseNetwork.random(DESIGN);
    Path nowhere = folder.resolve("missing").resolve("model.zip");

    assertThatThrownBy(() -> network.save(nowhere))
        .isInstanceOf(OutputException.class)
        .hasMessageContainingAll("LIEGG-OUTPUT-UNWRITABLE", nowhere.toString());
  }

  @Test
  void showsSamplesInTheOrderOfTheCaller() {
    DenseNetwork drawn = DenseNetwork.random(DESIGN);
    DenseNetwork given = DenseNetwork.random(DESIGN);
    DenseNetwork other = DenseNetwork.random(DESIGN);
    Batch x = normal(60, 3, 2);
    Batch y = normal(60, 2, 3);
    List<Integer> straight = IntStream.range(0, 60).boxed().toList();
    List<Integer> shuffled = new ArrayList<>(straight);
    Collections.shuffle(shuffled, new Random(1));

    drawn.epoch(x, y, 20, 1e-2, new Random(1));
    given.epoch(x, y, 20, 1e-2, shuffled);
    other.epoch(x, y, 20, 1e-2, straight);

    assertThat(given.outputs(x).values()).isEqualTo(drawn.outputs(x).values());
    assertThat(other.outputs(x).values()).isNotEqualTo(drawn.outputs(x).values());
  }
}
