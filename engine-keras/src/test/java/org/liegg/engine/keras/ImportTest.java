package org.liegg.engine.keras;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.Random;
import java.util.function.UnaryOperator;
import org.deeplearning4j.nn.api.Model;
import org.deeplearning4j.nn.graph.ComputationGraph;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.liegg.api.ModelOptions;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;

/** The imported network computes what Keras computes. */
class ImportTest {
  private static final long SEED = 20240507;

  @TempDir Path directory;

  @Test
  void denseAndSoftmax() {
    KerasFiles files =
        new KerasFiles(SEED)
            .layer("InputLayer", "input_1", Settings.input("5"))
            .layer("Dense", "dense", Settings.dense(7, "tanh"))
            .weight("kernel", 5, 7)
            .weight("bias", 7)
            .layer("Dropout", "dropout", "'rate':0.5,'noise_shape':null,'seed':null")
            .layer("Dense", "dense_1", Settings.dense(3, "softmax"))
            .weight("kernel", 7, 3)
            .weight("bias", 3);
    check(
        files.write(directory, files.sequential()),
        new int[] {5},
        x -> {
          Tensor h = Reference.dense(x, files.get("dense", "kernel"), files.get("dense", "bias"));
          return Reference.softmax(
              Reference.dense(
                  h.map(Math::tanh), files.get("dense_1", "kernel"), files.get("dense_1", "bias")));
        });
  }

  @Test
  void convolutionPoolingFlattenAndDense() {
    for (boolean same : new boolean[] {true, false}) {
      String padding = same ? "same" : "valid";
      KerasFiles files =
          new KerasFiles(SEED)
              .layer(
                  "Conv2D",
                  "conv2d",
                  Settings.input("9,8,2")
                      + ","
                      + Settings.conv(4, "3,2", "2,2", "1,1", padding, "relu"))
              .weight("kernel", 3, 2, 2, 4)
              .weight("bias", 4)
              .layer("MaxPooling2D", "max_pooling2d", Settings.pool(2, 1, padding))
              .layer("AveragePooling2D", "average_pooling2d", Settings.pool(2, 2, padding))
              .layer("Flatten", "flatten", "'data_format':'channels_last'")
              .layer("Dense", "dense", Settings.dense(3, "linear"));
      int flat = same ? 3 * 2 * 4 : 4;
      files.weight("kernel", flat, 3).weight("bias", 3);
      check(
          files.write(directory, files.sequential()),
          new int[] {9, 8, 2},
          x -> {
            Tensor y =
                Reference.conv(
                        x, files.get("conv2d", "kernel"), files.get("conv2d", "bias"), 2, 1, same)
                    .map(Reference.RELU);
            y = Reference.pool(y, 2, 1, same, false);
            y = Reference.pool(y, 2, 2, same, true);
            return Reference.dense(
                y.reshape(flat), files.get("dense", "kernel"), files.get("dense", "bias"));
          });
    }
  }

  private void check(Path file, int[] shape, UnaryOperator<Tensor> expected) {
    Random random = new Random(SEED);
    KerasNetworks.Imported imported = KerasNetworks.read(file, ModelOptions.defaults());
    List<Tensor> samples =
        List.of(
            Tensor.random(random, shape),
            Tensor.random(random, shape),
            Tensor.random(random, shape));
    double[] actual = output(imported.model(), batch(samples)).dup('c').data().asDouble();
    double[] all =
        samples.stream().flatMapToDouble(x -> Arrays.stream(expected.apply(x).values())).toArray();
    assertThat(all).as("a reference that is not constant").doesNotHaveDuplicates();
    assertThat(actual).as("outputs; seed %d", SEED).hasSameSizeAs(all);
    for (int i = 0; i < all.length; i++) {
      assertThat(actual[i]).as("output %d; seed %d", i, SEED).isCloseTo(all[i], within(2e-6));
    }
  }

  private static INDArray batch(List<Tensor> samples) {
    int[] one = samples.get(0).shape();
    long[] shape = new long[one.length + 1];
    shape[0] = samples.size();
    for (int i = 0; i < one.length; i++) {
      shape[i + 1] = one[i];
    }
    double[] values = samples.stream().flatMapToDouble(x -> Arrays.stream(x.values())).toArray();
    return Nd4j.create(values, shape, 'c');
  }

  private static INDArray output(Model model, INDArray batch) {
    return model instanceof MultiLayerNetwork network
        ? network.output(batch)
        : ((ComputationGraph) model).outputSingle(batch);
  }
}
