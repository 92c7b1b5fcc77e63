package org.liegg.engine.dl4j;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.Map;
import java.util.Random;
import org.deeplearning4j.nn.conf.NeuralNetConfiguration;
import org.deeplearning4j.nn.conf.layers.DenseLayer;
import org.deeplearning4j.nn.conf.layers.Layer;
import org.deeplearning4j.nn.conf.layers.OutputLayer;
import org.deeplearning4j.nn.multilayer.MultiLayerNetwork;
import org.liegg.api.Batch;
import org.nd4j.autodiff.samediff.SameDiff;
import org.nd4j.linalg.activations.Activation;
import org.nd4j.linalg.activations.IActivation;
import org.nd4j.linalg.api.buffer.DataType;
import org.nd4j.linalg.api.ndarray.INDArray;
import org.nd4j.linalg.factory.Nd4j;
import org.nd4j.linalg.lossfunctions.LossFunctions;

/** Networks made with Deeplearning4j, with seeded weights and biases. */
public final class Nets {
  private static final long SEED = 4711;

  private Nets() {}

  /** A network of these layers; biases are random too, which training would make them. */
  public static MultiLayerNetwork of(DataType type, Layer... layers) {
    NeuralNetConfiguration.ListBuilder list =
        new NeuralNetConfiguration.Builder().seed(SEED).dataType(type).list();
    for (Layer layer : layers) {
      list.layer(layer);
    }
    MultiLayerNetwork network = new MultiLayerNetwork(list.build());
    network.init();
    Random random = new Random(SEED);
    INDArray parameters = network.params();
    for (long i = 0; i < parameters.length(); i++) {
      parameters.putScalar(i, 0.6 * random.nextGaussian());
    }
    return network;
  }

  /** 4 → 7 → 5 → 3, swish and tanh, linear output. */
  public static MultiLayerNetwork mlp(DataType type) {
    return of(
        type,
        dense(4, 7, Activation.SWISH),
        dense(7, 5, Activation.TANH),
        output(5, 3, Activation.IDENTITY));
  }

  public static DenseLayer dense(int inputs, int outputs, Activation activation) {
    return dense(inputs, outputs, activation.getActivationFunction());
  }

  public static DenseLayer dense(int inputs, int outputs, IActivation activation) {
    return new DenseLayer.Builder().nIn(inputs).nOut(outputs).activation(activation).build();
  }

  public static OutputLayer output(int inputs, int outputs, Activation activation) {
    return new OutputLayer.Builder(LossFunctions.LossFunction.MSE)
        .nIn(inputs)
        .nOut(outputs)
        .activation(activation)
        .build();
  }

  /** What Deeplearning4j computes of a graph from {@code x} to {@code y}, sample by sample. */
  public static double[] outputs(SameDiff graph, Batch batch, DataType type) {
    return graph.outputSingle(Map.of("x", array(batch, type)), "y").dup('c').data().asDouble();
  }

  /** Saves a network as users do. */
  public static Path save(MultiLayerNetwork network, Path directory) {
    Path path = directory.resolve("net.zip");
    try {
      network.save(path.toFile(), true);
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return path;
  }

  /** Standard normal samples. */
  public static Batch samples(int count, int inputs) {
    Random random = new Random(SEED);
    double[] values = new double[count * inputs];
    for (int i = 0; i < values.length; i++) {
      values[i] = random.nextGaussian();
    }
    return new Batch(count, inputs, values);
  }

  /** A batch as Deeplearning4j takes it. */
  public static INDArray array(Batch batch, DataType type) {
    return Nd4j.createFromArray(batch.values()).reshape(batch.rows(), batch.columns()).castTo(type);
  }
}
