package org.liegg.engine.dl4j;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.MultiLayerConfiguration;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.liegg.api.Batch;
import org.liegg.api.OutputException;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * Trains a small regression network on the spot: dense swish layers without biases, a linear
 * output, mean squared error, Adam with a learning rate that falls to 0 along half a cosine. Single
 * precision; the same seed gives the same network on the same machine.
 */
public final class DenseRegressor {
  private static final double LEARNING_RATE = 5e-3;

  private final MultiLayerNetwork network;
  private final long seed;

  /**
   * A network with random weights.
   *
   * @param inputs inputs of one sample
   * @param hidden widths of the hidden layers
   * @param outputs outputs of one sample
   * @param seed of the weights and the order of samples
   */
  public DenseRegressor(int inputs, List<Integer> hidden, int outputs, long seed) {
    this.seed = seed;
    NeuralNetConfiguration.ListBuilder layers =
        new NeuralNetConfiguration.Builder()
            .seed(seed)
            .dataType(DataType.FLOAT)
            .weightInit(WeightInit.XAVIER)
            .updater(new Adam(LEARNING_RATE))
            .list();
    int width = inputs;
    for (int next : hidden) {
      layers.layer(
          new DenseLayer.Builder()
              .nIn(width)
              .nOut(next)
              .activation(Activation.SWISH)
              .hasBias(false)
              .build());
      width = next;
    }
    layers.layer(
        new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
            .nIn(width)
            .nOut(outputs)
            .activation(Activation.IDENTITY)
            .build());
    MultiLayerConfiguration configuration = layers.build();
    network = new MultiLayerNetwork(configuration);
    network.init();
  }

  /**
   * Trains.
   *
   * @param x {@code samples × inputs}
   * @param y {@code samples × outputs}
   * @param epochs passes over the samples
   * @param batchSize samples an update
   * @param progress hears the number of epochs done
   */
  public void train(Batch x, Batch y, int epochs, int batchSize, EpochListener progress) {
    Random random = new Random(seed);
    List<Integer> order = new ArrayList<>(IntStream.range(0, x.rows()).boxed().toList());
    for (int epoch = 0; epoch < epochs; epoch++) {
      network.setLearningRate(LEARNING_RATE * 0.5 * (1 + Math.cos(Math.PI * epoch / epochs)));
      Collections.shuffle(order, random);
      for (int from = 0; from < order.size(); from += batchSize) {
        List<Integer> rows = order.subList(from, Math.min(order.size(), from + batchSize));
        network.fit(gather(x, rows), gather(y, rows));
      }
      progress.epochDone(epoch + 1, epochs);
    }
  }

  /** Mean squared error over outputs and samples. */
  public double meanSquaredError(Batch x, Batch y) {
    List<Integer> all = IntStream.range(0, x.rows()).boxed().toList();
    INDArray difference = network.output(gather(x, all)).sub(gather(y, all));
    return difference.mul(difference).meanNumber().doubleValue();
  }

  /**
   * Saves the network as Deeplearning4j does, without the state of training.
   *
   * @throws OutputException if the file cannot be written; nothing half-written is left
   */
  public void save(Path file) {
    Path temporary = file.resolveSibling(file.getFileName() + ".part");
    try {
      ModelSerializer.writeModel(network, temporary.toFile(), false);
      Files.move(
          temporary, file, StandardCopyOption.REPLACE_EXISTING, StandardCopyOption.ATOMIC_MOVE);
    } catch (IOException e) {
      throw OutputException.lost(
          "LIEGG-OUTPUT-UNWRITABLE",
          "model " + file,
          "it cannot be written (%s)".formatted(e.getMessage()),
          "choose a folder that exists and may be written",
          e);
    } finally {
      temporary.toFile().delete();
    }
  }

  private static INDArray gather(Batch batch, List<Integer> rows) {
    float[] values = new float[rows.size() * batch.columns()];
    int at = 0;
    for (int row : rows) {
      for (int column = 0; column < batch.columns(); column++) {
        values[at++] = (float) batch.get(row, column);
      }
    }
    return Nd4j.create(values, new int[] {rows.size(), batch.columns()}, 'c');
  }

  /** Hears of every epoch. */
  @FunctionalInterface
  public interface EpochListener {

    /** So many epochs of all are done. */
    void epochDone(int done, int epochs);
  }
}
