package org.liegg.study.network;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.deeplearning4j.nn.weights.WeightInit;
import org.deeplearning4j.util.ModelSerializer;
import org.liegg.api.Batch;
import org.liegg.api.ModelOptions;
import org.liegg.api.OutputException;
import org.liegg.api.spi.ModelGradient;
import org.liegg.engine.dl4j.Dl4jGradients;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.learning.config.Adam;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/**
 * A Deeplearning4j network that is trained epoch by epoch with Adam, in single precision. The same
 * design and data give the same network on the same machine, as long as ND4J works with one thread
 * ({@code OMP_NUM_THREADS=1}). Confined to the thread that makes it.
 */
public final class DenseNetwork {
  private static final int CHUNK = 1000;

  private final DenseDesign design;
  private final MultiLayerNetwork network;

  private DenseNetwork(DenseDesign design, MultiLayerNetwork network) {
    this.design = design;
    this.network = network;
  }

  /** A network with random weights (Xavier), drawn from the design's seed. */
  public static DenseNetwork random(DenseDesign design) {
    NeuralNetConfiguration.Builder all =
        new NeuralNetConfiguration.Builder()
            .seed(design.seed())
            .dataType(DataType.FLOAT)
            .weightInit(WeightInit.XAVIER)
            .updater(new Adam());
    if (design.weightDecay() > 0) {
      all.weightDecay(design.weightDecay());
    }
    NeuralNetConfiguration.ListBuilder layers = all.list();
    int width = design.inputs();
    for (int next : design.hidden()) {
      layers.layer(
          new DenseLayer.Builder()
              .nIn(width)
              .nOut(next)
              .activation(design.activation().function())
              .hasBias(false)
              .build());
      width = next;
    }
    boolean regression = design.loss() == DenseLoss.MEAN_SQUARED_ERROR;
    layers.layer(
        new OutputLayer.Builder(
                regression ? LossFunctions.LossFunction.MSE : LossFunctions.LossFunction.MCXENT)
            .nIn(width)
            .nOut(design.outputs())
            .activation(regression ? Activation.IDENTITY : Activation.SOFTMAX)
            .hasBias(regression)
            .build());
    MultiLayerNetwork network = new MultiLayerNetwork(layers.build());
    network.init();
    return new DenseNetwork(design, network);
  }

  /**
   * One pass over the samples, in random order.
   *
   * @param x {@code samples × inputs}
   * @param y {@code samples × outputs}; 1 for the class and 0 for the others under cross-entropy
   * @param batchSize samples an update
   * @param order draws the order of the samples
   */
  public void epoch(Batch x, Batch y, int batchSize, double learningRate, Random order) {
    List<Integer> rows = new ArrayList<>(IntStream.range(0, x.rows()).boxed().toList());
    Collections.shuffle(rows, order);
    epoch(x, y, batchSize, learningRate, rows);
  }

  /**
   * One pass over samples, in an order of the caller's.
   *
   * @param rows the samples to show, first to last
   */
  public void epoch(Batch x, Batch y, int batchSize, double learningRate, List<Integer> rows) {
    network.setLearningRate(learningRate);
    for (int from = 0; from < rows.size(); from += batchSize) {
      List<Integer> some = rows.subList(from, Math.min(rows.size(), from + batchSize));
      network.fit(gather(x, some), gather(y, some));
    }
  }

  /** The output layer's activations, {@code samples × outputs}. */
  public Batch outputs(Batch x) {
    return chunked(x, design.outputs(), some -> network.output(some, false));
  }

  /** The last hidden layer's activations; the input where there is none. */
  public Batch features(Batch x) {
    if (design.hidden().isEmpty()) {
      return x;
    }
    int last = design.hidden().size() - 1;
    return chunked(
        x, design.hidden().get(last), some -> network.feedForwardToLayer(last, some).get(last + 1));
  }

  /** Whether every parameter is a finite number. */
  public boolean isFinite() {
    return Double.isFinite(network.params().norm1Number().doubleValue());
  }

  /**
   * Takes over the weights of one layer of another network.
   *
   * @param layer of this network, the output layer being the last one
   * @throws IllegalArgumentException if the sizes differ
   */
  public void takeLayer(int layer, DenseNetwork other, int otherLayer) {
    INDArray mine = network.getLayer(layer).params();
    INDArray theirs = other.network.getLayer(otherLayer).params();
    if (mine.length() != theirs.length()) {
      throw new IllegalArgumentException(
          "layer %d has %d parameters, the other %d"
              .formatted(layer, mine.length(), theirs.length()));
    }
    network.getLayer(layer).setParams(theirs.dup());
  }

  /** A session on a copy of the network as it is now. */
  public ModelGradient gradients(ModelOptions options) {
    return Dl4jGradients.of(network, options);
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

  /** What the network is. */
  public DenseDesign design() {
    return design;
  }

  private interface Pass {
    INDArray of(INDArray some);
  }

  private static Batch chunked(Batch x, int columns, Pass pass) {
    double[] values = new double[x.rows() * columns];
    for (int from = 0; from < x.rows(); from += CHUNK) {
      List<Integer> some = IntStream.range(from, Math.min(x.rows(), from + CHUNK)).boxed().toList();
      double[] part = pass.of(gather(x, some)).dup('c').data().asDouble();
      System.arraycopy(part, 0, values, from * columns, some.size() * columns);
    }
    return new Batch(x.rows(), columns, values);
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
}
